import type { Database } from '../../../src/adapters/postgres/connection/database.js';
import { storesOf } from '../../../src/adapters/postgres/stores.js';
import { systemClock } from '../../../src/adapters/system-clock.js';
import { UndiciOutwardHttp } from '../../../src/adapters/outward/undici-outward-http.js';
import { readRunwaySecrets } from '../../../src/app/files/runway-secrets.js';
import { joinParts } from '../../../src/app/gateway-parts.js';
import type { Machine } from '../../../src/app/machine.js';
import { connectRunway } from '../../../src/app/runway.js';
import { Shutdown } from '../../../src/app/shutdown.js';
import { SignalBus } from '../../../src/app/signals.js';
import { readConfig, type Environment } from '../../../src/config/config.js';
import type { Viewer } from '../../../src/domain/tenant/viewer.js';
import { startEmulator, type Emulator } from '../../../src/emulator/server/start-emulator.js';
import type { Logger } from '../../../src/ports/logger.js';
import { noMetrics } from '../../../src/ports/telemetry/metrics.js';
import { noTracer } from '../../../src/ports/telemetry/tracer.js';
import type { SubmitRequest } from '../../../src/services/submission/submission-checks.js';
import { aViewer } from '../auth/a-viewer.js';
import { FakeClock } from '../time/fake-clock.js';

export const SUBMIT_TIMEOUT_MS = 120_000;
/** What `aRequest` costs: 5 s of gen4.5. */
export const CREDITS = 60;
export const MODERATION_WINDOW_MS = 3_600_000;

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

/** Limits so wide that no test meets them unless it wants to. */
const SETTINGS: Environment = {
  RUNWAYML_API_SECRET: 'key_test',
  RUNWAY_TIMEOUT_MS: String(SUBMIT_TIMEOUT_MS),
  RUNWAY_CONCURRENCY_MAX: '1000',
  ARCHIVE: 'off',
  LIVE_TASKS_PER_TENANT_MAX: '1000',
  QUEUED_TASKS_PER_TENANT_MAX: '1000000',
  STORED_BYTES_PER_TENANT_MAX: '1000000000',
  MODERATED_MAX: '1000',
  MODERATION_WINDOW_HOURS: String(MODERATION_WINDOW_MS / 3_600_000),
};

/** Only the deadlines of HTTP requests go by real time. */
const MACHINE: Machine = { callClock: systemClock, random: () => 0.5 };

/** One node over a store of the suite and an emulator on this machine, with tenants `ann` and `bob`. */
export async function startServices(database: Database, environment: Environment = {}) {
  const clock = new FakeClock();
  const emulator = await startEmulator({ port: 0, clock, settings: { taskSeconds: 12 } });
  const node = await startNode(database, { clock, emulator, environment });
  for (const id of ['ann', 'bob']) await node.tenants.create({ id, name: id });
  return node;
}

/** The parts of one node of the gateway, all by one clock, without a server. */
export type Services = Awaited<ReturnType<typeof startNode>>;

interface Surroundings {
  readonly clock: FakeClock;
  readonly emulator: Emulator;
  readonly environment: Environment;
}

/** No loop runs until the suite starts it. */
async function startNode(database: Database, surroundings: Surroundings) {
  const { clock, emulator, environment } = surroundings;
  const logged: LogRecord[] = [];
  const config = readConfig({ ...SETTINGS, RUNWAYML_BASE_URL: emulator.url, ...environment });
  const shutdown = new Shutdown();
  const log = recordingLog(logged);
  const telemetry = { tracer: noTracer, metrics: noMetrics };
  const outward = new UndiciOutwardHttp();
  shutdown.add(() => outward.close());
  const base = { config, clock, log, signals: new SignalBus(), shutdown, outward, ...telemetry };
  const stores = storesOf(database);
  const secrets = await readRunwaySecrets(config, base);
  const runway = await connectRunway(base, { secrets }, { stores }, MACHINE);
  const parts = joinParts(base, { database, stores }, runway, MACHINE);
  return {
    ...parts,
    clock,
    logged,
    emulator,
    stores,
    runway,
    /** Requests that reached Runway, as `POST /v1/text_to_video`. */
    asked: (method?: string): string[] =>
      emulator
        .requests()
        .filter((request) => method === undefined || request.method === method)
        .map((request) => `${request.method} ${request.path}`),
    warnings: (message: string): LogRecord[] =>
      logged.filter((record) => record.message.includes(message)),
    stop: async (): Promise<void> => {
      await Promise.all(parts.loops.map((loop) => loop.stop()));
      await parts.taskEvents.stop();
      await shutdown.run();
      await emulator.close();
    },
  };
}

/** A second node: the same time and the same Runway, over a database handle of its own. */
export async function startNodeBeside(
  { clock, emulator }: Pick<Surroundings, 'clock' | 'emulator'>,
  database: Database,
): Promise<Services> {
  return await startNode(database, { clock, emulator, environment: {} });
}

function recordingLog(logged: LogRecord[]): Logger {
  const record = (level: keyof Logger) => (fields: object, message: string) => {
    logged.push({ level, fields, message });
  };
  return {
    debug: record('debug'),
    info: record('info'),
    warn: record('warn'),
    error: record('error'),
  };
}
