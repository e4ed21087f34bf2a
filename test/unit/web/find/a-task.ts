import type { ToldTask } from '../../../../web/src/find/listed-task.js';

/** A finished video, as the gateway tells it in a list. */
export function aTask(id: string): ToldTask {
  return {
    id,
    operation: 'CREATE_TEXT_TO_VIDEO',
    model: 'gen4.5',
    label: null,
    status: 'SUCCEEDED',
    progress: 1,
    createdAt: '2026-01-01T00:00:00.000Z',
    settledAt: '2026-01-01T00:01:00.000Z',
    cost: 60,
    input: { gen4_5: { promptText: 'A lighthouse at dawn', duration: 5 } },
    estimate: { credits: 60 },
    output: [{ url: 'https://media.example/one.mp4', mimeType: 'video/mp4' }],
    failure: null,
  };
}
