import { randomUUID } from 'node:crypto';
import type { PostgresPool } from 'kysely';
import { kyselyOver } from '../../../src/adapters/postgres/connection/kysely-over.js';
import type { Stores } from '../../../src/adapters/postgres/stores.js';
import { SEEDED } from '../../../src/emulator/resources/seeded.js';
import { periodStart } from '../../../src/domain/pricing/credits.js';
import { operations } from '../../../src/operations/operations.js';
import { AGEING_KINDS } from '../../../src/ports/tasks/retention-store.js';
import { placeOf } from '../../security/isolation/matrix.js';
import { documentOf } from '../../security/isolation/graph-calls.js';
import { Maker } from '../../security/isolation/holdings.js';
import { ownCalls } from '../../security/isolation/own-calls.js';
import { EVERY_ALERT } from '../gateway/no-alerts.js';
import { Stage, type Tenant } from '../../security/isolation/stage.js';
import { firstEvents } from '../../security/isolation/ways.js';
import type { Holder } from '../../security/isolation/world.js';
import {
  CancelTaskDocument,
  CorrectTaskDocument,
  CreateTextToVideoDocument,
  CreateVideoUpscaleDocument,
  DeleteTenantDocument,
  ResolveTaskDocument,
  ResubmitTaskDocument,
  SetBudgetDocument,
  SuspendTenantDocument,
  TaskDocument,
  TasksDocument,
  TenantsDocument,
  UnconfirmedTasksDocument,
  ViewerCredentialDocument,
  type Scope,
  type TaskFilterInput,
} from '../../../client/src/generated/graphql.js';
import { sample } from '../load/sample.js';
import { FakeClock } from '../time/fake-clock.js';
import { aVideo } from '../client/inputs.js';
import type { TestGateway } from '../gateway/start-gateway.js';
import { sessionStateOf, type SessionState } from './session-state.js';
import { Statements, type RanStatement } from './statements.js';
import { StoreCalls } from './store-calls.js';
import { issueToken } from '../client/tokens.js';
import { EventStreamReader } from '../client/wire.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const LEAPS = 12;

/** Fields that end a tenant, which are called at the end. */
const ENDS = /^(?:suspend|delete)Tenant$/;

export interface Recorded {
  readonly statements: readonly RanStatement[];
  /** Methods of stores that were called, as `SubmissionStore.accept`. */
  readonly methods: ReadonlySet<string>;
  /** The id of the tenant that called. */
  readonly tenant: string;
  /** What the one session of the store held when the gateway had started, and after all that. */
  readonly session: { readonly before: SessionState; readonly after: SessionState };
  /** So many of the statements belong to the start. */
  readonly startStatements: number;
}

/**
 * Runs a gateway on an embedded store through all that it does, and tells what it asked of the store:
 * each root field of the graph, combinations of a list's filters, each outcome of a submission,
 * and the loops.
 */
export async function recordEveryStatement(): Promise<Recorded> {
  const statements = new Statements();
  const calls = new StoreCalls();
  const clock = new FakeClock();
  const environment = { ...EVERY_ALERT, RETENTION_DAYS: '1' };
  let session: PostgresPool | undefined;
  const stage = await Stage.start(clock, environment, {
    wrapPool: (pool) => statements.wrapPool((session = pool)),
    wrapStores: calls.wrapStores,
    httpLimits: { idleGraceMs: 0, credentialCheckMs: 50 },
  });
  const readSession = async (): Promise<SessionState> => {
    if (session === undefined) throw new Error('The gateway has no store');
    return await sessionStateOf(kyselyOver(session));
  };
  try {
    const before = await readSession();
    const startStatements = statements.all.length;
    const holder = await makeEverything(stage, clock);
    const { tenant, things } = holder;
    await callFields(stage, holder, ({ scope, consumes }) => scope !== 'operator' && !consumes);
    await whileStreaming(stage, clock, holder, () => filterTasks(stage.gateway, tenant));
    await meetEveryOutcome(stage, clock, holder);
    const avatar = await new Maker(stage, clock).makeAvatar(tenant, things);
    const again = { ...holder, things: { ...things, avatar } };
    await callFields(stage, holder, ({ scope, consumes }) => scope !== 'operator' && consumes);
    await callFields(stage, again, ({ scope }) => scope === 'operator');
    await askOfArchive(calls.stores, tenant.id, clock.now());
    await end(stage, clock, tenant);
    await askWhatIsRare(calls.stores, clock.now());
    // Not what the test's own audit asks at the end.
    return {
      statements: [...statements.all],
      methods: calls.called,
      tenant: tenant.id,
      session: { before, after: await readSession() },
      startStatements,
    };
  } finally {
    await stage.stop();
  }
}

