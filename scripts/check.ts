/**
 * `npm run check`: everything that must hold before a change is merged, fastest first. It stops at
 * the first step that fails and names the command that mends it.
 *
 * The tests come last and nothing is printed after them, so that the last line is their count.
 */
import { spawnSync } from 'node:child_process';

const steps: readonly (readonly [script: string, remedy: string])[] = [
  ['check:types', 'Correct the types above, then run `npm run check:types`.'],
  ['check:format', 'Run `npm run fix`.'],
  ['check:lint', 'Run `npm run fix`; correct by hand what remains.'],
  ['check:doors', 'Move the import as the rule above says, then run `npm run check:doors`.'],
  ['check:generated', 'Run `npm run generate` and commit.'],
  ['check:schema', 'Declare the break in CHANGELOG.md as it says, or take it back.'],
  ['check:chaos', 'Repeat it with the printed seed: `npm run check:chaos -- --seed <n>`.'],
  ['check:soak', 'Repeat it with `npm run soak -- --seconds 10`.'],
  ['test', 'Run `npm test -- <file>` on the failing file above.'],
];

for (const [script, remedy] of steps) {
  const isLast = script === 'test';
  console.log(`── ${script}`);
  const startedAt = performance.now();
  const { status, error } = spawnSync('npm', ['run', '--silent', script], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error !== undefined) throw error;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  if (status !== 0) {
    if (!isLast) console.error(`── ${script} failed after ${seconds} s. ${remedy}`);
    process.exit(status ?? 1);
  }
  if (!isLast) console.log(`── ${script} passed in ${seconds} s`);
}
