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
import { parseArgs } from 'node:util';
import { killStartedWithThisProcess } from '../test/config/started-processes.cjs';
import { buildGateway } from '../test/support/gateway/build-gateway.js';
import { machine } from './machine.js';
import { onPostgres } from './stores.js';
import { fanOutTable, streamMemoryTable } from './stream-report.js';
import { fanOuts, streamMemory } from './stream-measures.js';

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
const compiled = {
  folder: await buildGateway('src', 'bench'),
  flags: profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`],
};
console.log(`${machine()}.`);
if (only !== 'memory') {
  const fannedOut = await fanOuts(compiled, sizes);
  console.log(`\n${fanOutTable(fannedOut, sizes).join('\n')}`);
}
if (only !== 'fan-out') {
  const memory = await onPostgres((store) => streamMemory(store, compiled, sizes));
  console.log(`\n${streamMemoryTable(memory, sizes).join('\n')}`);
}
