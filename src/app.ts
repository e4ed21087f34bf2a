import { createHash } from 'node:crypto';
import { memoryRateLimits } from './adapters/memory/memory-rate-limits.js';
import { pinoLogger } from './adapters/log/pino-logger.js';
import {
  openDatabase,
  type Database,
  type WrapPool,
} from './adapters/postgres/connection/database.js';
import { assertDurable } from './adapters/postgres/connection/server-settings.js';
import { PostgresEventBus } from './adapters/postgres/events/postgres-event-bus.js';
import { storesOf, type Stores } from './adapters/postgres/stores.js';
import { openRedisRateLimits } from './adapters/redis/open-rate-limits.js';
import { RunwayClient } from './adapters/runway/client/runway-client.js';
import { SdkCredentialCheck } from './adapters/runway/sdk-credential-check.js';
import { SdkRunwayApi } from './adapters/runway/sdk-runway-api.js';
import { SdkRunwayOrganization } from './adapters/runway/organization/sdk-runway-organization.js';
import { SdkRunwayResources } from './adapters/runway/resources/sdk-runway-resources.js';
import { systemClock } from './adapters/system-clock.js';
import { openAudit } from './app/open-audit.js';
import { readKeyRing } from './app/encryption.js';
import { readRunwaySecrets } from './app/runway-secrets.js';
import { readSigningKeys } from './app/signing-key-file.js';
import { warnOfSuspectVariables } from './app/suspect-variables.js';
import { readTlsFiles, warnOfPlainHttp } from './app/tls-files.js';
import { audienceOf, trustedIssuers } from './app/tokens.js';
import { readTrustedDocuments } from './app/trusted-documents-file.js';
import { toGatewayError } from './api/errors/format-error.js';
import { buildGraph } from './api/schema.js';
import { Authenticator } from './auth/authenticate.js';
import { TokenVerifier } from './auth/token-verifier.js';
import type { Config } from './config/config.js';
import { listenError } from './config/listen-error.js';
import type { Emulator } from './emulator/server/start-emulator.js';
import { HTTP_LIMITS, type HttpLimits } from './http/http-limits.js';
import { createHttpServer } from './http/server.js';
import type { RateLimitOptions } from './http/throttling/rate-limits.js';
import { grantSeeded, startLocalEmulator } from './local-emulator.js';
import { operatorKeyFile } from './operator-key.js';
import { auditSchema } from './policy/audit/audited-schema.js';
import { findUnfitDocuments } from './policy/document/trusted-document-list.js';
import { guardSchema } from './policy/permissions.js';
import { finder } from './pollers/finder.js';
import { tenantRatesReader } from './pollers/tenant-rates-reader.js';
import { keyUsageWriter } from './pollers/key-usage-writer.js';
import { retention } from './pollers/retention-loop.js';
import { Submitter } from './pollers/submitter.js';
import { storedAccounts } from './pollers/stored-accounts.js';
import { sweeper } from './pollers/sweeper.js';
import { TaskPoller } from './pollers/task-poller.js';
import { tenantRemover } from './pollers/tenant-remover.js';
import type { Clock } from './ports/clock.js';
import { noCrashPoints, type CrashPoints } from './ports/crash-points.js';
import type { Logger } from './ports/logger.js';
import { KnownAccounts } from './services/accounts/known-accounts.js';
import { RunwayCredentials } from './services/accounts/runway-credentials.js';
import { AuditEvents } from './services/audit/audit-events.js';
import { AccountAlarms } from './services/organization/account-alarms.js';
import { Breakers } from './services/upstream/breakers.js';
import { Budgets } from './services/budgets/budgets.js';
import { CallGate } from './services/upstream/call-gate.js';
import { Estimates, knownPrice } from './services/submission/estimates.js';
import { Following } from './services/resources/following.js';
import { FreshOutputs } from './services/tasks/fresh-outputs.js';
import { Grants } from './services/resources/grants.js';
import { KnownTenantRates } from './services/limits/known-tenant-rates.js';
import { DEFAULT_TENANT, Keys } from './services/keys/keys.js';
import { AccessReviews } from './services/keys/access-reviews.js';
import { KeyUsage } from './services/keys/key-usage.js';
import { ManagedKeys } from './services/keys/managed-keys.js';
import { Policies } from './services/keys/policies.js';
import { OrganizationReports } from './services/organization/organization-reports.js';
import { LostCreations } from './services/settlement/lost-creations.js';
import { Ownership } from './services/resources/ownership.js';
import { ResourceEvents } from './services/resources/resource-events.js';
import { Resources } from './services/resources/resources.js';
import { Settlements } from './services/settlement/settlements.js';
import { Moderation } from './services/tenants/moderation.js';
import { Slots } from './services/dispatch/slots.js';
import { Submissions } from './services/submission/submissions.js';
import { TaskEvents } from './services/events/task-events.js';
import { Tasks } from './services/tasks/tasks.js';
import { TenantRemoval } from './services/tenants/tenant-removal.js';
import { Tenants } from './services/tenants/tenants.js';
import { TokenIssuer } from './services/tokens/token-issuer.js';
import { Uploads } from './services/resources/uploads.js';

