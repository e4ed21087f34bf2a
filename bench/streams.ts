/**
 * `npm run bench:streams` measures what streams of events cost one gateway on Postgres: how long after
 * Runway's answer to a read of a task the last subscriber to `tasksUpdated` knows of it, and what a node
 * with many live tasks and streams takes of memory. Runway runs in this process, the clients in one of
 * their own, the gateway in another. Flags, with their defaults:
 *
 *   --subscribers 500 --changing 40    streams of one tenant, and its tasks, of which each changes once in 5 s
 *   --seconds 30                       how long events are timed, and reads of live tasks are watched
 *   --live 10000 --streams 5000        what a node holds while its memory is read
 *   --only fan-out                     or `memory`: one of the two
 *   --profile <folder>                 writes a CPU profile of each gateway
 */
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { killStartedWithThisProcess } from '../test/config/started-processes.cjs';
import { buildGateway } from '../test/support/gateway/build-gateway.js';
import { createPostgresDatabase } from '../test/support/store/database.js';
import type { Store } from './gateway-under-load.js';
import { fanOut, streamMemory } from './stream-measures.js';

killStartedWithThisProcess();

const { values } = parseArgs({
  options: {
    subscribers: { type: 'string', default: '500' },
    changing: { type: 'string', default: '40' },
    seconds: { type: 'string', default: '30' },
    live: { type: 'string', default: '10000' },
    streams: { type: 'string', default: '5000' },
    only: { type: 'string' },
    profile: { type: 'string' },
  },
});
const sizes = {
  subscribers: Number(values.subscribers),
  changing: Number(values.changing),
  seconds: Number(values.seconds),
  live: Number(values.live),
  streams: Number(values.streams),
};
const { only, profile } = values;

async function onPostgres<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const database = await createPostgresDatabase();
  try {
    return await work({ name: 'Postgres', environment: { DATABASE_URL: database.url } });
  } finally {
    await database.drop();
  }
}

function row(...cells: readonly string[]): void {
  console.log(`| ${cells.join(' | ')} |`);
}

const compiled = {
  folder: await buildGateway('src', 'bench'),
  flags: profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`],
};
const [core] = cpus();
console.log(
  `${String(cpus().length)} cores of ${core?.model ?? 'an unknown model'}, shared by all; Node ${process.version}; load ${loadavg()[0]?.toFixed(1) ?? ''}.\n`,
);
if (only !== 'memory') {
  row(`an event to ${values.subscribers} subscribers`, 'p50, ms', 'p99, ms', 'processor, µs each');
  row('---', '---:', '---:', '---:');
  for (const transport of ['WebSocket', 'server-sent events'] as const) {
    const { events, p50Ms, p99Ms, cpuMs } = await onPostgres((store) =>
      fanOut(store, compiled, transport, sizes),
    );
    const cells = [p50Ms.toFixed(0), p99Ms.toFixed(0), (cpuMs * 1_000).toFixed(0)];
    row(`${transport}, ${String(events)} events`, ...cells);
  }
  console.log('');
}
if (only !== 'fan-out') {
  const memory = await onPostgres((store) => streamMemory(store, compiled, sizes));
  const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(0)} MB`;
  row(`a node with ${values.live} live tasks and ${values.streams} streams`, '');
  row('---', '---:');
  row('resident memory', megabytes(memory.residentBytes));
  row('of it before the streams', megabytes(memory.withoutStreamsBytes));
  row('latest read of a live task after it was due', `${(memory.lateMs / 1_000).toFixed(2)} s`);
}
