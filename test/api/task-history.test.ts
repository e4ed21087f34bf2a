import { TaskHistoryDocument } from '../../client/src/generated/graphql.js';
import { createVideo, untilStatus } from '../support/client/tasks.js';
import { useGateway } from '../support/gateway/gateway-stage.js';

const HISTORY = `query { tasks(first: 2) { nodes { id history { status at } } } }`;

interface Page {
  readonly data: {
    readonly tasks: {
      readonly nodes: readonly {
        readonly id: string;
        readonly history: readonly { readonly status: string; readonly at: string }[];
      }[];
    };
  };
}

describe('the history of a task', () => {
  const stage = useGateway();

  it('tells each status with the time at which the task entered it', async () => {
    const { gateway, clock, ann } = stage;
    const { id, createdAt } = await createVideo(gateway, {}, ann);
    const { settledAt } = await untilStatus(gateway, clock, id, 'SUCCEEDED', ann);

    const { task } = await gateway.data(TaskHistoryDocument, { id }, ann);

    expect(task.history.map(({ status }) => status)).toEqual([
      'QUEUED',
      'PENDING',
      'RUNNING',
      'SUCCEEDED',
    ]);
    expect(task.history[0]?.at).toBe(createdAt);
    expect(task.history.at(-1)?.at).toBe(settledAt);
    const times = task.history.map(({ at }) => Date.parse(at));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('is told for each task of a page', async () => {
    const { gateway, ann } = stage;
    const one = await createVideo(gateway, {}, ann);
    const two = await createVideo(gateway, {}, ann);

    const response = await gateway.post({ query: HISTORY }, ann);

    const { data } = (await response.json()) as Page;
    expect(data.tasks.nodes.map(({ id }) => id).toSorted()).toEqual([one.id, two.id].toSorted());
    for (const { history } of data.tasks.nodes) {
      expect(history.map(({ status }) => status)).toEqual(['QUEUED', 'PENDING']);
    }
  });
});