/** Submissions get so long to end after SIGTERM; the rest become UNCONFIRMED. */
const DRAIN_MS = 25_000;

/**
 * What a change that Runway fetches media for needs beside Runway's own deadline. Submissions are
 * answered earlier (see CALLER_WAITS_MS).
 */
const ANSWER_MARGIN_MS = 60_000;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What tests put in place of the machine's own. */
export interface Machine {
  readonly clock?: Clock;
  readonly log?: Logger;
  /** A migrated data directory to start the embedded database from. */
  readonly databaseTemplate?: Blob;
  /** Told how far each submission has come. */
  readonly crashPoints?: CrashPoints;
  /** Looks at the database when all else has ended. */
  readonly audit?: (database: Database) => Promise<void>;
  readonly httpLimits?: Partial<HttpLimits>;
  /** Sees every statement. */
  readonly wrapPool?: WrapPool;
  /** Sees every call of a store. */
  readonly wrapStores?: (stores: Stores) => Stores;
}

export interface App {
  /** Base URL of the gateway, e.g. `http://127.0.0.1:4000`. */
  readonly url: string;
  /** The emulator that stands in for Runway; undefined when there is none. */
  readonly emulator: Emulator | undefined;
  /** Stops accepting, drains, and closes everything. Idempotent. */
  stop(): Promise<void>;
}

/** Builds and starts everything, in the order in which it is needed. Nothing is left over on failure. */
export async function startApp(config: Config, machine: Machine = {}): Promise<App> {
  const clock = machine.clock ?? systemClock;
  const { log, flush } =
    machine.log === undefined
      ? pinoLogger({ level: config.logLevel, format: config.logFormat })
      : { log: machine.log, flush: () => Promise.resolve() };
  const cleanups: (() => Promise<void>)[] = [];
  const cleanUp = async (): Promise<void> => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  };
  const stop = async (): Promise<void> => {
    const since = clock.now().getTime();
    log.info({}, 'the gateway is stopping');
    await cleanUp();
    log.info({ ms: clock.now().getTime() - since }, 'the gateway has stopped');
    await flush();
  };
  let stopping: Promise<void> | undefined;
  try {
    const app = await assemble(config, clock, log, machine, cleanups);
    return { ...app, stop: () => (stopping ??= stop()) };
  } catch (error) {
    await cleanUp();
    await flush();
    throw error;
  }
}

