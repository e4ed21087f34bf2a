import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '../../src/adapters/postgres/connection/database.js';
import type { RecordedRequest } from '../../src/emulator/control/recorded-requests.js';
import { startEmulator } from '../../src/emulator/server/start-emulator.js';
import { freePort } from '../support/ports/free-port.js';
import { testKeys } from '../support/store/key-ring.js';
import { silentLog } from '../support/store/database.js';
import { Line } from '../support/store/line.js';
import { audit, killsByPoint, type Findings } from './audit.js';
import { findAuditLogFaults, type AuditLogFindings } from './audit-log-faults.js';
import { ChaosNode } from './chaos-node.js';
import { DeathPlan } from './death-plan.js';
import type { KillPoint } from './kill-points.js';
import { Load } from './load.js';
import type { OwnCluster } from './own-cluster.js';
import { CREDITS_PER_TASK, OrderedModels, SLOT_MODEL, SLOTS } from './pools.js';
import { seededRandom } from './seeded-random.js';
import { Troubles } from './troubles.js';
import { untilEnded } from './until-ended.js';
import { directWay, firewallWay, type FirewallFigures, type WayIn } from './way-in.js';

const API_KEY = 'rgk_operator_Abcdefghijklmnopqrstuvwx';

/** Between two new submissions, at most: many are bought in `BUYING_MS`, as far as clients are free. */
const PACE_MS_MAX = 120;
const BUYING_MS = 600_000;

/** Clients for each node: beyond that new ones wait until it is back. */
const CLIENTS_PER_NODE_MAX = 6;

/** The deadline of a POST; leases are 30 s longer. An emulator on this machine takes some ms. */
const RUNWAY_TIMEOUT_MS = 5_000;

/**
 * After the load: leases of dead senders (35 s) and of dead readers (60 s) run out, and then some.
 * Most of what was bought may have waited in the queue while no node lived long enough to send it.
 */
const SETTLE_MS_MAX = 100_000;
const SETTLE_MS_PER_SUBMISSION = 100;

/** A life must come so often to its point in the time that it is given. */
const VISITS_MAX = 10;

const PROGRESS_EVERY_MS = 30_000;

const KEEP_EVERY_MS = 1_000;

export interface ChaosOptions {
  /** As it stands in the report. */
  readonly name: string;
  readonly nodes: number;
  readonly submissions: number;
  readonly kills: number;
  /** Then no more is bought, if planned deaths and troubles are over. */
  readonly buyingMsMax: number;
  readonly seed: number;
  /** How long Runway works on a task. */
  readonly taskSeconds: number;
  /** Whether to wait until every task has settled, and not only until each was sent. */
  readonly untilSettled: boolean;
  /** Compiled gateway-main. */
  readonly entry: string;
  /** For traces and the embedded database. */
  readonly workDir: string;
  /** Postgres only. */
  readonly databaseUrl?: string;
  /** Puts deploy/waf before the nodes, which then trust it. */
  readonly isBehindFirewall?: boolean;
  /** Settings of the nodes beside those that every run has. */
  readonly environment?: Readonly<Record<string, string>>;
  /** What happens beside kills; Postgres only. */
  readonly troubles?: 'short' | 'long' | 'crashes';
  /** The server of `databaseUrl`, where it may be crashed. */
  readonly cluster?: OwnCluster | undefined;
  readonly signal: AbortSignal;
}

export interface ChaosResult extends Findings {
  readonly name: string;
  readonly auditLog: AuditLogFindings;
  /** Undefined where clients reach the nodes themselves. */
  readonly firewall: FirewallFigures | undefined;
  /** By name, how often each trouble was; and how many there should have been. */
  readonly troubles: Readonly<Record<string, number>>;
  readonly troublesPlanned: number;
  readonly kills: ReadonlyMap<KillPoint | 'random', number>;
  readonly submissionsPlanned: number;
  readonly killsPlanned: { readonly all: number; readonly perPoint: number };
  readonly requestsLost: number;
  readonly surprises: readonly string[];
  readonly seconds: number;
}

