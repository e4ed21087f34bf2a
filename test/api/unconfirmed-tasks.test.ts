import { UnconfirmedTasksDocument } from '../../client/src/generated/graphql.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { createUnconfirmed } from '../support/client/unconfirmed.js';

describe('unconfirmedTasks', () => {
  let gateway: TestGateway;
  let ann: string;

  beforeEach(async () => {
    gateway = await startGateway();
    ann = await gateway.keyOf('ann', ['GENERATE_VIDEO', 'TASK_READ']);
  }, 60_000);
  afterEach(() => gateway.stop());

  const list = async (first = 20, after?: string) => {
    const variables = after === undefined ? { first } : { first, after };
    return (await gateway.data(UnconfirmedTasksDocument, variables)).unconfirmedTasks;
  };

  it('shows those of all tenants page by page, with what is known and Runway’s usage', async () => {
    const ids = [await createUnconfirmed(gateway, ann), await createUnconfirmed(gateway)];
    const first = await list(1);
    const rest = await list(1, first.pageInfo.endCursor ?? '');
    const nodes = [...first.nodes, ...rest.nodes];
    expect(nodes.map(({ task }) => task.id).toSorted()).toEqual(ids.toSorted());
    expect(nodes.find(({ tenant }) => tenant === 'ann')).toMatchObject({
      task: { status: 'UNCONFIRMED', runwayTaskId: null },
      sentAt: expect.any(String),
      detail: expect.any(String),
    });
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(rest.pageInfo.hasNextPage).toBe(false);
    expect(first.organizationUsage).toEqual([]);
  });

  it('lists without the usage while Runway does not answer', async () => {
    const id = await createUnconfirmed(gateway);
    gateway.emulator.setFault({ path: '/v1/organization/usage', status: 500, body: {} });
    expect(await list()).toMatchObject({ nodes: [{ task: { id } }], organizationUsage: null });
  });

  it('is for operators', async () => {
    const { errors } = await gateway.ask(UnconfirmedTasksDocument, {}, ann);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
