import type { Database } from '../../../src/adapters/postgres/connection/database.js';
import { PostgresBudgetStore } from '../../../src/adapters/postgres/budgets/postgres-budget-store.js';
import { PostgresEventBus } from '../../../src/adapters/postgres/events/postgres-event-bus.js';
import { PostgresKeyStore } from '../../../src/adapters/postgres/keys/postgres-key-store.js';
import { PostgresPolicyStore } from '../../../src/adapters/postgres/keys/postgres-policy-store.js';
import { storesOf, type Stores } from '../../../src/adapters/postgres/stores.js';
import { PostgresResourceStore } from '../../../src/adapters/postgres/resources/postgres-resource-store.js';
import { PostgresTenantStore } from '../../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import { PostgresSettlementStore } from '../../../src/adapters/postgres/settlement/postgres-settlement-store.js';
import { RunwayClient } from '../../../src/adapters/runway/client/runway-client.js';
import { SdkRunwayOrganization } from '../../../src/adapters/runway/organization/sdk-runway-organization.js';
import { SdkRunwayApi } from '../../../src/adapters/runway/sdk-runway-api.js';
import { systemClock } from '../../../src/adapters/system-clock.js';
import type { Viewer } from '../../../src/domain/tenant/viewer.js';
import { startEmulator, type Emulator } from '../../../src/emulator/server/start-emulator.js';
import { PostgresModerationStore } from '../../../src/adapters/postgres/tenants/postgres-moderation-store.js';
import { Submitter } from '../../../src/pollers/submitter.js';
import type { Loop } from '../../../src/pollers/loop.js';
import { sweeper } from '../../../src/pollers/sweeper.js';
import { TaskPoller } from '../../../src/pollers/task-poller.js';
import type { Logger } from '../../../src/ports/logger.js';
import { Breakers } from '../../../src/services/upstream/breakers.js';
import { Budgets } from '../../../src/services/budgets/budgets.js';
import { CallGate } from '../../../src/services/upstream/call-gate.js';
import { Estimates } from '../../../src/services/submission/estimates.js';
import { FreshOutputs } from '../../../src/services/tasks/fresh-outputs.js';
import { Keys } from '../../../src/services/keys/keys.js';
import { Policies } from '../../../src/services/keys/policies.js';
import { Ownership } from '../../../src/services/resources/ownership.js';
import { Settlements } from '../../../src/services/settlement/settlements.js';
import type { SubmitRequest } from '../../../src/services/submission/submission-checks.js';
import {
  Submissions,
  type SubmissionsOptions,
} from '../../../src/services/submission/submissions.js';
import { Moderation } from '../../../src/services/tenants/moderation.js';
import { Slots } from '../../../src/services/dispatch/slots.js';
import { TaskEvents } from '../../../src/services/events/task-events.js';
import { Tasks } from '../../../src/services/tasks/tasks.js';
import { Tenants } from '../../../src/services/tenants/tenants.js';
import { Uploads } from '../../../src/services/resources/uploads.js';
import { aViewer } from '../auth/a-viewer.js';
import { FakeClock } from '../time/fake-clock.js';

export const SUBMIT_TIMEOUT_MS = 120_000;
export const CREDITS_MAX = 999;
/** Short, because loops tick every second of a test's time. */
export const MODERATION_WINDOW_MS = 120_000;

export function viewerOf(tenantId: string): Viewer {
  return aViewer({ tenantId, subject: `key:${tenantId}` });
}

/** A request that the emulator accepts. */
export function aRequest(changes: Partial<SubmitRequest> = {}): SubmitRequest {
  const body = { model: 'gen4.5', promptText: 'a fox', ratio: '1280:720', duration: 5 };
  return {
    operation: 'createTextToVideo',
    sdkMethod: 'textToVideo.create',
    runwayTaskKind: 'task',
    request: { pathIds: [], body },
    input: { gen4_5: { promptText: 'a fox' } },
    model: 'gen4.5',
    label: null,
    idempotencyKey: null,
    ...changes,
  };
}

export interface LogRecord {
  readonly level: keyof Logger;
  readonly fields: object;
  readonly message: string;
}

/** What the gateway's configuration limits. */
export interface Limits {
  /** Null: what the emulator says of the account. */
  readonly concurrencyMax: number | null;
  readonly liveTasksMax: number;
  readonly storedBytesMax: number;
  readonly queuedTasksMax: number;
  readonly moderatedMax: number;
}

/** So wide that no test meets them unless it wants to. */
const NO_LIMITS: Limits = {
  concurrencyMax: 1_000,
  liveTasksMax: 1_000,
  storedBytesMax: 1_000_000_000,
  queuedTasksMax: 1_000_000,
  moderatedMax: 1_000,
};

/**
 * One node's services and loops over a real store and a Runway on this machine, all by one clock;
 * only the deadlines of HTTP requests go by real time. Nothing runs until it is started.
 */
export class Services {
  readonly clock: FakeClock;
  readonly logged: LogRecord[] = [];
  readonly emulator: Emulator;
  readonly stores: Stores;
  readonly runway: SdkRunwayApi;
  readonly organization: SdkRunwayOrganization;
  readonly breakers: Breakers;
  readonly moderation: Moderation;
  readonly submissionsOptions: SubmissionsOptions;
  readonly submissions: Submissions;
  readonly tasks: Tasks;
  readonly events: TaskEvents;
  readonly tenants: Tenants;
  readonly keys: Keys;
  readonly budgets: Budgets;
  readonly settlements: Settlements;
  readonly uploads: Uploads;
  readonly poller: TaskPoller;
  readonly submitter: Submitter;
  readonly sweeper: Loop;

