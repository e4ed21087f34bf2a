import { ELSEWHERE } from '../../src/emulator/resources/seeded.js';
import type { JsonObject } from '../../src/domain/input/json.js';
import type { GenerationField } from '../../src/operations/generation-operations.js';
import { knownPrice } from '../../src/services/submission/estimates.js';
import { SetBudgetDocument, ViewerBudgetDocument } from '../../client/src/generated/graphql.js';
import { DEFAULT_TENANT } from '../../src/services/keys/keys.js';
import { grant } from '../support/client/resources.js';
import type { Answer } from '../support/gateway/start-gateway.js';
import { useGateway, type GatewayStage } from '../support/gateway/gateway-stage.js';
import { untilStatus } from '../support/client/tasks.js';
import type { Fixture } from './fixtures/fixture.js';
import { generationFixtures } from './fixtures/generation-fixtures.js';

/** The least that is set aside for a request without a known ceiling: less than any costs. */
const CREDITS_MAX = 1;

/** A budget that is spent long before all fixtures are made. */
const BUDGET = 4_000;

const fixtures: readonly Fixture[] = (Object.keys(generationFixtures) as GenerationField[]).flatMap(
  (field) => generationFixtures[field],
);

interface Made {
  readonly task: { readonly id: string } | null;
  readonly estimate: { readonly credits: number; readonly isGuaranteed: boolean };
}

/** Sends a fixture as the tenant that owns what fixtures name. */
async function create({ gateway }: GatewayStage, { operation, input }: Fixture) {
  const type = `${operation.charAt(0).toUpperCase()}${operation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) {
    made: ${operation}(input: $input) { task { id } estimate { credits isGuaranteed } }
  }`;
  const response = await gateway.post({ query, variables: { input } });
  return (await response.json()) as Answer<{ made: Made }>;
}

async function setBudget({ gateway }: GatewayStage, creditsMax: number | null): Promise<void> {
  await gateway.data(SetBudgetDocument, {
    input: { tenant: DEFAULT_TENANT, period: 'DAY', creditsMax },
  });
}

async function budgetOf({ gateway }: GatewayStage) {
  const [day] = (await gateway.data(ViewerBudgetDocument, {})).viewer.budget;
  if (day === undefined) throw new Error('There is no budget');
  return day;
}

async function giveSeeded({ gateway }: GatewayStage): Promise<void> {
  await grant(gateway, DEFAULT_TENANT, 'AVATAR', ELSEWHERE.avatarId);
  await grant(gateway, DEFAULT_TENANT, 'VOICE', ELSEWHERE.voiceId);
}

function codeOf({ errors }: Answer<unknown>): string | undefined {
  return errors?.[0]?.extensions.code;
}

// Guarantee: where budgets refuse what has no known ceiling, none is overrun, by whatever operation.
describe('UNPRICED=refuse', () => {
  const stage = useGateway({
    UNPRICED: 'refuse',
    UNKNOWN_PRICE_CREDITS_MAX: String(CREDITS_MAX),
  });

  beforeAll(async () => {
    await giveSeeded(stage);
    stage.gateway.emulator.settings.taskSeconds = 0;
  });

  it('permits everything where nothing limits the tenant', async () => {
    await setBudget(stage, null);
    const [dubbing] = generationFixtures.createVoiceDubbing;
    if (dubbing === undefined) throw new Error('There is no fixture');
    expect(codeOf(await create(stage, dubbing))).toBeUndefined();
  });

  it('keeps a budget, whichever requests are made', async () => {
    const before = await budgetOf(stage);
    await setBudget(stage, before.reserved + before.spent + BUDGET);
    const codes = new Set<string | undefined>();
    for (const fixture of fixtures) {
      const answer = await create(stage, fixture);
      codes.add(codeOf(answer));
      if (answer.data?.made) expect(answer.data.made.estimate.isGuaranteed).toBe(true);
      const { reserved, spent, limit, overrun } = await budgetOf(stage);
      expect(reserved + spent).toBeLessThanOrEqual(limit ?? 0);
      expect(overrun).toBe(before.overrun);
    }
    expect(codes).toEqual(new Set([undefined, 'BUDGET_EXCEEDED', 'PRICE_UNKNOWN']));
  }, 300_000);
});

// Guarantee: a guaranteed estimate is never exceeded, and what exceeds another one is told.
describe('UNPRICED=reserve', () => {
  const alarms: object[] = [];
  const quiet = () => undefined;
  const log = {
    debug: quiet,
    info: quiet,
    warn: quiet,
    error: (fields: object, message: string) => {
      if (message === 'a task takes more credits than were set aside for it') alarms.push(fields);
    },
  };
  const stage = useGateway({ UNKNOWN_PRICE_CREDITS_MAX: String(CREDITS_MAX) }, { log });

  beforeAll(async () => {
    await giveSeeded(stage);
    stage.gateway.emulator.settings.taskSeconds = 0;
  });

  it('raises the alarm and shows in the ledger what a task takes beyond its estimate', async () => {
    const { gateway, clock } = stage;
    const before = await budgetOf(stage);
    await setBudget(stage, 10);
    const audioUri = 'https://assets.example.com/podcast.mp3?seconds=60';
    const answer = await create(stage, {
      name: 'a minute of sound: 1 credit for 2 s',
      operation: 'createVoiceDubbing',
      input: { elevenVoiceDubbing: { audioUri, targetLang: 'DE' } },
      body: {},
    });
    const id = answer.data?.made.task?.id ?? '';
    expect(answer.data?.made.estimate.isGuaranteed).toBe(true);
    expect(alarms).toEqual([
      {
        taskId: id,
        tenantId: DEFAULT_TENANT,
        operation: 'createVoiceDubbing',
        model: 'eleven_voice_dubbing',
        setAside: CREDITS_MAX,
        overrun: 30 - CREDITS_MAX,
      },
    ]);
    await untilStatus(gateway, clock, id, 'SUCCEEDED');
    expect(await budgetOf(stage)).toMatchObject({
      spent: before.spent + 30,
      overrun: before.overrun + 30 - CREDITS_MAX,
      remaining: 0,
    });
    expect(alarms).toHaveLength(1);
  });

  it('never takes more for a task than a guaranteed estimate, whichever request it is', async () => {
    await setBudget(stage, null);
    const overran = new Set<boolean>();
    for (const fixture of fixtures) {
      alarms.length = 0;
      const before = await budgetOf(stage);
      expect(codeOf(await create(stage, fixture))).toBeUndefined();
      const isOver = (await budgetOf(stage)).overrun > before.overrun;
      expect(alarms).toHaveLength(isOver ? 1 : 0);
      const price = knownPrice(fixture.operation, fixture.body as JsonObject);
      if (price?.isCeiling === true) expect(isOver).toBe(false);
      overran.add(isOver);
    }
    // Neither half of the fixtures is empty, so that each rule has been seen.
    expect(overran).toEqual(new Set([true, false]));
  }, 300_000);
});
