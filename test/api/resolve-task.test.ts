import { randomUUID } from 'node:crypto';
import { ResolveTaskDocument, ViewerBudgetDocument } from '../../client/src/generated/graphql.js';
import { RecordedLog } from '../support/gateway/recorded-log.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { createUnconfirmed } from '../support/client/unconfirmed.js';

describe('resolveTask', () => {
  const log = new RecordedLog();
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway({}, { log });
  }, 60_000);
  afterAll(() => gateway.stop());

  const resolve = async (id: string, input: object, key?: string) => {
    const { data, errors } = await gateway.ask(
      ResolveTaskDocument,
      { id, input: input as never },
      key,
    );
    return data?.resolveTask?.task ?? errors?.[0]?.extensions.code;
  };

  const reserved = async () =>
    (await gateway.data(ViewerBudgetDocument, {})).viewer.budget[0]?.reserved ?? 0;

  it('fails a task that was never submitted and releases its reservation', async () => {
    const before = await reserved();
    const id = await createUnconfirmed(gateway);
    expect(await reserved()).toBe(before + 60);
    expect(await resolve(id, { notSubmitted: true })).toMatchObject({
      status: 'FAILED',
      failure: { code: 'NOT_SUBMITTED', retryable: true },
      cost: 0,
    });
    expect(await reserved()).toBe(before);
    expect(await resolve(id, { notSubmitted: true })).toBe('CONFLICT');
    const told = log.lines.filter((line) => line.includes('"task settled"') && line.includes(id));
    expect(told).toHaveLength(1);
  });

  it('follows a task that Runway has, also where its id is given in capitals', async () => {
    const id = await createUnconfirmed(gateway);
    const runwayTaskId = randomUUID();
    expect(await resolve(id, { runwayTaskId: runwayTaskId.toUpperCase() })).toMatchObject({
      status: 'PENDING',
      runwayTaskId,
    });
    const second = await createUnconfirmed(gateway);
    expect(await resolve(second, { runwayTaskId })).toBe('CONFLICT');
  });

  it('wants one way, an id as Runway makes them, and a task', async () => {
    const id = await createUnconfirmed(gateway);
    expect(await resolve(id, { notSubmitted: true, runwayTaskId: 'x' })).toBe('BAD_USER_INPUT');
    expect(await resolve(id, { notSubmitted: false })).toBe('BAD_USER_INPUT');
    expect(await resolve(id, { runwayTaskId: '../x' })).toBe('BAD_USER_INPUT');
    expect(await resolve(randomUUID(), { notSubmitted: true })).toBe('NOT_FOUND');
  });

  it('is for operators', async () => {
    const key = await gateway.keyOf('ann', ['GENERATE_VIDEO', 'TASK_READ']);
    const id = await createUnconfirmed(gateway, key);
    expect(await resolve(id, { notSubmitted: true }, key)).toBe('FORBIDDEN');
  });
});
