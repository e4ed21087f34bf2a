import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { pinoLogger } from './adapters/pino-logger.js';
import { openDatabase } from './adapters/postgres/database.js';
import { PostgresBudgetStore } from './adapters/postgres/postgres-budget-store.js';
import { PostgresEventBus } from './adapters/postgres/postgres-event-bus.js';
import { PostgresKeyStore } from './adapters/postgres/postgres-key-store.js';
import { PostgresTaskStore } from './adapters/postgres/postgres-task-store.js';
import { PostgresResourceStore } from './adapters/postgres/postgres-resource-store.js';
import { PostgresSettlementStore } from './adapters/postgres/postgres-settlement-store.js';
import { PostgresModerationStore } from './adapters/postgres/postgres-moderation-store.js';
import { PostgresRetentionStore } from './adapters/postgres/retention.js';
import { runwayAccounts } from './adapters/runway/accounts.js';
import { SdkRunwayApi } from './adapters/runway/sdk-runway-api.js';
import { systemClock } from './adapters/system-clock.js';
import { buildGraph } from './api/schema.js';
import { Authenticator } from './auth/authenticate.js';
import type { Config } from './config.js';
import { isScope, SCOPES, type Scope } from './domain/scope.js';
import { SEEDED } from './emulator/seeded.js';
import { startEmulator, type Emulator } from './emulator/start-emulator.js';
import { createHttpServer } from './http/server.js';
import { guardSchema } from './policy/permissions.js';
import { Retention } from './pollers/retention.js';
import { Submitter } from './pollers/submitter.js';
import { Sweeper } from './pollers/sweeper.js';
import { TaskPoller } from './pollers/task-poller.js';
import type { Clock } from './ports/clock.js';
import { noCrashPoints, type CrashPoints } from './ports/crash-points.js';
import type { Logger } from './ports/logger.js';
import type { ResourceStore } from './ports/resource-store.js';
import { Breakers } from './services/breakers.js';
import { Budgets } from './services/budgets.js';
import { Estimates, knownPrice } from './services/estimates.js';
import { FreshOutputs } from './services/fresh-outputs.js';
import { DEFAULT_TENANT, Keys, type IssuedKey } from './services/keys.js';
import { Settlements } from './services/settlements.js';
import { Moderation } from './services/moderation.js';
import { Slots } from './services/slots.js';
import { Submissions } from './services/submissions.js';
import { TaskEvents } from './services/task-events.js';
import { Tasks } from './services/tasks.js';
import { Uploads } from './services/uploads.js';

/** Submissions get so long to end after SIGTERM; the rest become UNCONFIRMED. */
const DRAIN_MS = 25_000;

/** The emulator takes any bearer. */
const EMULATOR_SECRET = 'key_emulator';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** In DATA_DIR: the first operator key, where no terminal was there to show it. */
export const OPERATOR_KEY_FILE = 'operator.key';

/** What tests put in place of the machine's own. */
export interface Machine {
  readonly clock?: Clock;
  readonly log?: Logger;
  /** A migrated data directory to start the embedded database from. */
  readonly databaseTemplate?: Blob;
  /** Told how far each submission has come. */
  readonly crashPoints?: CrashPoints;
}

export interface App {
  /** Base URL of the gateway, e.g. `http://127.0.0.1:4000`. */
  readonly url: string;
  /** The emulator that stands in for Runway; undefined when there is none. */
  readonly emulator: Emulator | undefined;
  /** The operator key, when this start has made one. Shown once, stored nowhere. */
  readonly operatorKey: string | undefined;
  /** Stops accepting, drains, and closes everything. Idempotent. */
  stop(): Promise<void>;
}

/** Builds and starts everything, in the order in which it is needed. Nothing is left over on failure. */
export async function startApp(config: Config, machine: Machine = {}): Promise<App> {
  const clock = machine.clock ?? systemClock;
  const log = machine.log ?? pinoLogger(config.logLevel);
  const cleanups: (() => Promise<void>)[] = [];
  const cleanUp = async (): Promise<void> => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  };
  try {
    return await assemble(config, clock, log, machine, cleanups, cleanUp);
  } catch (error) {
    await cleanUp();
    throw error;
  }
}

