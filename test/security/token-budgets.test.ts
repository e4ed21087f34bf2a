// Guarantee: no number of simultaneous requests with a token spends more than the token's budget, and
// what it spends counts towards the key that it was issued for.
import {
  CreateTextToVideoDocument,
  SetBudgetDocument,
  ViewerBudgetDocument,
  ViewerCredentialDocument,
} from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { aVideo } from '../support/client/inputs.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { createVideo, postsTo, untilStatus } from '../support/client/tasks.js';
import { issueToken } from '../support/client/tokens.js';

/** Credits of `aVideo`, by our prices and by the emulator's. */
const PRICE = 60;
const PATH = '/v1/text_to_video';

describe('the budget of a token', () => {
  let clock: FakeClock;
  let gateway: TestGateway;
  let key: string;

  beforeEach(async () => {
    clock = new FakeClock();
    gateway = await startGateway({}, { clock });
    key = await gateway.keyOf('acme', ['TASK_READ', 'GENERATE_VIDEO']);
  }, 120_000);

  afterEach(() => gateway.stop());

  const token = (creditsMax: number) =>
    issueToken(gateway, key, { scopes: ['TASK_READ', 'GENERATE_VIDEO'], creditsMax });
  const create = (credential: string, idempotencyKey?: string) =>
    gateway.ask(
      CreateTextToVideoDocument,
      { input: aVideo(), ...(idempotencyKey !== undefined && { idempotencyKey }) },
      credential,
    );
  const remaining = async (credential: string) =>
    (await gateway.data(ViewerCredentialDocument, {}, credential)).viewer.limits?.creditsRemaining;

  it('B4, B5: lets through what fits of fifty simultaneous requests, and sends nothing else', async () => {
    const credential = await token(2 * PRICE);
    const answers = await Promise.all(Array.from({ length: 50 }, () => create(credential)));
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code);
    expect(codes.filter((code) => code === undefined)).toHaveLength(2);
    expect(codes.filter((code) => code === 'BUDGET_EXCEEDED')).toHaveLength(48);
    expect(postsTo(gateway, PATH)).toBe(2);
    expect(await remaining(credential)).toBe(0);
    const { errors } = await create(credential);
    expect(errors?.[0]?.extensions.issues).toMatchObject([
      { path: 'input', rule: 'budget:TOKEN', allowed: ['at most 0 credits'] },
    ]);
  });

  it('is its own: another token of the key has another', async () => {
    const [one, other] = [await token(PRICE), await token(PRICE)];
    await createVideo(gateway, {}, one);
    expect((await create(one)).errors?.[0]?.extensions.code).toBe('BUDGET_EXCEEDED');
    await createVideo(gateway, {}, other);
    expect((await create(await token(0))).errors?.[0]?.extensions.code).toBe('BUDGET_EXCEEDED');
  });

  it('counts towards the key, whose budget bounds all its tokens', async () => {
    const input = { tenant: 'acme', key: key.split('_')[1] ?? '', period: 'DAY' } as const;
    await gateway.data(SetBudgetDocument, { input: { ...input, creditsMax: PRICE } });
    await createVideo(gateway, {}, await token(10 * PRICE));
    const { errors } = await create(await token(10 * PRICE));
    expect(errors?.[0]?.extensions.issues).toMatchObject([{ rule: 'budget:KEY:DAY' }]);
    const { viewer } = await gateway.data(ViewerBudgetDocument, {}, key);
    expect(viewer.budget.map(({ scope, period, reserved }) => [scope, period, reserved])).toEqual([
      ['TENANT', 'DAY', PRICE],
      ['TENANT', 'MONTH', PRICE],
      ['KEY', 'DAY', PRICE],
      ['KEY', 'MONTH', PRICE],
    ]);
  });

  it('is given back what did not cost, and buys once for an idempotency key', async () => {
    const credential = await token(PRICE);
    gateway.emulator.setFault({ method: 'POST', path: PATH, status: 400, times: 1 });
    await create(credential);
    expect(await remaining(credential)).toBe(PRICE);
    const first = await create(credential, 'once');
    const again = await create(credential, 'once');
    expect(again.data?.createTextToVideo?.task.id).toBe(first.data?.createTextToVideo?.task.id);
    expect(await remaining(credential)).toBe(0);
  });

  it('follows what a task has cost in the end', async () => {
    const credential = await token(10 * PRICE);
    const { id } = await createVideo(gateway, {}, credential);
    expect(await remaining(credential)).toBe(9 * PRICE);
    const { cost } = await untilStatus(gateway, clock, id, 'SUCCEEDED', credential);
    expect(await remaining(credential)).toBe(10 * PRICE - Number(cost));
  });
});
