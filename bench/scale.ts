/**
 * `npm run bench:scale` measures what a step of the gateway costs the store when that is full, beside
 * the same step on one that is almost empty: both in one run, step by step in turn, on databases of
 * their own, which are dropped at the end. Flags, with their defaults:
 *
 *   --tasks 1000000    settled tasks of the full one; everything else in proportion: with a million,
 *                      2,000 tenants (one with 300,000 tasks), 3 million events, 20,000 live tasks,
 *                      50,000 queued over 10 models, 5,000 UNCONFIRMED and 100,000 resources
 *   --runs 15          how often each step is measured; the median counts
 *   --only <text>      steps whose names hold it
 *   --statements       prints each statement of the steps too
 *
 * It ends with 1 where a step takes more than twice as long, and more than 5 ms.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { SMALL_STORE, storeOf } from '../test/support/store/filled-store.js';
import { quantile } from './gateway-under-load.js';
import { scaleSteps, type Step } from './scale-steps.js';
import { openScaleStore, type ScaleStore } from './scale-store.js';
import type { TimedStatement } from './timed-statements.js';

const RATIO_MAX = 2;
const MS_MAX = 5;

const { values } = parseArgs({
  options: {
    tasks: { type: 'string', default: '1000000' },
    runs: { type: 'string', default: '15' },
    only: { type: 'string', default: '' },
    statements: { type: 'boolean', default: false },
  },
});

/** Milliseconds by run. */
type Samples = number[];

class Measured {
  readonly total: Samples = [];
  readonly statements = new Map<string, Samples>();

  add(timed: readonly TimedStatement[]): void {
    this.total.push(timed.reduce((sum, { ms }) => sum + ms, 0));
    for (const { sql, ms } of timed) {
      const label = labelOf(sql);
      this.statements.set(label, [...(this.statements.get(label) ?? []), ms]);
    }
  }
}

/** The name that a statement gives itself, or its first words. */
function labelOf(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ').trim();
  return /^\/\* (\w+) \*\//.exec(flat)?.[1] ?? flat.slice(0, 100);
}

interface Row {
  readonly step: Step;
  readonly small: Measured;
  readonly large: Measured;
}

async function measure(store: ScaleStore, step: Step, into: Measured): Promise<void> {
  const work = await step.prepare(store.stores);
  into.add(await store.timed.during(work));
}

function report(rows: readonly Row[]): boolean {
  const median = (samples: Samples): number => quantile(samples, 0.5);
  const line = (name: string, small: Samples, large: Samples): boolean => {
    const [before, after] = [median(small), median(large)];
    const ratio = after / before;
    const isOver = ratio > RATIO_MAX && after > MS_MAX;
    const mark = isOver ? '✗' : ratio > RATIO_MAX || after > MS_MAX ? '!' : '';
    console.log(
      `| ${name} | ${before.toFixed(2)} | ${after.toFixed(2)} | ${ratio.toFixed(2)} | ${Math.min(...large).toFixed(2)} | ${mark} |`,
    );
    return isOver;
  };
  console.log('\n| step, ms in the store | small | large | ratio | large, least | |');
  console.log('| --- | ---: | ---: | ---: | ---: | --- |');
  let isOver = false;
  for (const { step, small, large } of rows) {
    isOver = line(step.name, small.total, large.total) || isOver;
    if (!values.statements) continue;
    for (const [label, samples] of large.statements) {
      const before = small.statements.get(label);
      if (before !== undefined) line(`– \`${label.replaceAll('|', '\\|')}\``, before, samples);
    }
  }
  return isOver;
}

const startedAt = performance.now();
const tell = (text: string): void => {
  console.log(`${((performance.now() - startedAt) / 1_000).toFixed(0).padStart(4)} s  ${text}`);
};
const now = new Date();
const size = storeOf(Number(values.tasks));
const small = await openScaleStore(SMALL_STORE, now, () => undefined);
try {
  const large = await openScaleStore(size, now, (progress) => tell(`filling: ${progress}`));
  try {
    const steps = scaleSteps(now).filter(({ name }) => name.includes(values.only));
    const rows: Row[] = steps.map((step) => ({
      step,
      small: new Measured(),
      large: new Measured(),
    }));
    // Once before it counts: caches are filled, statements prepared.
    for (let run = 0; run <= Number(values.runs); run += 1) {
      tell(run === 0 ? `${String(rows.length)} steps` : `run ${String(run)} of ${values.runs}`);
      for (const { step, ...measured } of rows) {
        const into = run === 0 ? { small: new Measured(), large: new Measured() } : measured;
        await measure(small, step, into.small);
        await measure(large, step, into.large);
      }
    }
    const cores = cpus();
    console.log(
      `\n${cores.length} cores of ${cores[0]?.model ?? 'an unknown model'}, shared with the store; Node ${process.version}. Small: ${String(SMALL_STORE.settled)} tasks; large: ${String(size.settled)}. Medians of ${values.runs} runs.`,
    );
    if (report(rows)) process.exitCode = 1;
  } finally {
    await large.close();
  }
} finally {
  await small.close();
}
