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
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { killStartedWithThisProcess } from '../test/config/started-processes.cjs';
import { installation, START_KINDS, startFigures, type StartKind } from './start-measures.js';

killStartedWithThisProcess();

const { values } = parseArgs({
  allowNegative: true,
  options: {
    times: { type: 'string', default: '3' },
    install: { type: 'boolean', default: true },
  },
});

/** Seconds, and megabytes of memory. */
const AIMS: Readonly<Record<StartKind, readonly [start: number, memory: number]>> = {
  Postgres: [1, 120],
  'embedded, warm': [2, 350],
  'embedded, first': [3, 350],
};
const STOP_AIM_S = 0.3;
const MB = 1_048_576;

execFileSync('node', ['scripts/build-if-stale.mjs'], { stdio: 'inherit' });
const [core] = cpus();
console.log(
  `${String(cpus().length)} cores of ${core?.model ?? 'an unknown model'}; Node ${process.version}; load ${loadavg()[0]?.toFixed(1) ?? ''}; medians of ${values.times} starts.\n`,
);
console.log(
  '| store | start to first answer | processor, ms | memory after it | SIGTERM to exit |',
);
console.log('| --- | ---: | ---: | ---: | ---: |');
for (const kind of START_KINDS) {
  const { startMs, processorMs, residentBytes, stopMs } = await startFigures(
    kind,
    Number(values.times),
  );
  const [startAim, memoryAim] = AIMS[kind];
  const cells = [
    `${(startMs / 1_000).toFixed(2)} s (aim ${String(startAim)})`,
    processorMs.toFixed(0),
    `${(residentBytes / MB).toFixed(0)} MB (aim ${String(memoryAim)})`,
    `${(stopMs / 1_000).toFixed(2)} s (aim ${String(STOP_AIM_S)})`,
  ];
  console.log(`| ${kind} | ${cells.join(' | ')} |`);
}
if (values.install) {
  const { packages, megabytes } = installation();
  console.log('\n| `npm ci --omit=dev --omit=optional` | measured | aim |');
  console.log('| --- | ---: | ---: |');
  console.log(`| packages | ${String(packages)} | 240 |`);
  console.log(`| MB | ${megabytes.toFixed(0)} | 130 |`);
}