/** A tenant that has one of everything. */
export async function makeEverything(stage: Stage, clock: FakeClock): Promise<Holder> {
  const maker = new Maker(stage, clock);
  const tenant = await stage.addTenant('ada');
  await maker.grantWorkflow(tenant, SEEDED.workflowId);
  const made = { ...(await maker.makeAll(tenant)), workflow: SEEDED.workflowId };
  const live = { ...made, ...(await maker.makeLive(tenant, made)) };
  const things = { ...live, ...(await maker.cursorsOf(tenant, live)) };
  return { tenant, things, spares: {} };
}

interface Row {
  readonly scope: string;
  readonly consumes: boolean;
}

/** As the owner of what is named, or as the operator. What is answered is for other tests to judge. */
async function callFields(
  stage: Stage,
  holder: Holder,
  isMeant: (row: Row) => boolean,
): Promise<void> {
  const { gateway } = stage;
  for (const [name, { scope }] of Object.entries(operations)) {
    const place = placeOf(name) ?? {};
    if (!isMeant({ scope, consumes: place.consumes === true }) || ENDS.test(name)) continue;
    const field = stage.field(name);
    const by =
      scope === 'operator'
        ? { ...holder.tenant, url: gateway.url, key: gateway.operatorKey }
        : holder.tenant;
    for (const call of ownCalls(field, place, holder)) {
      if (field.root === 'Subscription') await firstEvents(by, field, call);
      else await stage.call(by, name, call);
    }
  }
}

/** With a stream of a live task open, whose credential and task are looked at from time to time. */
async function whileStreaming(
  stage: Stage,
  clock: FakeClock,
  { tenant, things }: Holder,
  work: () => Promise<void>,
): Promise<void> {
  const query = documentOf(stage.field('taskUpdated'));
  const variables = { id: things.liveTask ?? '' };
  const stream = await EventStreamReader.open(tenant.url, tenant.key, { query, variables });
  try {
    await stream.next();
    await work();
    await clock.advance(5_000);
  } finally {
    stream.close();
  }
}

/** Of so many combinations of filters, a sample tries one: an odd number, so that each filter is on in some and off in others. */
const CHOICES_A_SAMPLE = 3;

/**
 * Combinations of filters that the schema offers, on the first page and on a later one: all with SAMPLES=all,
 * and a sample in `npm test`.
 */
async function filterTasks(gateway: TestGateway, { key }: Tenant): Promise<void> {
  const filters: readonly TaskFilterInput[] = [
    { statuses: ['SUCCEEDED', 'FAILED'] },
    { operations: ['CREATE_TEXT_TO_VIDEO'] },
    { models: ['gen4.5'] },
    { labels: ['spring', 'summer'] },
    { createdFrom: '2026-01-01T00:00:00.000Z' },
    { createdBefore: '2026-02-01T00:00:00.000Z' },
  ];
  const { tasks } = await gateway.data(TasksDocument, { first: 1 }, key);
  const after = tasks.pageInfo.endCursor;
  const choices = Array.from({ length: 2 ** filters.length }, (_, choice) => choice);
  for (const choice of sample(choices, CHOICES_A_SAMPLE, 'filters of tasks')) {
    const chosen = filters.filter((_, index) => (choice & (1 << index)) !== 0);
    const filter = Object.assign({}, ...chosen) as TaskFilterInput;
    await gateway.data(TasksDocument, { filter, first: 100 }, key);
    await gateway.data(TasksDocument, { filter, first: 100, after }, key);
  }
}

