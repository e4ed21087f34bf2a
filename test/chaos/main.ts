/**
 * `npm run test:chaos` kills gateways while clients buy from them, cuts, slows and half-closes their
 * lines to Postgres and Runway, crashes Postgres, locks rows and freezes a node, and then compares
 * what the clients were told, what the store and the audit log hold and what Runway saw. Flags:
 *
 *   --small              a short run for every change, on one store: 60 submissions, 12 kills
 *   --submissions <n>    at least so many on Postgres (default 300)
 *   --kills <n>          so many on Postgres (default 65)
 *   --minutes <n>        then nothing more is bought on Postgres, and the report says how much was
 *   --postgres           without PGlite, and without the server that is set to forget
 *   --behind-waf         two nodes with a Postgres and a Redis, and deploy/waf before them: every request
 *                        goes through it. It ends with 3, having checked nothing, where one of them is missing
 *   --seed <n>           the order and kind of deaths (default: random; printed)
 *
 * Three gateways share a Postgres where TEST_DATABASE_URL names a server, and `test:chaos` fails
 * without one; one gateway runs on PGlite meanwhile, with a share of the submissions and the kills,
 * since it dies alone. Postgres crashes only where this machine has the server's programs: then the
 * three gateways use a server of the run's own, and a further run shows that one which is set to
 * `synchronous_commit=off` loses nothing in crashes either.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { killStartedWithThisProcess } from '../config/started-processes.cjs';
import { buildGateway } from '../support/gateway/build-gateway.js';
import { missingBehindFirewall } from '../support/firewall/missing-behind-firewall.js';
import { freePort } from '../support/ports/free-port.js';
import { createPostgresDatabase } from '../support/store/database.js';
import type { AuditLogFindings } from './audit-log-faults.js';
import { runChaos, type ChaosOptions, type ChaosResult } from './chaos-run.js';
import { KILL_POINTS } from './kill-points.js';
import { OwnCluster } from './own-cluster.js';

killStartedWithThisProcess();

const SIZES = {
  small: { submissions: 60, kills: 12, taskSeconds: 1 },
  // Long enough for each task to be read twice and more, across kills.
  full: { submissions: 300, kills: 65, taskSeconds: 12 },
};

/** What the one gateway on PGlite has to bear of what the three on Postgres have, where both run. */
const PGLITE_SHARE = { small: 1, full: 0.4 };

/** Kills that every named point must have seen on Postgres, for the zeros to mean something. */
const KILLS_PER_POINT = { small: 1, full: 5 };

/** Within this time a sender's death must show. */
const FLAGGED_MS_MAX = 60_000;

/**
 * Runway allows one read of a task in 5 s, less what clocks are rounded by. Only on PGlite a start
 * counts from when a read of the dead process began: one that took a while to leave comes that much
 * nearer to the next.
 */
const READ_GAP_MS_MIN = 5_000 - 10;
const READ_GAP_MS_MIN_ON_PGLITE = 5_000 - 1_000;

const { values } = parseArgs({
  options: {
    small: { type: 'boolean', default: false },
    submissions: { type: 'string' },
    kills: { type: 'string' },
    minutes: { type: 'string' },
    postgres: { type: 'boolean', default: false },
    'behind-waf': { type: 'boolean', default: false },
    seed: { type: 'string' },
  },
});
const size = values.small ? 'small' : 'full';
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
const interrupt = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    interrupt.abort();
  });
}

/** What scripts/check.ts takes for a step that could check nothing. */
const NOT_CHECKED = 3;

const missing = values['behind-waf'] ? missingBehindFirewall() : undefined;
if (missing !== undefined) {
  console.log(`Two nodes behind the firewall: skipped, without ${missing}.`);
  process.exit(NOT_CHECKED);
}

console.log(`Seed ${seed}: repeat with --seed ${seed}.`);
const workDir = await mkdtemp(join(tmpdir(), 'gateway-chaos-'));
const built = await buildGateway('src', 'test/chaos');
const submissions = Number(values.submissions ?? SIZES[size].submissions);
const kills = Number(values.kills ?? SIZES[size].kills);
const common = {
  seed,
  taskSeconds: SIZES[size].taskSeconds,
  untilSettled: !values.small,
  buyingMsMax: values.minutes === undefined ? Infinity : Number(values.minutes) * 60_000,
  entry: resolve(built, 'test/chaos/gateway-main.js'),
  workDir,
  signal: interrupt.signal,
} satisfies Partial<ChaosOptions>;

const ON_POSTGRES = 'Postgres';