/** One run over one store. Rejects when a gateway process ends or behaves as none may. */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const startedAt = performance.now();
  const { name: run, entry, workDir, databaseUrl, cluster, signal } = options;
  const random = seededRandom(options.seed);
  const emulator = await startEmulator({
    port: 0,
    settings: {
      taskSeconds: options.taskSeconds,
      concurrency: null,
      concurrencyByModel: { [SLOT_MODEL]: SLOTS },
      credits: CREDITS,
    },
  });
  const plan = new DeathPlan(options.kills, visitsMax(options), random);
  const traceDir = join(workDir, `${run}-traces`);
  await mkdir(traceDir, { recursive: true });
  const dataDir = join(workDir, `${run}-data`);
  const anchorFile = join(workDir, `${run}-anchors.ndjson`);
  const nodes: ChaosNode[] = [];
  const toRunway = await Line.open(emulator.url);
  const toStore = databaseUrl === undefined ? undefined : await lineToPostgres(databaseUrl);
  const troubles =
    options.troubles === undefined || databaseUrl === undefined || toStore === undefined
      ? undefined
      : new Troubles(
          {
            nodes,
            toStore: toStore.line,
            toRunway,
            databaseUrl,
            ...(cluster !== undefined && {
              crashStore: async () => {
                await cluster.crash();
                await cluster.startAgain();
              },
            }),
          },
          options.troubles,
        );
  // Ends what still goes on when a node has failed or the run is interrupted.
  const over = new AbortController();
  let way: WayIn | undefined;
  try {
    for (let index = 0; index < options.nodes; index += 1) {
      const node = new ChaosNode({
        name: `${run}-${index}`,
        entry,
        traceDir,
        port: await freePort(),
        plan,
        mayFailToStart: () => troubles !== undefined,
        environment: {
          ...GENEROUS,
          NODE_ENV: 'test',
          LOG_LEVEL: 'error',
          DATA_DIR: dataDir,
          AUDIT_ANCHOR_FILE: anchorFile,
          ...(toStore === undefined ? {} : { DATABASE_URL: toStore.url }),
          RUNWAYML_API_SECRET: 'key_chaos',
          RUNWAYML_BASE_URL: toRunway.url,
          RUNWAY_TIMEOUT_MS: String(RUNWAY_TIMEOUT_MS),
          BOOTSTRAP_API_KEY: API_KEY,
          ...options.environment,
        },
      });
      nodes.push(node);
      await node.start();
    }
    const nodeUrls = nodes.map(({ url }) => url);
    const wayIn = options.isBehindFirewall ? await firewallWay(nodeUrls) : directWay(nodeUrls);
    way = wayIn;
    const load = new Load({
      way: wayIn,
      apiKey: API_KEY,
      emulator,
      random,
      models: new OrderedModels(options.taskSeconds),
      retryableCodes: new Set([
        ...wayIn.retryableCodes,
        ...(troubles === undefined ? [] : ['STORE_UNAVAILABLE', 'RUNWAY_UNAVAILABLE']),
      ]),
      signal: over.signal,
    });
    const requests: RecordedRequest[] = [];
    const keepRequests = (): void => {
      requests.push(...emulator.requests());
      emulator.clearRequests();
    };
    const failed = Promise.race([...nodes.map((node) => node.failed()), aborted(signal)]);
    const progress = setInterval(() => {
      const killed = nodes.flatMap(({ lives }) => lives).filter(({ killed }) => killed);
      const seconds = Math.round((performance.now() - startedAt) / 1_000);
      const trouble = troubles?.current === undefined ? '' : ` Now: ${troubles.current}.`;
      console.log(
        `${seconds} s, ${run}: ${killed.length} of ${plan.size} kills, ${load.submittedCount} of ${options.submissions} submissions, ${load.openCount} open.${trouble}`,
      );
    }, PROGRESS_EVERY_MS);
    // The emulator keeps the last ones only.
    const keeping = setInterval(keepRequests, KEEP_EVERY_MS);
    over.signal.addEventListener('abort', () => {
      clearInterval(progress);
      clearInterval(keeping);
    });
    const work = async (): Promise<void> => {
      const troubled = troubles?.run(over.signal);
      const isOver = (): boolean => troubles === undefined || troubles.isOver;
      await dieUnderLoad(nodes, load, options, plan, isOver);
      await troubled;
      const settleMs = SETTLE_MS_MAX + load.submittedCount * SETTLE_MS_PER_SUBMISSION;
      await untilEnded({
        way: wayIn,
        apiKey: API_KEY,
        untilSettled: options.untilSettled,
        withinMs: settleMs,
        over: over.signal,
      });
      await Promise.all(nodes.map((node) => node.stop()));
    };
    await Promise.race([work(), failed]);
    keepRequests();

    const lives = nodes.flatMap((node) => node.lives);
    const database = await openDatabase({
      log: silentLog,
      keys: testKeys,
      ...(databaseUrl === undefined ? { dataDir } : { url: databaseUrl }),
    });
    try {
      const findings = await audit({
        database,
        accepted: load.accepted,
        requests,
        creditsCharged: CREDITS - emulator.settings.credits,
        creditsPerTask: CREDITS_PER_TASK,
        lives,
        troubles: troubles?.times ?? [],
        runwayTimeoutMs: RUNWAY_TIMEOUT_MS,
        untilSettled: options.untilSettled,
      });
      return {
        ...findings,
        name: run,
        firewall: await wayIn.figures(),
        auditLog: await findAuditLogFaults(database, {
          answers: await wayIn.withNodes(load.answers),
          nodes,
          keyFile: join(dataDir, 'audit.key'),
          anchorFile,
        }),
        troubles: troubles?.counts ?? {},
        troublesPlanned: troubles?.plannedCount ?? 0,
        kills: killsByPoint(lives),
        submissionsPlanned: options.submissions,
        killsPlanned: { all: plan.size, perPoint: plan.perPoint },
        requestsLost: load.lostCount,
        surprises: load.surprises,
        seconds: (performance.now() - startedAt) / 1_000,
      };
    } finally {
      await database.close();
    }
  } finally {
    over.abort();
    await way?.close();
    await Promise.all(nodes.map((node) => node.destroy()));
    await Promise.all([toRunway.cut(), toStore?.line.cut()]);
    await emulator.close();
  }
}

