import { ELSEWHERE } from '../../src/emulator/resources/seeded.js';
import {
  EstimateDocument,
  SetBudgetDocument,
  TasksDocument,
  ViewerBudgetDocument,
  type EstimateInput,
  type TaskStatus,
} from '../../client/src/generated/graphql.js';
import { DEFAULT_TENANT } from '../../src/services/keys/keys.js';
import { sample } from '../support/load/sample.js';
import { A_SESSION, grant } from '../support/client/resources.js';
import { untilJoinable } from '../support/client/sessions.js';
import type { Answer } from '../support/gateway/start-gateway.js';
import { useGateway, type GatewayStage } from '../support/gateway/gateway-stage.js';
import { untilStatus } from '../support/client/tasks.js';
import { joinSession } from '../support/runway/upstream.js';
import {
  spendingRequests,
  submission,
  type SpendingRequest,
} from './fixtures/spending-requests.js';

/** The least that is set aside for a request without a known ceiling: less than any costs. */
const CREDITS_MAX = 1;

/** A budget that is spent long before all requests are made; a sample of them has its part of it. */
const BUDGET = 4_000;

/** Of so many requests of a field, a sample makes one. */
const REQUESTS_A_SAMPLE = 4;

/** Longer than from one read of a task to the next. */
const STRIDE_MS = 10_000;

const fields = [...new Set(spendingRequests.map(({ field }) => field))];

const requestsOf = (field: string): SpendingRequest[] =>
  spendingRequests.filter((request) => request.field === field);

/** Some of each field's, in each test others. */
const someRequests = (place: string): SpendingRequest[] =>
  fields.flatMap((field) => sample(requestsOf(field), REQUESTS_A_SAMPLE, `${place} ${field}`));

interface Made {
  readonly task: { readonly id: string; readonly runwayTaskId: string | null } | null;
  readonly estimate: { readonly credits: number; readonly isGuaranteed: boolean };
}

const PAYLOAD = '{ task { id runwayTaskId } estimate { credits isGuaranteed } }';

/** Sends a request as the tenant that owns what its input names. */
async function create(
  stage: GatewayStage,
  request: SpendingRequest,
): Promise<Answer<{ made: Made }>> {
  return await send(stage, request, await request.variables(stage));
}

async function send({ gateway }: GatewayStage, { document }: SpendingRequest, variables: object) {
  const response = await gateway.post({ query: document(PAYLOAD), variables });
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

async function estimateOf({ gateway }: GatewayStage, { estimated }: SpendingRequest) {
  const request = estimated as unknown as EstimateInput;
  return (await gateway.data(EstimateDocument, { request })).estimate;
}

/** Lets time pass until nothing can cost more than it does. */
async function untilAllSettled({ gateway, clock }: GatewayStage): Promise<void> {
  const statuses: TaskStatus[] = ['QUEUED', 'PENDING', 'THROTTLED', 'RUNNING'];
  await clock.until(
    async () =>
      (await gateway.data(TasksDocument, { filter: { statuses } })).tasks.nodes.length === 0,
    { stepMs: STRIDE_MS, steps: 1_200, strides: true },
  );
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
    const dubbing = spendingRequests.find(({ field }) => field === 'createVoiceDubbing');
    if (dubbing === undefined) throw new Error('There is no request');
    expect(codeOf(await create(stage, dubbing))).toBeUndefined();
  });

  it('keeps a budget, whichever requests are made', async () => {
    const prepared = await Promise.all(
      someRequests('a budget').map(
        async (request) => [request, await request.variables(stage)] as const,
      ),
    );
    const before = await budgetOf(stage);
    const budget = Math.ceil((BUDGET * prepared.length) / spendingRequests.length);
    await setBudget(stage, before.reserved + before.spent + budget);
    const codes = new Set<string | undefined>();
    for (const [request, variables] of prepared) {
      const answer = await send(stage, request, variables);
      codes.add(codeOf(answer));
      if (answer.data?.made) expect(answer.data.made.estimate.isGuaranteed).toBe(true);
      const { reserved, spent, limit, overrun } = await budgetOf(stage);
      expect(reserved + spent).toBeLessThanOrEqual(limit ?? 0);
      expect(overrun).toBe(before.overrun);
    }
    expect(codes).toEqual(new Set([undefined, 'BUDGET_EXCEEDED', 'PRICE_UNKNOWN']));
  }, 300_000);

  it.each(fields)(
    '%s keeps a budget that its estimate fills',
    async (field) => {
      for (const request of sample(requestsOf(field), REQUESTS_A_SAMPLE, field)) {
        await setBudget(stage, null);
        const variables = await request.variables(stage);
        const { credits, isGuaranteed } = await estimateOf(stage, request);
        const { reserved, spent, overrun } = await budgetOf(stage);
        const limit = reserved + spent + credits;
        await setBudget(stage, limit - 1);
        if (credits > 0) {
          expect(codeOf(await send(stage, request, variables))).toBe('BUDGET_EXCEEDED');
        }
        await setBudget(stage, limit);
        const code = codeOf(await send(stage, request, variables));
        expect([code, isGuaranteed]).toEqual([
          isGuaranteed ? undefined : 'PRICE_UNKNOWN',
          isGuaranteed,
        ]);
        const after = await budgetOf(stage);
        expect(after.reserved + after.spent).toBeLessThanOrEqual(limit);
        expect(after.overrun).toBe(overrun);
      }
    },
    300_000,
  );

  it('is overrun by nothing that settles later', async () => {
    const { overrun } = await budgetOf(stage);
    await untilAllSettled(stage);
    expect(await budgetOf(stage)).toMatchObject({ reserved: 0, overrun });
  });

  it('holds for a session that lasts as long as it may', async () => {
    const { gateway, clock } = stage;
    const { spent, overrun } = await budgetOf(stage);
    await setBudget(stage, spent + 6);
    const input = { gwm1Avatars: { ...A_SESSION, maxDuration: 10 } };
    const answer = await create(stage, submission('createRealtimeSession', input));
    const { id = '', runwayTaskId = '' } = answer.data?.made.task ?? {};
    await joinSession(gateway, runwayTaskId ?? '', await untilJoinable(stage, runwayTaskId ?? ''));
    await untilStatus(gateway, clock, id, 'SUCCEEDED');
    expect(await budgetOf(stage)).toMatchObject({ reserved: 0, spent: spent + 6, overrun });
  });
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
    // A minute of sound: 1 credit for 2 s.
    const input = { elevenVoiceDubbing: { audioUri, targetLang: 'DE' } };
    const answer = await create(stage, submission('createVoiceDubbing', input));
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
    for (const request of someRequests('an estimate')) {
      const variables = await request.variables(stage);
      const { isGuaranteed } = await estimateOf(stage, request);
      alarms.length = 0;
      const before = await budgetOf(stage);
      expect(codeOf(await send(stage, request, variables))).toBeUndefined();
      const isOver = (await budgetOf(stage)).overrun > before.overrun;
      expect(alarms).toHaveLength(isOver ? 1 : 0);
      if (isGuaranteed) expect(isOver).toBe(false);
      overran.add(isOver);
    }
    // Neither half of the requests is empty, so that each rule has been seen.
    expect(overran).toEqual(new Set([true, false]));
  }, 300_000);
});