  readonly #limits: Limits;
  readonly #client: RunwayClient;

  private constructor(database: Database, clock: FakeClock, emulator: Emulator, limits: Limits) {
    this.#limits = limits;
    this.clock = clock;
    this.emulator = emulator;
    const log = this.#log();
    const runwayAccount = 'main';
    const accounts = { of: () => runwayAccount, operator: runwayAccount };
    const stores = storesOf(database);
    const breakers = new Breakers({ clock, log });
    const client = new RunwayClient({
      accounts: () => ({ [runwayAccount]: { secret: 'key_test' } }),
      baseUrl: emulator.url,
      timeoutMs: SUBMIT_TIMEOUT_MS,
      clock: systemClock,
      gate: new CallGate({ breakers, clock }),
    });
    this.#client = client;
    const runway = new SdkRunwayApi({ client, log });
    const organization = new SdkRunwayOrganization(client);
    this.stores = stores;
    this.organization = organization;
    this.runway = runway;
    this.breakers = breakers;
    this.moderation = new Moderation({
      store: new PostgresModerationStore(database),
      clock,
      log,
      moderatedMax: limits.moderatedMax,
      windowMs: MODERATION_WINDOW_MS,
    });
    const resources = new PostgresResourceStore(database);
    this.submissionsOptions = {
      policies: new Policies(new PostgresPolicyStore(database)),
      stores,
      runway,
      ownership: new Ownership({ store: resources, accounts, isSoleTenant: false }),
      breakers,
      slots: new Slots({
        runway: organization,
        clock,
        log,
        concurrencyMax: limits.concurrencyMax,
      }),
      liveTasksMax: limits.liveTasksMax,
      queuedTasksMax: limits.queuedTasksMax,
      storedBytesMax: limits.storedBytesMax,
      estimates: new Estimates({ priceOf: () => undefined, creditsMax: CREDITS_MAX }),
      clock,
      log,
      accounts,
      submitTimeoutMs: SUBMIT_TIMEOUT_MS,
      idempotencyTtlMs: 86_400_000,
      onBehalfOf: () => null,
      onWork: (kind) => {
        (kind === 'poll' ? this.poller : this.submitter).wake();
      },
      random: () => 0.5,
    };
    this.submissions = new Submissions(this.submissionsOptions);
    const outputs = new FreshOutputs({ store: stores.outputs, runway, breakers, clock, log });
    const wakePoller = (): void => this.poller.wake();
    this.tasks = new Tasks({
      store: stores.tasks,
      runway,
      outputs,
      clock,
      log,
      onWork: wakePoller,
    });
    const bus = new PostgresEventBus({ database, clock: systemClock, log });
    this.events = new TaskEvents({ store: stores.events, tasks: this.tasks, bus, clock, log });
    const keyStore = new PostgresKeyStore(database);
    const tenants = new PostgresTenantStore(database);
    const budgetStore = new PostgresBudgetStore(database);
    this.tenants = new Tenants({
      store: tenants,
      budgets: budgetStore,
      clock,
      log,
      tenancy: 'many',
    });
    this.keys = new Keys({ store: keyStore, tenants, clock });
    this.budgets = new Budgets({ store: budgetStore, keys: keyStore, tenants, clock });
    this.settlements = new Settlements({
      store: new PostgresSettlementStore(database),
      tasks: stores.tasks,
      submissions: this.submissions,
      organization,
      clock,
      log,
      accounts,
      onWork: () => this.poller.wake(),
    });
    this.uploads = new Uploads({ store: resources, runway, clock, accounts });
    this.poller = new TaskPoller({
      store: stores.polls,
      runway,
      breakers,
      clock,
      log,
      onSettled: async (task) => {
        this.submitter.wake();
        await this.moderation.judge(task);
      },
      random: () => 0.5,
    });
    this.submitter = new Submitter({
      store: stores.queue,
      submissions: this.submissions,
      clock,
      log,
    });
    this.sweeper = sweeper({ store: stores.submissions, clock, log });
  }

  /** With tenants `ann` and `bob`. */
  static async start(database: Database, limits: Partial<Limits> = {}): Promise<Services> {
    const clock = new FakeClock();
    const emulator = await startEmulator({ port: 0, clock, settings: { taskSeconds: 12 } });
    const services = new Services(database, clock, emulator, { ...NO_LIMITS, ...limits });
    for (const id of ['ann', 'bob']) await services.tenants.create({ id, name: id });
    return services;
  }

  /** Requests that reached Runway, as `POST /v1/text_to_video`. */
  asked(method?: string): string[] {
    return this.emulator
      .requests()
      .filter((request) => method === undefined || request.method === method)
      .map((request) => `${request.method} ${request.path}`);
  }

  warnings(message: string): LogRecord[] {
    return this.logged.filter((record) => record.message.includes(message));
  }

  /** A second node: the same time and the same Runway, over a database handle of its own. */
  beside(database: Database): Services {
    return new Services(database, this.clock, this.emulator, this.#limits);
  }

  async stop(): Promise<void> {
    await Promise.all([this.poller.stop(), this.submitter.stop(), this.sweeper.stop()]);
    await this.events.stop();
    await this.#client.close();
    await this.emulator.close();
  }

  #log(): Logger {
    const record = (level: keyof Logger) => (fields: object, message: string) => {
      this.logged.push({ level, fields, message });
    };
    return {
      debug: record('debug'),
      info: record('info'),
      warn: record('warn'),
      error: record('error'),
    };
  }
}
