/**
 * `npm run check`: everything that must hold before a change is merged. Two steps run at once, since
 * most of them compute on one core, or wait. What a step prints is shown when it ends. After the first
 * step that fails nothing more runs, and the command that mends it is named.
 *
 * The tests come last and nothing is printed after them, so that the last line is their count.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

const AT_ONCE = 2;

const IS_WINDOWS = process.platform === 'win32';

interface Step {
  readonly script: string;
  readonly remedy: string;
}

/** In the order in which they begin: what reads the sources first, then the longest first. */
const steps: readonly Step[] = [
  {
    script: 'check:lint',
    remedy: 'Run `npm run fix`; correct by hand what remains.',
  },
  {
    script: 'check:types',
    remedy: 'Correct the types above, then run `npm run check:types`.',
  },
  { script: 'check:format', remedy: 'Run `npm run fix`.' },
  {
    script: 'check:doors',
    remedy: 'Move the import as the rule above says, then run `npm run check:doors`.',
  },
  { script: 'check:generated', remedy: 'Run `npm run generate` and commit.' },
  {
    script: 'check:schema',
    remedy: 'Declare the break in CHANGELOG.md as it says, or take it back.',
  },
  {
    script: 'check:licences',
    remedy: 'Use another package, or list the licence with a decision that says why.',
  },
  {
    script: 'check:vulnerabilities',
    remedy: 'Update the package, or accept the advisory until a day: docs/operating/updates.md.',
  },
  {
    script: 'check:upgrade',
    remedy:
      'A store of the older commit must go on: CONTRIBUTING.md, “Add a migration”. Repeat it with `npm run check:upgrade -- --base <commit>`.',
  },
  {
    script: 'check:chaos',
    remedy: 'Repeat it with the printed seed: `npm run check:chaos -- --seed <n>`.',
  },
  {
    script: 'check:chaos:waf',
    remedy: 'Repeat it with the printed seed: `npm run check:chaos:waf -- --seed <n>`.',
  },
  {
    script: 'security:drill',
    remedy: 'Look at the rule whose alert did not come: `npm run security:drill -- --only RULE`.',
  },
  {
    script: 'check:waf',
    remedy: 'Look for the request under its line above: docs/operating/waf.md.',
  },
];

/** It loads a gateway with all that it can do. */
const alone: Step = {
  script: 'check:soak',
  remedy: 'Repeat it with `npm run soak -- --seconds 10`.',
};

/** The exit code of a step that could not check anything here, and has said so. */
const NOT_CHECKED = 3;

/** npm forwards no signal to what its shell has started, so a step is a group of processes. */
const running = new Set<ChildProcess>();

function endRunning(): void {
  for (const { pid = 0 } of running) {
    try {
      process.kill(IS_WINDOWS ? pid : -pid, 'SIGTERM');
    } catch {
      // It has ended.
    }
  }
}

function fail(code: number): never {
  endRunning();
  process.exit(code);
}

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.once(signal, () => fail(code));
}

async function run({ script, remedy }: Step): Promise<void> {
  console.log(`── ${script} begins`);
  const startedAt = performance.now();
  const child = spawn('npm', ['run', '--silent', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: IS_WINDOWS,
    detached: !IS_WINDOWS,
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const [code] = (await once(child, 'close')) as [number | null];
  running.delete(child);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(output);
  if (code === 0) {
    console.log(`── ${script} passed in ${seconds} s`);
  } else if (code === NOT_CHECKED) {
    console.log(`── ${script} CHECKED NOTHING, see above. A release does not pass without it.`);
  } else {
    console.log(`── ${script} failed after ${seconds} s. ${remedy}`);
    fail(code ?? 1);
  }
}

const waiting = [...steps];
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) await run(step);
  }),
);
await run(alone);

// Everything that `npm test` tries a sample of is tried here.
console.log('── test');
const tests = spawn('npm', ['run', '--silent', 'test'], {
  stdio: 'inherit',
  shell: IS_WINDOWS,
  env: { ...process.env, SAMPLES: 'all' },
  detached: !IS_WINDOWS,
});
running.add(tests);
const [code] = (await once(tests, 'exit')) as [number | null];
process.exitCode = code ?? 1;