/** A line to the server, and the URL of the database through it. */
async function lineToPostgres(
  databaseUrl: string,
): Promise<{ readonly line: Line; readonly url: string }> {
  const direct = new URL(databaseUrl);
  const line = await Line.open(`http://127.0.0.1:${direct.port === '' ? '5432' : direct.port}`);
  direct.host = new URL(line.url).host;
  return { line, url: direct.href };
}

/** Limits are not what this is about. */
const GENEROUS = {
  LIVE_TASKS_PER_TENANT_MAX: '1000000',
  QUEUED_TASKS_PER_TENANT_MAX: '1000000',
};

const CREDITS = 10_000_000;

/** Deaths are spread over the whole of the buying, as far as lives may last. */
function visitsMax({ submissions, kills }: ChaosOptions): number {
  return Math.max(2, Math.min(VISITS_MAX, Math.floor(submissions / (2 * Math.max(1, kills)))));
}

/** Buys until enough was bought, or the time for it is over, and every planned death has been died and every trouble is over. */
async function dieUnderLoad(
  nodes: readonly ChaosNode[],
  load: Load,
  { submissions, buyingMsMax }: ChaosOptions,
  plan: DeathPlan,
  areTroublesOver: () => boolean,
): Promise<void> {
  const lastDeath = (): boolean =>
    plan.isOver && nodes.every((node) => node.isSpared) && areTroublesOver();
  const endMs = performance.now() + buyingMsMax;
  const isEnough = (): boolean => load.submittedCount >= submissions || performance.now() > endMs;
  const paceMs = Math.min(PACE_MS_MAX, BUYING_MS / submissions);
  if (plan.size > 0) for (const node of nodes) node.beginDying();
  while (!load.isOver && !(isEnough() && lastDeath())) {
    if (load.openCount < nodes.length * CLIENTS_PER_NODE_MAX) load.submit();
    await pause(paceMs);
  }
  await load.settled();
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const refuse = (): void => {
      reject(new Error('Interrupted.'));
    };
    if (signal.aborted) refuse();
    else signal.addEventListener('abort', refuse);
  });
}