async function meetEveryOutcome(stage: Stage, clock: FakeClock, holder: Holder): Promise<void> {
  const { tenant } = holder;
  const { gateway } = stage;
  const { emulator } = gateway;
  const path = '/v1/text_to_video';
  const create = async (idempotencyKey?: string, promptText = 'A fox') => {
    const variables = {
      input: aVideo(promptText),
      ...(idempotencyKey !== undefined && { idempotencyKey }),
    };
    const answer = await gateway.ask(CreateTextToVideoDocument, variables, tenant.key);
    return answer.data?.createTextToVideo?.task.id ?? '';
  };
  const callOnce = async (name: string) => {
    const field = stage.field(name);
    await stage.call(tenant, name, ownCalls(field, placeOf(name) ?? {}, holder)[0]);
  };
  const budget = { tenant: tenant.id, period: 'MONTH' } as const;
  await gateway.data(SetBudgetDocument, { input: { ...budget, creditsMax: 1 } });
  await create();
  await gateway.data(SetBudgetDocument, { input: { ...budget, creditsMax: null } });
  await useTokens(gateway, holder);

  // The caller leaves before Runway answers.
  emulator.setFault({ path, times: 1, delayMs: 40_000 });
  const slow = create('slow');
  const isOpen = () =>
    emulator.requests().some((one) => one.method === 'POST' && one.status === null);
  await clock.until(isOpen, { stepMs: 0 });
  await pass(clock, MINUTE_MS);
  await gateway.ask(ResubmitTaskDocument, { id: await slow, idempotencyKey: 'again' }, tenant.key);

  // Refused while its caller waits; lost, found and not found; turned away, and cancelled in time.
  emulator.setFault({ path, times: 1, status: 400, body: { error: 'No.' } });
  await create('refused');
  emulator.setFault({ path, times: 2, status: 500, body: {} });
  const lost = await create('lost');
  await create('lost');
  await gateway.ask(ResolveTaskDocument, { id: lost, input: { runwayTaskId: 'rw-found' } });
  await gateway.ask(ResolveTaskDocument, { id: await create(), input: { notSubmitted: true } });
  for (const input of [{ credits: 1 }, { runwayTaskId: 'rw-other' }, { notSubmitted: true }]) {
    await gateway.ask(CorrectTaskDocument, { id: lost, input });
  }
  await gateway.ask(ResolveTaskDocument, { id: await create(), input: { ended: true } });
  emulator.setFault({ path, times: 2, status: 429, body: { error: 'Slow down.' } });
  await create();
  await gateway.ask(CancelTaskDocument, { id: await create() }, tenant.key);
  await pass(clock, MINUTE_MS);

  // A creation whose answer is lost is looked for; an avatar that changes is followed.
  emulator.setFault({ path: '/v1/voices', times: 1, status: 500, body: {}, carryOut: true });
  await callOnce('createVoice');
  await pass(clock, 2 * MINUTE_MS);
  emulator.settings.processingSeconds = 5;
  await callOnce('updateAvatar');

  // Slots are taken, what waits is told so, and is refused when its turn has come.
  Object.assign(emulator.settings, { taskSeconds: 30, concurrency: 1, outputSeconds: 3_600 });
  await pass(clock, 2 * MINUTE_MS);
  for (let made = 0; made < 3; made += 1) await create();
  emulator.setFault({ path, times: 1, status: 400, body: { error: 'No.' } });
  await pass(clock, MINUTE_MS);
  Object.assign(emulator.settings, { taskSeconds: 0, concurrency: null });
  await create(undefined, '[moderated]');
  const made = await create();
  await pass(clock, 2 * MINUTE_MS);

  // Addresses of outputs run out.
  await clock.leap(2 * 60 * MINUTE_MS);
  await gateway.ask(TaskDocument, { id: made }, tenant.key);
  await useOutput(stage, clock, tenant, made);
}

/** Something is made of what a task has made; its upload is refused, then fails, then succeeds. */
async function useOutput(
  { gateway }: Stage,
  clock: FakeClock,
  { key }: Tenant,
  taskId: string,
): Promise<void> {
  const videoUri = `gateway://outputs/${taskId}.0`;
  const input = { enhanceFrameRate: { videoUri, targetFramerate: 'TARGET_FRAMERATE_30' } } as const;
  gateway.emulator.setFault({ path: '/uploads/*', times: 1, status: 400 });
  await gateway.ask(CreateVideoUpscaleDocument, { input }, key);
  await pass(clock, 12 * MINUTE_MS);
  gateway.emulator.setFault({ path: '/uploads/*', times: 1, status: 503 });
  await gateway.ask(CreateVideoUpscaleDocument, { input }, key);
  await pass(clock, MINUTE_MS);
  await gateway.ask(TasksDocument, { filter: { madeFrom: taskId }, first: 10 }, key);
}

/** One token with a budget that is used up, and one that sees one task alone. */
async function useTokens(gateway: TestGateway, { tenant, things }: Holder): Promise<void> {
  const scopes: Scope[] = ['TASK_READ', 'GENERATE_VIDEO'];
  const spender = await issueToken(gateway, tenant.key, { scopes, creditsMax: 60 });
  for (let made = 0; made < 2; made += 1) {
    await gateway.ask(CreateTextToVideoDocument, { input: aVideo() }, spender);
  }
  await gateway.data(ViewerCredentialDocument, {}, spender);
  const taskIds = [things.task ?? ''];
  const reader = await issueToken(gateway, tenant.key, { scopes: ['TASK_READ'], taskIds });
  await gateway.data(TasksDocument, { first: 1 }, reader);
}