/** What a run behind the firewall has beside the others; undefined: this is none. */
const behindFirewall = values['behind-waf']
  ? {
      isBehindFirewall: true,
      environment: {
        TRUSTED_PROXIES: '127.0.0.1/32',
        REDIS_URL: process.env['TEST_REDIS_URL'] ?? '',
        REDIS_PREFIX: `chaos:${String(process.pid)}:`,
      },
    }
  : undefined;

async function onPostgres(): Promise<ChaosResult[]> {
  if (process.env['TEST_DATABASE_URL'] === undefined) {
    console.log('Three nodes on Postgres: skipped, TEST_DATABASE_URL is not set.');
    return [];
  }
  const sizes = {
    submissions,
    kills,
    nodes: behindFirewall === undefined ? 3 : 2,
    troubles: values.small ? 'short' : 'long',
    ...behindFirewall,
  } as const;
  const cluster = await OwnCluster.start(await freePort());
  if (cluster !== undefined) {
    try {
      const options = { ...common, ...sizes, name: ON_POSTGRES, databaseUrl: cluster.url, cluster };
      return [await runChaos(options)];
    } finally {
      cluster.remove();
    }
  }
  console.log('Crashes of Postgres: skipped, no initdb that may be run is on this machine.');
  const { url, drop } = await createPostgresDatabase();
  try {
    return [await runChaos({ ...common, ...sizes, name: ON_POSTGRES, databaseUrl: url })];
  } finally {
    await drop();
  }
}

/**
 * A server that by its own settings tells of a commit before it is on disk, and writes it 10 s later:
 * the gateway's sessions overrule that, or its crashes would lose what was accepted.
 */
async function onForgetfulPostgres(): Promise<ChaosResult[]> {
  if (
    values.small ||
    values.postgres ||
    values['behind-waf'] ||
    process.env['TEST_DATABASE_URL'] === undefined
  )
    return [];
  const settings = { synchronous_commit: 'off', wal_writer_delay: '10s' };
  const cluster = await OwnCluster.start(await freePort(), settings);
  if (cluster === undefined) return [];
  try {
    const sizes = { submissions: 60, kills: 0, nodes: 2, troubles: 'crashes' } as const;
    const name = 'Postgres, synchronous_commit=off';
    return [await runChaos({ ...common, ...sizes, name, databaseUrl: cluster.url, cluster })];
  } finally {
    cluster.remove();
  }
}

async function onPglite(): Promise<ChaosResult[]> {
  const share = PGLITE_SHARE[size];
  const sizes = { submissions: submissions * share, kills: kills * share, nodes: 1 };
  return [await runChaos({ ...common, ...sizes, name: 'PGlite' })];
}

function problemsOf(result: ChaosResult): string[] {
  const { name, lost, paidTwice, unconfirmedOutside, surprises, kills, killsPlanned } = result;
  const perPointMin = name === ON_POSTGRES ? KILLS_PER_POINT[size] : 1;
  const perPoint = killsPlanned.all === 0 ? 0 : Math.max(perPointMin, killsPlanned.perPoint);
  const few = KILL_POINTS.filter((point) => (kills.get(point) ?? 0) < perPoint);
  const readGapMsMin = name === 'PGlite' ? READ_GAP_MS_MIN_ON_PGLITE : READ_GAP_MS_MIN;
  const troubles = Object.values(result.troubles).reduce((a, b) => a + b, 0);
  const problems = [
    ...lost.map((key) => `lost: ${key}`),
    ...paidTwice.map((key) => `paid twice: ${key}`),
    ...unconfirmedOutside.map((key) => `unconfirmed outside the send window: ${key}`),
    ...surprises.map((surprise) => `an answer that no client should get: ${surprise}`),
    ...few.map((point) => `too few kills at ${point}`),
    ...result.auditLog.faults.map((fault) => `the audit log is wrong: ${fault}`),
    ...result.ledgerFaults.map((fault) => `the ledger is wrong: ${JSON.stringify(fault)}`),
  ];
  const { answeredByNodes = [], refusedByRules = 0 } = result.firewall ?? {};
  if (answeredByNodes.includes(0)) problems.push('the firewall has asked one node alone');
  if (refusedByRules > 0) problems.push('a rule of the firewall has refused a request');
  if (killsIn(result) < killsPlanned.all) problems.push('too few kills');
  if (values.minutes === undefined && result.accepted < result.submissionsPlanned)
    problems.push('too few were accepted');
  if (result.readGapMsMin < readGapMsMin) problems.push('a task was read too soon again');
  if (!values.small && result.readGapMsMin === Infinity) problems.push('no task was read twice');
  if (result.ledgerDifference !== 0) problems.push('the ledgers differ');
  if (killsPlanned.all > 0 && result.unconfirmed === 0) {
    problems.push('nothing became UNCONFIRMED');
  }
  if (Object.values(result.ways).includes(0)) problems.push('a way of acceptance was never taken');
  if (troubles < result.troublesPlanned) problems.push('too few troubles');
  if (result.flaggedAfterMsMax > FLAGGED_MS_MAX) problems.push('UNCONFIRMED came too late');
  return problems.map((problem) => `${name}: ${problem}`);
}