async function assemble(
  config: Config,
  clock: Clock,
  log: Logger,
  { databaseTemplate: template, crashPoints = noCrashPoints }: Machine,
  cleanups: (() => Promise<void>)[],
  cleanUp: () => Promise<void>,
): Promise<App> {
  const database = await openDatabase({
    url: config.databaseUrl,
    dataDir: config.dataDir,
    template,
    log,
  });
  cleanups.push(() => database.close());
  const store = new PostgresTaskStore(database);
  const keyStore = new PostgresKeyStore(database);
  const resources = new PostgresResourceStore(database);
  const keys = new Keys({ store: keyStore, clock });
  const bootstrap = await keys.bootstrap(
    config.bootstrapApiKey === undefined ? {} : { bootstrapKey: config.bootstrapApiKey },
  );

  const [secret = EMULATOR_SECRET, ...olderSecrets] = config.runway.secrets;
  const accounts = runwayAccounts([secret, ...olderSecrets]);
  const runwayAccount = accounts.current;
  const emulator = await startEmulatorIfWanted(config, clock);
  if (emulator !== undefined) {
    cleanups.push(() => emulator.close());
    await claimSeeded(resources, runwayAccount, clock.now());
  }
  const runway = new SdkRunwayApi({
    accounts: accounts.byName,
    baseUrl: emulator?.url ?? config.runway.baseUrl,
    timeoutMs: config.runway.timeoutMs,
    clock,
    log,
  });
  cleanups.push(() => runway.close());

  const budgets = new Budgets({ store: new PostgresBudgetStore(database), keys: keyStore, clock });
  const breakers = new Breakers({ clock, log });
  const submissions = new Submissions({
    store,
    runway,
    breakers,
    slots: new Slots({ runway, clock, log, concurrencyMax: config.runway.concurrencyMax }),
    liveTasksMax: config.liveTasksPerTenantMax,
    clock,
    log,
    estimates: new Estimates({
      priceOf: knownPrice,
      creditsMax: config.unknownPriceCreditsMax,
    }),
    runwayAccount,
    submitTimeoutMs: config.runway.timeoutMs,
    crashPoints,
    idempotencyTtlMs: config.idempotencyHours * HOUR_MS,
    onBehalfOf: config.runway.onBehalfOf === 'tenant' ? hashOf : () => null,
    onWork: (kind) => {
      (kind === 'poll' ? poller : submitter).wake();
    },
  });
  const tasks = new Tasks({
    store,
    runway,
    outputs: new FreshOutputs({ store, runway, breakers, clock, log }),
    clock,
    onWork: () => {
      poller.wake();
    },
  });
  const settlements = new Settlements({
    store: new PostgresSettlementStore(database),
    submissions,
    runway,
    clock,
    log,
    runwayAccount,
    onWork: () => {
      poller.wake();
    },
  });
  const bus = new PostgresEventBus({ database, clock, log });
  const taskEvents = new TaskEvents({ store, tasks, bus, clock, log });
  const moderation = new Moderation({
    store: new PostgresModerationStore(database),
    clock,
    log,
    moderatedMax: config.moderatedMax,
    windowMs: config.moderationWindowHours * HOUR_MS,
  });
  const poller = new TaskPoller({
    store,
    runway,
    breakers,
    clock,
    log,
    onSettled: async (task) => {
      submitter.wake();
      await moderation.judge(task);
    },
  });
  const submitter = new Submitter({ store, submissions, clock, log });
  const sweeper = new Sweeper({ store, clock, log });
  const retention = new Retention({
    store: new PostgresRetentionStore(database),
    clock,
    log,
    keptMs: config.retentionDays * DAY_MS,
  });
  const uploads = new Uploads({
    store: resources,
    runway,
    clock,
    runwayAccount,
  });

  if (database.kind === 'pglite') await submissions.recoverAfterCrash();
  await taskEvents.start();
  cleanups.push(() => taskEvents.stop());
  const loops = [poller, submitter, sweeper, retention];
  for (const loop of loops) loop.start();
  let finishing: Promise<unknown> | undefined;
  // Once: a second drain would wait as long again for a submission that hangs.
  const finishWork = async (): Promise<void> => {
    finishing ??= Promise.all([...loops.map((loop) => loop.stop()), submissions.drain(DRAIN_MS)]);
    await finishing;
  };
  cleanups.push(finishWork);

  const graph = buildGraph(
    { budgets, keys, moderation, settlements, submissions, taskEvents, tasks, uploads },
    { relaxedBounds: config.relaxedBounds, requireIdempotencyKey: config.requireIdempotencyKey },
  );
  const server = await createHttpServer({
    schema: guardSchema(graph),
    authenticator: new Authenticator({ keys: keyStore, clock }),
    clock,
    log,
    sandbox: config.sandbox,
    isReady: async () => {
      await database.check();
      return loops.every((loop) => loop.isRunning);
    },
  });
  const url = await server.listen(config.port, config.host);
  // Together, because requests wait for their submissions, and the deadline is one.
  cleanups.push(async () => {
    await Promise.all([server.stop(DRAIN_MS), finishWork()]);
  });
  log.info({ url, store: database.kind, emulator: emulator?.url }, 'the gateway is up');

  return {
    url,
    emulator,
    operatorKey: bootstrap.kind === 'issued' ? bootstrap.text : undefined,
    stop: cleanUp,
  };
}