/** Lets a tenant go, whose things Runway does not delete at once, and what is left grow old. */
async function end(stage: Stage, clock: FakeClock, { id }: Tenant): Promise<void> {
  const { gateway } = stage;
  await gateway.data(TenantsDocument, { first: 20 });
  await gateway.data(UnconfirmedTasksDocument, { about: 'COST' });
  await gateway.data(SuspendTenantDocument, { id });
  gateway.emulator.setFault({ method: 'DELETE', path: '*', times: 2, status: 500, body: {} });
  await gateway.data(DeleteTenantDocument, { id });
  await pass(clock, 5 * MINUTE_MS);
  await pass(clock, 2 * DAY_MS);
  await clock.advance(5_000);
}

/** At a first start, of an account near its limits, for a tenant's second secret, with TENANCY=single, for tokens of other issuers, and of rows that cannot be deleted. */
async function askWhatIsRare(stores: Stores, now: Date): Promise<void> {
  const { alerts, books, credentials, figures, keys, policies, restored, tenants } = stores;
  const { outputUploads, retention } = stores;
  await books.checkDay(periodStart('DAY', now), true);
  await books.checkMonth(periodStart('MONTH', now));
  await books.checkTasks({ from: now, to: now });
  await figures.read(now);
  await figures.readTenants(now, 10);
  const account = { subject: 'account:default', detail: 'credits', tenantId: null };
  const sighting = { ...account, rule: 'runway_limit_70', keyId: null, address: null } as const;
  const plan = { thresholds: new Map(), answers: new Map(), throttleMs: 1, spendFloorCredits: 1 };
  await alerts.raise([{ ...sighting, count: 70, threshold: 70 }], { ...plan, perHourMax: 10 }, now);
  await alerts.listAlertsAfter(0, 10);
  await alerts.alertRange();
  await alerts.markTold([], now);
  await alerts.forgetBefore(now, 10);
  const output = { taskId: randomUUID(), position: 0 };
  const upload = { ...output, tenantId: 'ada', runwayAccount: 'default', fence: 1, attempts: 0 };
  await outputUploads.take({ now, until: now }, upload);
  await outputUploads.extend(upload, now);
  await outputUploads.giveBack(upload, now);
  await outputUploads.wake(output.taskId, now);
  await stores.deliveries.record([], now);
  await stores.deliveries.figures(now);
  await stores.defaultSecrets.has('ada');
  await keys.hasKeys();
  await keys.listActiveTenants(['ada']);
  await policies.findPolicies('ada', null);
  await restored.holdQueued(now);
  await restored.noteHeld(now);
  await tenants.count();
  await credentials.findMade('own-ada-1', 'ada');
  await credentials.hasLiveTasks('own-ada-1');
  for (const kind of AGEING_KINDS) {
    await retention.placeAfter({ kind, now, before: now, limit: 10, after: null });
  }
}

/** The archive is off where everything else is done: a suite of its own copies files. */
async function askOfArchive({ archive }: Stores, tenantId: string, now: Date): Promise<void> {
  const taskId = randomUUID();
  const id = `${taskId}.0`;
  const lease = {
    id,
    tenantId,
    taskId,
    position: 0,
    fence: 1,
    attempts: 0,
    sourceTag: null,
  };
  await archive.findServedTenant(taskId);
  await archive.keptBytes(tenantId);
  await archive.takeCopy(now, now);
  await archive.extendCopy(lease, now);
  await archive.noteSource(lease, 'a tag');
  await archive.fileKey(lease);
  await archive.keepCopy(lease, { bytes: 1, sha256: 'aa', type: 'image/png' }, now);
  await archive.postponeCopy(lease, now);
  await archive.giveUpCopy(lease, 'LOST');
  await archive.expireKept(now, 10);
  await archive.takeErasures(now, now, 10);
  await archive.forgetErasures([id]);
  await archive.findOwned([id]);
}

/** In leaps, so that loops do not go their rounds second by second. */
async function pass(clock: FakeClock, ms: number): Promise<void> {
  for (let leap = 0; leap < LEAPS; leap += 1) await clock.leap(ms / LEAPS);
}
