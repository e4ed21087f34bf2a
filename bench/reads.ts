/**
 * `npm run bench:reads` compares what reading tasks costs the gateway, with everything on, and GraphQL
 * servers that do nothing else: Apollo Server on express, graphql-yoga and mercurius. All of them read
 * the same rows of the same Postgres by the same driver and answer the same data, which is compared
 * first. The sides are asked in turn, in rounds whose order changes. Flags, with their defaults:
 *
 *   --rounds 3 --seconds 5    each side has so many seconds in each round
 *   --clients 32              that ask at once
 *   --profile <folder>        writes a CPU profile of the gateway, without the other sides
 *
 * Medians of the rounds. Clients run in this process, each server in its own. Postgres only.
 */
import { parseArgs } from 'node:util';
import { killStartedWithThisProcess } from '../test/config/started-processes.cjs';
import { buildGateway } from '../test/support/gateway/build-gateway.js';
import { machine } from './machine.js';
import { compareReads, READ_KINDS } from './read-measures.js';
import { readTable } from './read-report.js';

killStartedWithThisProcess();

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '5' },
    clients: { type: 'string', default: '32' },
    profile: { type: 'string' },
  },
});
const sizes = {
  rounds: Number(values.rounds),
  seconds: Number(values.seconds),
  clients: Number(values.clients),
};

const built = await buildGateway('src', 'bench', 'test/support');
console.log(
  `${machine()}; ${values.clients} clients; medians of ${values.rounds} rounds of ${values.seconds} s.`,
);
const compared = await compareReads(built, sizes, values.profile);
for (const kind of READ_KINDS) console.log(`\n${readTable(kind, compared).join('\n')}`);