/** `X-Runway-On-Behalf-Of`: tells tenants apart at Runway without naming them. */
function hashOf(tenantId: string): string {
  return createHash('sha256').update(tenantId).digest('hex');
}

async function startEmulatorIfWanted(config: Config, clock: Clock): Promise<Emulator | undefined> {
  if (config.emulatorPort === undefined) return undefined;
  return await startEmulator({ port: config.emulatorPort, host: '127.0.0.1', clock });
}

/** What stands in the emulator from the start belongs to the first tenant. */
async function claimSeeded(
  resources: ResourceStore,
  runwayAccount: string,
  createdAt: Date,
): Promise<void> {
  const claim = {
    tenantId: DEFAULT_TENANT,
    runwayAccount,
    owner: 'gateway',
    createdAt,
  };
  const { routerId, routerSlug, workflowId } = SEEDED;
  await resources.record({ ...claim, kind: 'router', runwayId: routerId, alias: routerSlug });
  await resources.record({ ...claim, kind: 'workflow', runwayId: workflowId, alias: null });
}

/** Writes the operator key where only its owner can read it, and returns the file's path. */
export async function writeOperatorKey(config: Config, key: string): Promise<string> {
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  const file = join(config.dataDir, OPERATOR_KEY_FILE);
  await writeFile(file, `${key}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
  return file;
}

/** `npm run key:create`: beside a running gateway on Postgres, on a stopped one with PGlite. */
export async function createKey(
  config: Config,
  wanted: {
    readonly tenant: string;
    readonly scopes: readonly string[];
    readonly label: string | null;
  },
): Promise<IssuedKey> {
  const scopes = wanted.scopes.filter((scope): scope is Scope => isScope(scope));
  const unknown = wanted.scopes.filter((scope) => !isScope(scope));
  if (unknown.length > 0 || scopes.length === 0) {
    throw new Error(
      `--scopes takes some of ${SCOPES.join(', ')}, comma-separated${unknown.length > 0 ? `; not ${unknown.join(', ')}` : ''}.`,
    );
  }
  const log = pinoLogger('error');
  const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir, log });
  try {
    const keyStore = new PostgresKeyStore(database);
    if ((await keyStore.findTenant(wanted.tenant)) === undefined) {
      throw new Error(`There is no tenant ${wanted.tenant}.`);
    }
    const keys = new Keys({ store: keyStore, clock: systemClock });
    return await keys.createApiKey({
      tenantId: wanted.tenant,
      scopes,
      label: wanted.label,
      expiresAt: null,
    });
  } finally {
    await database.close();
  }
}
