import {
  CreateTextToVideoDocument,
  SetTenantLimitsDocument,
} from '../../client/src/generated/graphql.js';
import { eventually } from '../support/time/eventually.js';
import { aVideo } from '../support/client/inputs.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf } from '../support/client/tasks.js';

describe('setTenantLimits', () => {
  let gateway: TestGateway;
  let ann: string;
  beforeAll(async () => {
    gateway = await startGateway({ LIVE_TASKS_PER_TENANT_MAX: '2' });
    ann = await gateway.keyOf('ann', ['GENERATE_VIDEO', 'TASK_READ']);
  }, 60_000);
  afterAll(() => gateway.stop());

  const set = async (liveTasksMax: number | null, id = 'ann') =>
    (await gateway.data(SetTenantLimitsDocument, { id, liveTasksMax })).setTenantLimits.tenant;
  const create = async () =>
    codesOf(await gateway.ask(CreateTextToVideoDocument, { input: aVideo() }, ann));

  it('M14: bounds the live tasks of a tenant, and falls back to the configuration', async () => {
    expect(await set(1)).toMatchObject({ id: 'ann', liveTasksMax: 1, liveTasks: 0 });
    expect(await create()).toEqual([]);
    expect(await create()).toEqual(['TOO_MANY_LIVE_TASKS']);
    expect(await set(null)).toMatchObject({ liveTasksMax: null, liveTasks: 1 });
    expect(await create()).toEqual([]);
    expect(await create()).toEqual(['TOO_MANY_LIVE_TASKS']);
    await set(3);
    expect(await create()).toEqual([]);
    await set(0);
    expect(await create()).toEqual(['TOO_MANY_LIVE_TASKS']);
  });

  it('is not lifted by leaving the limit out', async () => {
    const { errors } = await gateway.ask(SetTenantLimitsDocument, { id: 'ann' });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      issues: [{ path: 'liveTasksMax', rule: 'required' }],
    });
  });

  it.each([-1, 1_000_001])('refuses %d', async (liveTasksMax) => {
    const { errors } = await gateway.ask(SetTenantLimitsDocument, { id: 'ann', liveTasksMax });
    expect(errors?.[0]?.extensions.issues).toMatchObject([{ path: 'liveTasksMax', rule: 'range' }]);
  });

  it('answers NOT_FOUND for a tenant that is not there, and FORBIDDEN to a tenant', async () => {
    const missing = await gateway.ask(SetTenantLimitsDocument, { id: 'missing', liveTasksMax: 1 });
    expect(codesOf(missing)).toEqual(['NOT_FOUND']);
    const own = await gateway.ask(SetTenantLimitsDocument, { id: 'ann', liveTasksMax: 9 }, ann);
    expect(codesOf(own)).toEqual(['FORBIDDEN']);
  });

  describe('by ratePercent', () => {
    const setRate = async (ratePercent?: number | null) => {
      const variables = { id: 'ann', liveTasksMax: null };
      const rate = ratePercent === undefined ? {} : { ratePercent };
      const { setTenantLimits } = await gateway.data(SetTenantLimitsDocument, {
        ...variables,
        ...rate,
      });
      return setTenantLimits.tenant.ratePercent;
    };
    const readsOf = async (key: string) => {
      const { headers } = await gateway.post({ query: '{ viewer { subject } }' }, key);
      return /"reads"; q=(\d+)/.exec(headers.get('ratelimit-policy') ?? '')?.[1];
    };

    it('R1: gives a tenant a share of the configured rates, and no other', async () => {
      expect(await setRate(50)).toBe(50);
      await eventually(async () => {
        expect(await readsOf(ann)).toBe('500000000');
      });
      expect(await readsOf(gateway.operatorKey)).toBe('1000000000');
      expect(await setRate()).toBe(50);
      expect(await setRate(null)).toBeNull();
      await eventually(async () => {
        expect(await readsOf(ann)).toBe('1000000000');
      });
    });

    it.each([0, -1, 10_001])('refuses %d', async (ratePercent) => {
      const variables = { id: 'ann', liveTasksMax: null, ratePercent };
      const { errors } = await gateway.ask(SetTenantLimitsDocument, variables);
      expect(errors?.[0]?.extensions.issues).toMatchObject([
        { path: 'ratePercent', rule: 'range' },
      ]);
    });
  });
});
