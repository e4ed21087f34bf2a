/**
 * `npm run check:fast`: what `npm run check` finds without running the gateway, for use while
 * working. Each step keeps what it found last time and looks again at what has changed; two run at
 * once. All of them are run, and what failed is printed with the command that mends it.
 *
 * ESLint's rules on types see other files than the one that they are reported in, and its cache does
 * not: `npm run check` lints everything.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';

/** Of its own: Prettier looks for its usual cache even when it is to use none. */
const CACHE = 'node_modules/.cache/check-fast';
const AT_ONCE = 2;

/** The programs of the project's packages: npx would look for each of them for half a second. */
const PATH = `${resolve('node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`;

/**
 * TypeScript's native compiler, which takes a quarter of the time. The other one decides in `npm run
 * check`, and here where the native one is not installed.
 */
const NATIVE = 'node_modules/native-typescript/bin/tsc';
const COMPILER = existsSync(NATIVE) ? NATIVE : 'node_modules/typescript/bin/tsc';

interface Step {
  readonly name: string;
  readonly command: string;
  readonly remedy: string;
}

/** The longest first. */
const steps: readonly Step[] = [
  {
    name: 'types',
    command: `node ${COMPILER} --noEmit --incremental --tsBuildInfoFile ${CACHE}/types.tsbuildinfo`,
    remedy: 'Correct the types above.',
  },
  {
    name: 'generated',
    command: 'tsx scripts/check-generated.ts --unless-checked',
    remedy: 'Run `npm run generate` and commit.',
  },
  {
    name: 'lint',
    command:
      'eslint --config test/config/eslint.config.mjs --max-warnings 0 ' +
      `--cache --cache-strategy content --cache-location ${CACHE}/eslint .`,
    remedy: 'Run `npm run fix`; correct by hand what remains.',
  },
  {
    name: 'doors',
    command:
      'depcruise --config test/config/dependency-cruiser.cjs --output-type err-long ' +
      `--cache ${CACHE}/dependency-cruiser --cache-strategy content src schema client`,
    remedy: 'Move the import as the rule above says.',
  },
  {
    name: 'format',
    command:
      'prettier --check --log-level warn ' +
      `--cache --cache-strategy content --cache-location ${CACHE}/prettier .`,
    remedy: 'Run `npm run fix`.',
  },
  {
    name: 'types of scripts',
    command: `node ${COMPILER} --noEmit --incremental --tsBuildInfoFile ${CACHE}/scripts.tsbuildinfo -p scripts`,
    remedy: 'Correct the types above.',
  },
];

async function run({ name, command, remedy }: Step): Promise<void> {
  const startedAt = performance.now();
  const [program = '', ...args] = command.split(' ');
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PATH },
    shell: process.platform === 'win32',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const [code] = (await once(child, 'close')) as [number | null];
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  if (code === 0) {
    console.log(`── ${name} passed in ${seconds} s`);
    return;
  }
  console.error(`${output}── ${name} failed after ${seconds} s. ${remedy}`);
  process.exitCode = 1;
}

const waiting = [...steps];
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) await run(step);
  }),
);