function auditFigures(log: AuditLogFindings): Record<string, number | string> {
  const { answered, tampering } = log;
  return {
    'audit records': log.records,
    chain: log.isWhole ? 'whole' : 'broken',
    'answers to clients': answered.answered,
    'with their record': answered.withRecord,
    'in a count': answered.counted,
    'of no change, lost by kills': answered.lostByKills,
    'lost by one kill, at most': answered.lostByOneKillMax,
    'seconds before it, at most': Math.round(answered.lostMsBeforeKillMax / 100) / 10,
    'tamperings found': tampering.found.length,
  };
}

function firewallFigures({ firewall }: ChaosResult): Record<string, number> {
  if (firewall === undefined) return {};
  const nodes = firewall.answeredByNodes.map((count, node) => [`of node ${String(node)}`, count]);
  return {
    'requests through the firewall': firewall.requests,
    ...(Object.fromEntries(nodes) as Record<string, number>),
    'refused by its rules': firewall.refusedByRules,
    'answered 504 by it': firewall.unanswered,
    'passed over a node that was away': firewall.passedOver,
  };
}

function killsIn({ kills }: ChaosResult): number {
  return [...kills.values()].reduce((a, b) => a + b, 0);
}

function report(results: readonly ChaosResult[]): void {
  console.table(
    Object.fromEntries(
      results.map((result) => [
        result.name,
        {
          accepted: result.accepted,
          'sent freely': result.ways.freely,
          'sent into slots': result.ways.intoSlots,
          queued: result.ways.queued,
          lost: result.lost.length,
          'paid twice': result.paidTwice.length,
          'unconfirmed outside the send window': result.unconfirmedOutside.length,
          'ledger difference': result.ledgerDifference,
          'ledger faults': result.ledgerFaults.length,
          'with one audit record': result.auditLog.recorded,
          'audit log faults': result.auditLog.faults.length,
        },
      ]),
    ),
  );
  console.table(
    Object.fromEntries(results.map(({ name, auditLog }) => [name, auditFigures(auditLog)])),
  );
  const kills = (result: ChaosResult): Record<string, number> =>
    Object.fromEntries(
      [...KILL_POINTS, 'random' as const].map((at) => [at, result.kills.get(at) ?? 0]),
    );
  const columns = results.map((result) => [
    result.name,
    {
      ...kills(result),
      ...result.troubles,
      ...firewallFigures(result),
      'kills in all': killsIn(result),
      unconfirmed: result.unconfirmed,
      'seconds until flagged, at most': Math.round(result.flaggedAfterMsMax / 100) / 10,
      'seconds between two reads of a task, at least': Math.round(result.readGapMsMin / 10) / 100,
      'requests cut off': result.requestsLost,
      'seconds in all': Math.round(result.seconds),
    },
  ]);
  const byStore = Object.fromEntries(columns) as Record<string, Record<string, number>>;
  const rows = new Set(Object.values(byStore).flatMap((of) => Object.keys(of)));
  console.table(
    Object.fromEntries(
      [...rows].map((row) => [
        row,
        Object.fromEntries(Object.entries(byStore).map(([name, of]) => [name, of[row]])),
      ]),
    ),
  );
}

try {
  const isOnOneStore =
    values.postgres ||
    values['behind-waf'] ||
    (values.small && process.env['TEST_DATABASE_URL'] !== undefined);
  const runs = await Promise.allSettled([
    onPostgres().then(async (first) => [...first, ...(await onForgetfulPostgres())]),
    ...(isOnOneStore ? [] : [onPglite()]),
  ]);
  const results = runs.flatMap((run) => (run.status === 'fulfilled' ? run.value : []));
  if (results.length > 0) report(results);
  const problems = [
    ...runs.flatMap((run) => (run.status === 'rejected' ? [String(run.reason)] : [])),
    ...results.flatMap(problemsOf),
  ];
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
} finally {
  await rm(workDir, { recursive: true, force: true });
}
