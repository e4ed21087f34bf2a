import type { Chapter } from './example.js';

const VIDEO = {
  input: { gen4_5: { promptText: 'A fox wakes', ratio: 'RATIO_1280_720', duration: 5 } },
};

export const tasks: Chapter = {
  title: 'Tasks',
  examples: [
    {
      document: 'Estimate',
      variables: {
        request: {
          createTextToVideo: {
            seedance2: { promptText: 'A fox wakes', ratio: 'RATIO_1280_720', duration: 10 },
          },
        },
      },
    },
    { document: 'Models', variables: { operation: 'CREATE_TEXT_TO_VIDEO' } },
    { document: 'Task', variables: { idempotencyKey: 'order-4711' } },
    {
      document: 'TaskUpdated',
      variables: { id: '{{taskId}}' },
      keeps: { cursor: 'taskUpdated.cursor' },
    },
    { document: 'TasksUpdated', variables: { after: '{{cursor}}' } },
    {
      document: 'CreateTextToVideo',
      variables: VIDEO,
      keeps: { unwantedId: 'createTextToVideo.task.id' },
    },
    { document: 'CancelTask', variables: { id: '{{unwantedId}}' } },
    { document: 'TaskMade', variables: { id: '{{taskId}}' }, when: 'settled' },
    {
      document: 'Tasks',
      variables: { first: 10, filter: { statuses: ['SUCCEEDED'], labels: ['harbour'] } },
    },
    { document: 'DeleteTask', variables: { id: '{{taskId}}' } },
    {
      document: 'Usage',
      variables: { input: { from: '2026-01-01', before: '2026-02-01', by: ['DAY', 'MODEL'] } },
    },
  ],
};

/** For operators: requests whose answer never came. */
export const settlements: Chapter = {
  title: 'Unconfirmed tasks',
  examples: [
    { document: 'AdjustCost', variables: { id: '{{unwantedId}}', credits: 0 } },
    {
      document: 'CreateTextToVideo',
      variables: VIDEO,
      keeps: { lostId: 'createTextToVideo.task.id' },
      when: 'answerLost',
    },
    { document: 'UnconfirmedTasks', variables: { about: 'SUBMISSION' } },
    { document: 'ResubmitTask', variables: { id: '{{lostId}}', idempotencyKey: 'again-1' } },
    { document: 'ResolveTask', variables: { id: '{{lostId}}', input: { notSubmitted: true } } },
    { document: 'CorrectTask', variables: { id: '{{lostId}}', input: { credits: 60 } } },
  ],
};
