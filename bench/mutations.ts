/**
 * `npm run bench:mutations` measures what the gateway adds to a paid mutation on Postgres, and prints
 * three comparisons, each with its aim:
 *
 *   - mutations that are accepted, sent, read and settled, beside a bare relay (bench/bare-relay.ts);
 *   - mutations that are accepted to a durable row while Runway is full;
 *   - the latency of one client's mutation, beside Runway's SDK calling the same emulator and two
 *     commits of the same disk.
 *
 * Flags, with their defaults:
 *
 *   --rounds 1 --seconds 10    relay and gateway have so many seconds in each round, after 10 s of warm-up
 *   --clients 32               that send mutations at once
 *   --calls 1000               whose latency is measured
 *   --profile <folder>         writes a CPU profile of the gateway for each of the three
 *
 * Medians of the rounds. Clients and the emulator run in this process, relay and gateway each in its
 * own. Postgres only.
 */
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killStartedWithThisProcess } from '../test/config/started-processes.cjs';
import { buildGateway } from '../test/support/gateway/build-gateway.js';
import { createPostgresDatabase } from '../test/support/store/database.js';
import { quantile, type Store } from './gateway-under-load.js';
import { throughput, type Throughput } from './measures.js';
import { paidLatency, type PaidLatency } from './paid-latency.js';

killStartedWithThisProcess();

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '10' },
    clients: { type: 'string', default: '32' },
    calls: { type: 'string', default: '1000' },
    profile: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const sizes = { seconds: Number(values.seconds), clients: Number(values.clients) };
const calls = Number(values.calls);

async function onPostgres<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const database = await createPostgresDatabase();
  try {
    return await work({ name: 'Postgres', environment: { DATABASE_URL: database.url } });
  } finally {
    await database.drop();
  }
}

interface Round {
  readonly bare: Throughput;
  readonly sent: Throughput;
  readonly queued: Throughput;
}

const built = await buildGateway('src', 'bench');
const relay = [join(built, 'bench/bare-relay.js')];

/** Node's arguments for the gateway. */
function gatewayFor(measure: string): string[] {
  const { profile } = values;
  const profiled =
    profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${join(profile, measure)}`];
  return [...profiled, join(built, 'src/main.js')];
}

async function round(): Promise<Round> {
  return {
    bare: await onPostgres((store) => throughput(store, relay, sizes, 'sent', 'bare_tasks')),
    sent: await onPostgres((store) => throughput(store, gatewayFor('sent'), sizes, 'sent')),
    queued: await onPostgres((store) => throughput(store, gatewayFor('queued'), sizes, 'queued')),
  };
}

function report(all: readonly Round[], latency: PaidLatency): void {
  const median = (of: (one: Round) => number): number => quantile(all.map(of), 0.5);
  const speed = (of: (one: Round) => Throughput): string => {
    const each = median((one) => of(one).cpuMs ?? Number.NaN);
    return `${median((one) => of(one).acceptedPerSecond).toFixed(0)}/s, ${each.toFixed(2)} ms of processor each`;
  };
  const ratio = median(({ sent, bare }) => sent.acceptedPerSecond / bare.acceptedPerSecond);
  const added = (quantile: 'p50Ms' | 'p99Ms'): number =>
    latency.gateway[quantile] - latency.sdk[quantile];
  const both = (p50: number, p99: number): string => `${p50.toFixed(1)} / ${p99.toFixed(1)} ms`;
  const { gateway, sdk, twoCommits } = latency;
  const rows = [
    ['a bare relay', speed(({ bare }) => bare), ''],
    ['the gateway: accepted, sent at once, read and settled', speed(({ sent }) => sent), ''],
    ['the gateway / the bare relay', ratio.toFixed(2), '≥ 0.50'],
    ['the gateway: accepted to a durable row', speed(({ queued }) => queued), '≥ 500/s'],
    ['one client, p50 / p99: the SDK alone', both(sdk.p50Ms, sdk.p99Ms), ''],
    ['the same by the gateway', both(gateway.p50Ms, gateway.p99Ms), ''],
    ['two commits of this disk', both(twoCommits.p50Ms, twoCommits.p99Ms), ''],
    [
      'the gateway minus the SDK',
      both(added('p50Ms'), added('p99Ms')),
      `≤ ${both(twoCommits.p50Ms + 2, twoCommits.p99Ms + 8)}`,
    ],
  ];
  const machine = `${cpus().length} cores of ${cpus()[0]?.model ?? 'an unknown model'}, load ${loadavg()[0]?.toFixed(1) ?? ''}`;
  console.log(`\n${machine}; Node ${process.version}; ${sizes.clients} clients.\n`);
  console.log('| paid mutations | measured | aim |\n| --- | ---: | ---: |');
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}

const all: Round[] = [];
for (let index = 0; index < rounds; index += 1) all.push(await round());
report(all, await onPostgres((store) => paidLatency(store, gatewayFor('latency'), { calls })));
