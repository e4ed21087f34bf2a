/**
 * `npm run bench:start` measures what the first minute with the gateway costs: from `npm start` to the first
 * answer, the memory after it, SIGTERM to exit beside idle connections, and the size of an installation without
 * development and optional packages. Flags, with their defaults:
 *
 *   --times 3         starts of each kind; medians are printed
 *   --no-install      leaves the installation out
 *
 * Linux only.
 */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { killStartedWithThisProcess } from '../test/config/started-processes.cjs';
import { machine } from './machine.js';
import { allStarts, installation } from './start-measures.js';
import { installationAims, startAims, startTable } from './start-report.js';
import { aimTable } from './table.js';

killStartedWithThisProcess();

const { values } = parseArgs({
  allowNegative: true,
  options: {
    times: { type: 'string', default: '3' },
    install: { type: 'boolean', default: true },
  },
});

execFileSync('node', ['scripts/build-if-stale.mjs'], { stdio: 'inherit' });
console.log(`${machine()}; medians of ${values.times} starts.\n`);
const starts = await allStarts(Number(values.times));
const installed = values.install ? installationAims(installation()) : [];
const aims = aimTable([...startAims(starts), ...installed]);
console.log([...startTable(starts), '', ...aims].join('\n'));
