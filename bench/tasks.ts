/**
 * `npm run bench:tasks` measures one gateway on Postgres and one on PGlite, one after the other,
 * and prints a table; and beside them a bare relay, which shows what the machine can do at all
 * (bench/bare-relay.ts). Clients and the emulator of Runway run in this process, each gateway in its
 * own. Flags, with their defaults:
 *
 *   --seconds 10 --clients 32    how long mutations are sent, and by how many clients
 *   --tasks 300                  tasks whose settlement is timed
 *   --queued 10000 --live 500 --subscribers 2000    what the gateway holds while its memory is read
 *   --profile <folder>           writes a CPU profile of each gateway that takes mutations
 *
 * Postgres is left out where TEST_DATABASE_URL is not set.
 */
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killStartedWithThisProcess } from '../test/config/started-processes.cjs';
import { buildGateway } from '../test/support/gateway/build-gateway.js';
import type { Store } from './gateway-under-load.js';
import { onPglite, onPostgres } from './stores.js';
import { memory, settlement, throughput, type Settlement, type Throughput } from './measures.js';

killStartedWithThisProcess();

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    clients: { type: 'string', default: '32' },
    tasks: { type: 'string', default: '300' },
    queued: { type: 'string', default: '10000' },
    live: { type: 'string', default: '500' },
    subscribers: { type: 'string', default: '2000' },
    profile: { type: 'string' },
  },
});
const sizes = {
  seconds: Number(values.seconds),
  clients: Number(values.clients),
  tasks: Number(values.tasks),
  queued: Number(values.queued),
  live: Number(values.live),
  subscribers: Number(values.subscribers),
};

interface Figures {
  readonly store: Store['name'];
  readonly queued: Throughput;
  readonly sent: Throughput;
  readonly settlement: Settlement;
  readonly residentBytes: number;
}

/** Each measure on a store of its own. */
async function measure(
  name: Store['name'],
  args: readonly string[],
  newStore: <T>(work: (store: Store) => Promise<T>) => Promise<T>,
): Promise<Figures> {
  const { profile } = values;
  const profiled =
    profile === undefined ? args : ['--cpu-prof', `--cpu-prof-dir=${join(profile, name)}`, ...args];
  return {
    store: name,
    queued: await newStore((store) => throughput(store, profiled, sizes, 'queued')),
    sent: await newStore((store) => throughput(store, profiled, sizes, 'sent')),
    settlement: await newStore((store) => settlement(store, args, sizes)),
    residentBytes: await newStore((store) => memory(store, args, sizes)),
  };
}

/** What a relay that keeps nothing of our promises takes on this machine. */
async function measureBareRelay(built: string): Promise<Throughput> {
  const args = [join(built, 'bench/bare-relay.js')];
  return await onPostgres((store) => throughput(store, args, sizes, 'sent', 'bare_tasks'));
}

function report(columns: readonly Figures[], bare: Throughput | undefined): void {
  const megabytes = (bytes: number): string => `${Math.round(bytes / 1_048_576)} MB`;
  const seconds = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`;
  const answers = ({ p50Ms, p99Ms }: Throughput): string =>
    `${p50Ms.toFixed(0)} / ${p99Ms.toFixed(0)} ms`;
  const cpu = ({ cpuMs }: Throughput): string => (cpuMs === null ? '–' : `${cpuMs.toFixed(1)} ms`);
  const rows: readonly (readonly [string, (figures: Figures) => string])[] = [
    [
      `paid mutations accepted a second while Runway is full, ${sizes.clients} clients`,
      ({ queued }) => queued.acceptedPerSecond.toFixed(0),
    ],
    ['their answers, p50 / p99', ({ queued }) => answers(queued)],
    ['the gateway’s processor time for each of them', ({ queued }) => cpu(queued)],
    [
      `paid mutations accepted and sent at once a second, ${sizes.clients} clients`,
      ({ sent }) => sent.acceptedPerSecond.toFixed(0),
    ],
    ['POSTs that Runway saw meanwhile, a second', ({ sent }) => sent.sentPerSecond.toFixed(0)],
    ['their answers, p50 / p99', ({ sent }) => answers(sent)],
    ['the gateway’s processor time for each of them, until settled', ({ sent }) => cpu(sent)],
    [
      `Runway’s settlement to the subscriber, ${sizes.tasks} tasks, p50 / p99`,
      ({ settlement: { p50Ms, p99Ms } }) => `${seconds(p50Ms)} / ${seconds(p99Ms)}`,
    ],
    [
      `memory with ${sizes.queued} queued, ${sizes.live} live, ${sizes.subscribers} subscribers`,
      ({ residentBytes }) => megabytes(residentBytes),
    ],
  ];
  const cores = cpus();
  console.log(
    `\n${cores.length} cores of ${cores[0]?.model ?? 'an unknown model'}, shared by gateway, store, emulator and clients; Node ${process.version}.\n`,
  );
  console.log(`| one gateway | ${columns.map(({ store }) => store).join(' | ')} |`);
  console.log(`| --- |${' ---: |'.repeat(columns.length)}`);
  for (const [title, of] of rows) console.log(`| ${title} | ${columns.map(of).join(' | ')} |`);
  for (const { store, sent } of columns) {
    if (bare === undefined) break;
    const share = (100 * sent.acceptedPerSecond) / bare.acceptedPerSecond;
    console.log(
      `\nOn ${store} it accepts and sends ${share.toFixed(0)} % of what a bare relay does: ${bare.acceptedPerSecond.toFixed(0)} a second, ${cpu(bare)} of its processor time each.`,
    );
  }
  const [first, second] = columns;
  if (first !== undefined && second !== undefined) {
    const ratio = first.sent.acceptedPerSecond / second.sent.acceptedPerSecond;
    console.log(`\n${first.store} takes ${ratio.toFixed(2)} times as many as ${second.store}.`);
  }
}

const built = await buildGateway('src', 'bench');
const args = [join(built, 'src/main.js')];
const columns: Figures[] = [];
let bare: Throughput | undefined;
if (process.env['TEST_DATABASE_URL'] === undefined) console.log('Postgres: left out.');
else {
  bare = await measureBareRelay(built);
  columns.push(await measure('Postgres', args, onPostgres));
}
columns.push(await measure('PGlite', args, onPglite));
report(columns, bare);
