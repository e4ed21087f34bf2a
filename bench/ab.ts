/**
 * `npm run bench:ab -- BASE` compares what a request costs in two commits: BASE, and the one that is
 * checked out. Both are built as a release is and run side by side, each on a store of its own; the
 * same requests are sent to one and then to the other, in rounds whose order changes each time. Flags,
 * with their defaults:
 *
 *   --head HEAD      the other commit
 *   --rounds 12      ten at least
 *   --requests 300   of each kind, to each commit, in each round
 *   --clients 8      that send them
 *
 * It prints the ratio of HEAD to BASE with its 95 % interval: of the time that the requests took, and
 * of the gateway's processor time for them. Clients and two emulators run in this process. The store
 * is Postgres where TEST_DATABASE_URL is set, else PGlite.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createPostgresDatabase } from '../test/support/store/database.js';
import { BuiltCommit } from './built-commit.js';
import { killStartedWithThisProcess } from '../test/config/started-processes.cjs';
import { byClients, GatewayUnderLoad, type Store } from './gateway-under-load.js';
import { ratioInterval } from './ratio-interval.js';

killStartedWithThisProcess();

const ROUNDS_MIN = 10;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    head: { type: 'string', default: 'HEAD' },
    rounds: { type: 'string', default: '12' },
    requests: { type: 'string', default: '300' },
    clients: { type: 'string', default: '8' },
  },
});
const [base] = positionals;
if (base === undefined)
  throw new Error('Name the commit to compare with: npm run bench:ab -- BASE');
const rounds = Math.max(ROUNDS_MIN, Number(values.rounds));
const requests = Number(values.requests);
const clients = Number(values.clients);

const TASK = 'query ($id: ID!) { task(id: $id) { id status progress output { url } } }';

/** A commit that runs, and what its requests need. */
interface Side {
  readonly gateway: GatewayUnderLoad;
  readonly key: string;
  readonly taskId: string;
  stop(): Promise<void>;
}

const KINDS = {
  'task(id)': async ({ gateway, key, taskId }: Side) => {
    await gateway.ask(TASK, { id: taskId }, key);
  },
  'paid mutation': async ({ gateway, key }: Side) => {
    await gateway.buy(key, 'A lighthouse at dawn');
  },
};

type Kind = keyof typeof KINDS;

/** What the requests of one round cost one side. */
interface Cost {
  readonly ms: number;
  /** Of the gateway's processor; null where the system does not tell. */
  readonly cpuMs: number | null;
}

async function openStore(): Promise<{ store: Store; drop: () => Promise<void> }> {
  if (process.env['TEST_DATABASE_URL'] !== undefined) {
    const database = await createPostgresDatabase();
    const store: Store = { name: 'Postgres', environment: { DATABASE_URL: database.url } };
    return { store, drop: () => database.drop() };
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'gateway-bench-'));
  const drop = () => rm(dataDir, { recursive: true, force: true });
  return { store: { name: 'PGlite', environment: { DATA_DIR: dataDir } }, drop };
}

async function start(commit: BuiltCommit): Promise<Side> {
  const { store, drop } = await openStore();
  // Tasks settle at once, so that what was bought costs later rounds nothing.
  const gateway = await GatewayUnderLoad.start(store, {
    args: [commit.main],
    clients,
    settings: { taskSeconds: 0 },
  });
  const [key = ''] = await gateway.tenants(1);
  const { id: taskId } = await gateway.buy(key, 'A lighthouse at dawn');
  const stop = async (): Promise<void> => {
    await gateway.stop();
    await drop();
  };
  return { gateway, key, taskId, stop };
}

async function costOf(side: Side, kind: Kind): Promise<Cost> {
  const startedAt = performance.now();
  const cpuBefore = side.gateway.cpuMs;
  let left = requests;
  await byClients(clients, async () => {
    if (left <= 0) return false;
    left -= 1;
    await KINDS[kind](side);
    return true;
  });
  const cpuAfter = side.gateway.cpuMs;
  return {
    ms: performance.now() - startedAt,
    cpuMs: cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore,
  };
}

/** Round by round, first one side and then the other. */
async function compare(a: Side, b: Side, kind: Kind): Promise<readonly (readonly [Cost, Cost])[]> {
  const pairs: [Cost, Cost][] = [];
  // The first round warms both up and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    const isTurned = round % 2 === 1;
    const first = await costOf(isTurned ? b : a, kind);
    const second = await costOf(isTurned ? a : b, kind);
    if (round > 0) pairs.push(isTurned ? [second, first] : [first, second]);
  }
  return pairs;
}

function report(kind: Kind, what: string, pairs: readonly (readonly [number, number])[]): void {
  const mean = (side: 0 | 1): string => {
    const sum = pairs.reduce((total, pair) => total + pair[side], 0);
    return (sum / pairs.length / requests).toFixed(2);
  };
  const { ratio, low, high } = ratioInterval(pairs.map(([before, after]) => after / before));
  const interval = `${low.toFixed(3)} – ${high.toFixed(3)}`;
  console.log(`| ${kind}, ${what} | ${mean(0)} | ${mean(1)} | ${ratio.toFixed(3)} | ${interval} |`);
}

const commits = [BuiltCommit.build(base)];
const sides: Side[] = [];
try {
  commits.push(BuiltCommit.build(values.head));
  for (const commit of commits) sides.push(await start(commit));
  const [a, b] = sides as [Side, Side];
  console.log(`\nBASE ${commits[0]?.title ?? ''}\nHEAD ${commits[1]?.title ?? ''}`);
  console.log(
    `${cpus().length} cores of ${cpus()[0]?.model ?? 'an unknown model'}; Node ${process.version}; ${rounds} rounds of ${requests} requests by ${clients} clients.\n`,
  );
  console.log(
    '| ms a request | BASE | HEAD | ratio | 95 % interval |\n| --- | ---: | ---: | ---: | --- |',
  );
  for (const kind of Object.keys(KINDS) as Kind[]) {
    const pairs = await compare(a, b, kind);
    report(
      kind,
      'all in all',
      pairs.map(([before, after]) => [before.ms, after.ms] as const),
    );
    const cpu = pairs.flatMap(([before, after]) =>
      before.cpuMs === null || after.cpuMs === null ? [] : [[before.cpuMs, after.cpuMs] as const],
    );
    if (cpu.length > 0) report(kind, 'processor of the gateway', cpu);
  }
} finally {
  for (const side of sides) await side.stop();
  for (const commit of commits) commit.remove();
}
