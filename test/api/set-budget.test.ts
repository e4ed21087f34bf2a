import {
  CreateTextToVideoDocument,
  EstimateDocument,
  SetBudgetDocument,
  ViewerBudgetDocument,
} from '../../client/src/generated/graphql.js';
import { createPostgresDatabase, HAS_POSTGRES } from '../support/store/database.js';
import { aVideo } from '../support/client/inputs.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';

/** Credits of `aVideo`, by our prices and by the emulator's. */
const PRICE = 60;

interface Home {
  readonly environment: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

async function onPostgres(): Promise<Home> {
  const { url, drop } = await createPostgresDatabase();
  return { environment: { DATABASE_URL: url }, remove: drop };
}

function onPglite(): Promise<Home> {
  return Promise.resolve({ environment: {}, remove: () => Promise.resolve() });
}

describe.each([
  ['PGlite', onPglite, true],
  [
    `Postgres${HAS_POSTGRES ? '' : ' (skipped: TEST_DATABASE_URL is not set)'}`,
    onPostgres,
    HAS_POSTGRES,
  ],
])('setBudget and viewer { budget } on %s', (_name, makeHome, isHere) => {
  const whenHere = isHere ? it : it.skip;
  let home: Home;
  let gateway: TestGateway;
  let ann: string;

  beforeEach(async () => {
    if (!isHere) return;
    home = await makeHome();
    gateway = await startGateway(home.environment);
    ann = await gateway.keyOf('ann', ['GENERATE_VIDEO', 'TASK_READ']);
  }, 60_000);

  afterEach(async () => {
    if (!isHere) return;
    try {
      // It looks whether the ledger holds.
      await gateway.stop();
    } finally {
      await home.remove();
    }
  }, 60_000);

  const keyId = () => ann.split('_')[1] ?? '';
  const create = (idempotencyKey?: string) =>
    gateway.ask(
      CreateTextToVideoDocument,
      { input: aVideo(), ...(idempotencyKey !== undefined && { idempotencyKey }) },
      ann,
    );
  const setBudget = (creditsMax: number | null, key?: string) =>
    gateway.data(SetBudgetDocument, {
      input: { tenant: 'ann', period: 'DAY', creditsMax, ...(key !== undefined && { key }) },
    });
  const budget = async () => (await gateway.data(ViewerBudgetDocument, {}, ann)).viewer.budget;
  const posts = () => gateway.emulator.requests().filter(({ method }) => method === 'POST').length;

  // Guarantee: no number of simultaneous requests overshoots a budget.
  whenHere('B4: accepts one of fifty simultaneous requests for the last credits', async () => {
    await setBudget(PRICE);
    const answers = await Promise.all(Array.from({ length: 50 }, () => create()));
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code);
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
    expect(codes.filter((code) => code === 'BUDGET_EXCEEDED')).toHaveLength(49);
    expect(posts()).toBe(1);
    expect(await budget()).toMatchObject([
      { scope: 'TENANT', period: 'DAY', limit: PRICE, reserved: PRICE, spent: 0, remaining: 0 },
      { scope: 'TENANT', period: 'MONTH', limit: null, reserved: PRICE, remaining: null },
      { scope: 'KEY', period: 'DAY', limit: null, reserved: PRICE, remaining: null },
      { scope: 'KEY', period: 'MONTH', limit: null, reserved: PRICE, remaining: null },
    ]);
  });

  whenHere(
    'B5: says which budget is short and what is left of it, and keeps the key free',
    async () => {
      await setBudget(PRICE - 0.5, keyId());
      const refused = await create('k1');
      expect(refused.errors).toMatchObject([
        {
          extensions: {
            code: 'BUDGET_EXCEEDED',
            retryable: false,
            issues: [
              { rule: 'budget:KEY:DAY', allowed: [`at most ${String(PRICE - 0.5)} credits`] },
            ],
          },
        },
      ]);
      expect(posts()).toBe(0);
      await setBudget(null, keyId());
      expect((await create('k1')).data?.createTextToVideo).toMatchObject({ replayed: false });
      expect((await create('k1')).data?.createTextToVideo).toMatchObject({ replayed: true });
      expect(posts()).toBe(1);
    },
  );

  whenHere('tells what remains and whether it would wait, without calling Runway', async () => {
    const estimate = async () =>
      (await gateway.data(EstimateDocument, { request: { createTextToVideo: aVideo() } }, ann))
        .estimate;
    expect(await estimate()).toEqual({
      credits: PRICE,
      isGuaranteed: true,
      source: 'PRICES',
      remaining: null,
      wouldWait: false,
    });
    await setBudget(100);
    await setBudget(70, keyId());
    expect((await estimate()).remaining).toBe(70);
    expect(gateway.emulator.requests()).toEqual([]);
    expect((await budget())[0]).toMatchObject({ reserved: 0 });
  });
});

describe('setBudget', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startGateway({ RUNWAY_CONCURRENCY_MAX: '1' });
  }, 60_000);
  afterAll(() => gateway.stop());

  const errorOf = async (input: object, key?: string) => {
    const wanted = { tenant: 'default', period: 'DAY', creditsMax: 5, ...input };
    const { errors } = await gateway.ask(SetBudgetDocument, { input: wanted as never }, key);
    return errors?.[0]?.extensions;
  };

  it('is NOT_FOUND for a tenant or a key that is not there, or not of the tenant', async () => {
    const other = await gateway.keyOf('bob', ['TASK_READ']);
    expect(await errorOf({ tenant: 'missing' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await errorOf({ key: 'nokey' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await errorOf({ key: other.split('_')[1] })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is not lifted by leaving the credits out', async () => {
    const input = { tenant: 'default', period: 'DAY' } as const;
    const { errors } = await gateway.ask(SetBudgetDocument, { input });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      issues: [{ path: 'input.creditsMax', rule: 'required' }],
    });
  });

  it('takes no credits below 0', async () => {
    expect(await errorOf({ creditsMax: -1 })).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('is for operators', async () => {
    const key = await gateway.keyOf('cat', ['GENERATE_VIDEO', 'TASK_READ']);
    expect(await errorOf({}, key)).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('an estimate says that a request would wait once all slots of the model are taken', async () => {
    await gateway.data(CreateTextToVideoDocument, { input: aVideo() });
    const request = { createTextToVideo: aVideo() };
    const { estimate } = await gateway.data(EstimateDocument, { request });
    expect(estimate.wouldWait).toBe(true);
  });
});