async function assemble(
  config: Config,
  clock: Clock,
  log: Logger,
  {
    databaseTemplate: template,
    crashPoints = noCrashPoints,
    httpLimits = {},
    audit,
    wrapPool,
    wrapStores = (stores) => stores,
  }: Machine,
  cleanups: (() => Promise<void>)[],
): Promise<Omit<App, 'stop'>> {
  // What operators get wrong is told before anything is touched.
  const tlsFiles = await readTlsFiles(config, { clock, log });
  const secrets = await readRunwaySecrets(config, { clock, log });
  const documents = await readTrustedDocuments(config, { clock, log });
  const signing = await readSigningKeys(config, { clock, log });
  const signingKeys = signing.keys;
  const keyRing = await readKeyRing(config, log);
  const database = await openDatabase({
    keys: keyRing,
    url: config.databaseUrl,
    schema: config.databaseSchema,
    dataDir: config.dataDir,
    template,
    log,
    wrapPool,
  });
  cleanups.push(() => database.close());
  await assertDurable(database, { production: config.production, log });
  if (audit !== undefined) cleanups.push(() => audit(database));
  const stores = wrapStores(storesOf(database));
  const auditing = openAudit(config, { log: stores.audit, clock, logger: log });
  // After all that may leave records.
  cleanups.push(() => auditing.stop());
  const tenantRates = new KnownTenantRates(stores.tenants);
  const ratesReader = tenantRatesReader({ rates: tenantRates, clock, log });
  const rateLimits = await openRateLimits(config, { clock, log, cleanups });
  const tenants = new Tenants({
    store: stores.tenants,
    budgets: stores.budgets,
    clock,
    log,
    tenancy: config.tenancy,
    onRemoval: () => {
      remover.wake();
    },
    onLimits: () => {
      ratesReader.wake();
    },
  });
  const keys = new Keys({ store: stores.keys, tenants: stores.tenants, clock });
  const keyUsage = new KeyUsage({ store: stores.keyUsage, clock, log });
  // When all requests have ended.
  cleanups.push(() => keyUsage.flush());
  const accessReviews = new AccessReviews({
    store: stores.accessReviews,
    usage: keyUsage,
    clock,
    log,
  });
  const managedKeys = new ManagedKeys({
    keys,
    store: stores.keys,
    authorities: { keys: stores.keys, budgets: stores.budgets, clock },
    usage: keyUsage,
    log,
  });
  await tenants.checkTenancy();

  const { accounts } = secrets;
  let onOperatorSecret = (): Promise<void> => Promise.resolve();
  const routes = new KnownAccounts({
    store: stores.credentials,
    log,
    operator: () => accounts.current,
    onOperatorSecret: (secret) => {
      accounts.useStored(secret);
      void onOperatorSecret();
    },
    onChanged: (account) => {
      breakers.forget(account);
      slots.forget(account);
      alarms.forget(account);
      wakeAll();
    },
  });
  const emulator = await startLocalEmulator(config, clock);
  if (emulator !== undefined) cleanups.push(() => emulator.close());
  const runwayUrl = emulator?.url ?? config.runway.baseUrl;
  const breakers = new Breakers({ clock, log });
  const client = new RunwayClient({
    accounts: () => accounts.byName,
    ownSecretOf: (account) => routes.secretOf(account),
    baseUrl: runwayUrl,
    timeoutMs: config.runway.timeoutMs,
    clock,
    gate: new CallGate({ breakers, clock }),
  });
  cleanups.push(() => client.close());
  const runway = new SdkRunwayApi({ client, log });
  const runwayResources = new SdkRunwayResources(client);
  const organization = new SdkRunwayOrganization(client);
  const alarms = new AccountAlarms({ runway: organization, clock, log });

  const budgets = new Budgets({
    store: stores.budgets,
    keys: stores.keys,
    tenants: stores.tenants,
    clock,
  });
  const ownership = new Ownership({
    store: stores.resources,
    accounts: routes,
    isSoleTenant: config.tenancy === 'single',
  });
  const policies = new Policies(stores.policies);
  const slots = new Slots({
    runway: organization,
    clock,
    log,
    concurrencyMax: config.runway.concurrencyMax,
    onRead: (account, said) => {
      void alarms.judge(account, said);
    },
  });
  const submissions = new Submissions({
    policies,
    store: stores.tasks,
    holds: stores.holds,
    runway,
    ownership,
    breakers,
    slots,
    liveTasksMax: config.liveTasksPerTenantMax,
    queuedTasksMax: config.queuedTasksPerTenantMax,
    storedBytesMax: config.storedBytesPerTenantMax,
    clock,
    log,
    estimates: new Estimates({
      priceOf: knownPrice,
      creditsMax: config.unknownPriceCreditsMax,
    }),
    accounts: routes,
    submitTimeoutMs: config.runway.timeoutMs,
    crashPoints,
    idempotencyTtlMs: config.idempotencyHours * HOUR_MS,
    onBehalfOf: config.runway.onBehalfOf === 'tenant' ? hashOf : () => null,
    onWork: (kind) => {
      (kind === 'poll' ? poller : submitter).wake();
    },
  });
  const wakePoller = (): void => {
    poller.wake();
  };
  const tasks = new Tasks({
    store: stores.tasks,
    runway,
    outputs: new FreshOutputs({ store: stores.tasks, runway, breakers, clock, log }),
    clock,
    log,
    onWork: wakePoller,
  });
  const settlements = new Settlements({
    store: stores.settlements,
    tasks: stores.tasks,
    submissions,
    organization,
    clock,
    log,
    accounts: routes,
    onWork: (kind) => {
      (kind === 'poll' ? poller : submitter).wake();
    },
  });
  const bus = new PostgresEventBus({ database, clock, log });
  const taskEvents = new TaskEvents({ store: stores.tasks, tasks, bus, clock, log });
  const following = new Following({ store: stores.following, clock, onWork: wakePoller });
  const resources = new Resources({
    store: stores.resources,
    runway: runwayResources,
    ownership,
    following,
    clock,
    accounts: routes,
  });
  const resourceEvents = new ResourceEvents({ resources, following, taskEvents });
  const grants = new Grants({
    store: stores.resources,
    tenants: stores.tenants,
    runway: runwayResources,
    following,
    clock,
    log,
    accounts: routes,
  });
  const lostCreations = new LostCreations({
    store: stores.settlements,
    resources: stores.resources,
    runway: runwayResources,
    clock,
    log,
    submitTimeoutMs: config.runway.timeoutMs,
    onWork: wakePoller,
  });
  const moderation = new Moderation({
    store: stores.moderation,
    clock,
    log,
    moderatedMax: config.moderatedMax,
    windowMs: config.moderationWindowHours * HOUR_MS,
  });
  const poller = new TaskPoller({
    openMax: config.runway.readsOpenMax,
    store: stores.tasks,
    runway,
    breakers,
    clock,
    log,
    onSettled: async (task) => {
      submitter.wake();
      await moderation.judge(task);
    },
  });
  const submitter = new Submitter({ store: stores.tasks, submissions, clock, log });
  const removal = new TenantRemoval({
    store: stores.removals,
    runway,
    resources: runwayResources,
    owners: stores.resources,
    clock,
    log,
  });
  const remover = tenantRemover({ removal, clock, log });
  const uploads = new Uploads({
    store: stores.resources,
    runway,
    clock,
    accounts: routes,
  });

  const wakeAll = (): void => {
    submitter.wake();
    poller.wake();
  };

  if (database.kind === 'pglite') {
    await submissions.recoverAfterCrash();
    await removal.recoverAfterCrash();
  }
  const moveQueued = async (): Promise<void> => {
    const moved = await stores.tasks.moveQueued(accounts.current);
    if (moved > 0) log.info({ tasks: moved }, 'queued tasks will be sent with the current secret');
  };
  const runwayCredentials = new RunwayCredentials({
    store: stores.credentials,
    tenants: stores.tenants,
    check: new SdkCredentialCheck({ baseUrl: runwayUrl, clock }),
    accounts: routes,
    runway: organization,
    clock,
    log,
  });
  await routes.read();
  await moveQueued();
  await taskEvents.start();
  cleanups.push(() => taskEvents.stop());
  await tenantRates.read();
  const loops = [
    auditing.loop,
    poller,
    ratesReader,
    submitter,
    remover,
    sweeper({ store: stores.tasks, clock, log }),
    finder({ lostCreations, clock, log }),
    storedAccounts({ accounts: routes, credentials: runwayCredentials, clock, log }),
    keyUsageWriter({ usage: keyUsage, clock, log }),
    retention({ store: stores.retention, clock, log, keptMs: config.retentionDays * DAY_MS }),
  ];
  let finishing: Promise<unknown> | undefined;
  // Once: a second drain would wait as long again for a submission that hangs.
  const finishWork = async (): Promise<void> => {
    finishing ??= Promise.all([...loops.map((loop) => loop.stop()), submissions.drain(DRAIN_MS)]);
    await finishing;
  };

  const organizationReports = new OrganizationReports({ runway: organization, accounts: routes });
  let publicUrl = config.publicUrl ?? '';
  const trust = trustedIssuers(config, { publicUrl: () => publicUrl, signingKeys, clock, log });
  const tokenIssuer = new TokenIssuer({
    keys: signingKeys,
    tasks: stores.tasks,
    clock,
    log,
    names: () => ({ issuer: publicUrl, audience: audienceOf(publicUrl) }),
  });
  const graph = buildGraph(
    {
      accessReviews,
      auditEvents: new AuditEvents(stores.audit),
      budgets,
      grants,
      keys: managedKeys,
      keyUsage,
      organizationReports,
      policies,
      resourceEvents,
      runwayCredentials,
      resources,
      settlements,
      submissions,
      taskEvents,
      tasks,
      tenants,
      tokenIssuer,
      uploads,
    },
    { relaxedBounds: config.relaxedBounds, requireIdempotencyKey: config.requireIdempotencyKey },
  );
  const server = await createHttpServer({
    schema: auditSchema(guardSchema(graph, keyUsage.noteScope.bind(keyUsage)), {
      trail: auditing.writer,
      clock,
      errorOf: toGatewayError,
    }),
    auditTrail: auditing.writer,
    authenticator: new Authenticator({
      keys: stores.keys,
      clock,
      tokens: new TokenVerifier({ issuers: trust.issuers, clock }),
      onUse: keyUsage.noteRequest.bind(keyUsage),
    }),
    tokenMetadata: {
      publicUrl: () => publicUrl,
      authorizationServers: config.oauthIssuers.map(({ issuer }) => issuer),
      signingKeys: () => signingKeys.published,
    },
    clock,
    log,
    sandbox: config.sandbox,
    trustedDocuments: documents.trusted,
    loggedPercent: config.logRequestsPercent,
    trustedProxies: config.trustedProxies,
    tls: tlsFiles.material,
    requireHttps: config.production,
    origins: config.corsOrigins,
    rateLimits: { settings: config.rateLimits, tenantRates, ...rateLimits },
    limits: {
      answerTimeoutMs: Math.max(
        HTTP_LIMITS.answerTimeoutMs,
        config.runway.timeoutMs + ANSWER_MARGIN_MS,
      ),
      ...httpLimits,
    },
    isReady: async () => {
      await database.check();
      return loops.every((loop) => loop.isRunning);
    },
  });
  // Together, because requests wait for their submissions, and the deadline is one.
  cleanups.push(async () => {
    await Promise.all([server.stop(DRAIN_MS), finishWork()]);
  });
  cleanups.push(() => secrets.stop());
  warnOfPlainHttp(config, log);
  warnOfSuspectVariables(config, log);
  cleanups.push(() => tlsFiles.stop());
  cleanups.push(() => documents.stop());
  cleanups.push(() => signing.stop());
  documents.follow((manifest) => findUnfitDocuments(graph, manifest));
  tlsFiles.follow((material) => {
    server.replaceTls(material);
  });
  const url = await server.listen(config.port, config.host).catch((error: unknown) => {
    throw listenError(error, 'PORT', config);
  });
  publicUrl = config.publicUrl ?? url;
  // The ports are ours: from here on the start leaves traces, and Runway is called.
  await signing.follow();
  await auditing.start();
  await keys.bootstrap(
    config.bootstrapApiKey === undefined
      ? { file: operatorKeyFile(config) }
      : { bootstrapKey: config.bootstrapApiKey },
  );
  if (emulator !== undefined) {
    await grantSeeded(stores, {
      tenantId: DEFAULT_TENANT,
      runwayAccount: accounts.current,
      createdAt: clock.now(),
    });
  }
  // Not waited for: an issuer that is away must not keep the gateway from starting.
  void trust.warmUp();
  for (const loop of loops) loop.start();
  const goOver = async (): Promise<void> => {
    // What stays behind is sent with the secret that it was accepted under, or with the current one.
    await moveQueued().catch((error: unknown) => {
      log.warn({ err: error }, 'queued tasks were not moved to the current secret');
    });
    wakeAll();
  };
  onOperatorSecret = goOver;
  secrets.follow(goOver);
  log.info({ url, store: database.kind, emulator: emulator?.url }, 'the gateway is up');

  return {
    url,
    emulator,
  };
}

/** Over all nodes where there is a Redis, else of this process. */
async function openRateLimits(
  { redisUrl, redisPrefix }: Config,
  {
    clock,
    log,
    cleanups,
  }: {
    readonly clock: Clock;
    readonly log: Logger;
    readonly cleanups: (() => Promise<void>)[];
  },
): Promise<Pick<RateLimitOptions, 'counters' | 'requestStore'>> {
  const local = memoryRateLimits(clock);
  if (redisUrl === undefined) return local;
  const shared = await openRedisRateLimits({ url: redisUrl, prefix: redisPrefix, local, log });
  cleanups.push(shared.close);
  return shared;
}

/** `X-Runway-On-Behalf-Of`: tells tenants apart at Runway without naming them. */
function hashOf(tenantId: string): string {
  return createHash('sha256').update(tenantId).digest('hex');
}
