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
import { parseArgs } from 'node:util';
import { killStartedWithThisProcess } from '../test/config/started-processes.cjs';
import { buildGateway } from '../test/support/gateway/build-gateway.js';
import { machine } from './machine.js';
import { mutationFigures } from './mutation-measures.js';
import { mutationAims, mutationTable } from './mutation-report.js';
import { aimTable } from './table.js';

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

const built = await buildGateway('src', 'bench');
console.log(`\n${machine()}; ${values.clients} clients.\n`);
const figures = await mutationFigures(
  built,
  {
    rounds: Number(values.rounds),
    seconds: Number(values.seconds),
    clients: Number(values.clients),
    calls: Number(values.calls),
  },
  values.profile,
);
console.log([...mutationTable(figures), '', ...aimTable(mutationAims(figures))].join('\n'));
