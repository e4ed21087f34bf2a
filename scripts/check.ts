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
  ['check:licences', 'Use another package, or list the licence with a decision that says why.'],
  [
    'check:vulnerabilities',
    'Update the package, or accept the advisory until a day: docs/operating/updates.md.',
  ],
  ['check:chaos', 'Repeat it with the printed seed: `npm run check:chaos -- --seed <n>`.'],
  [
    'security:drill',
    'Look at the rule whose alert did not come: `npm run security:drill -- --only RULE`.',
  ],
  ['check:chaos:waf', 'Repeat it with the printed seed: `npm run check:chaos:waf -- --seed <n>`.'],
  ['check:waf', 'Look for the request under its line above: docs/operating/waf.md.'],
  [
    'check:upgrade',
    'A store of the older commit must go on: CONTRIBUTING.md, “Add a migration”. Repeat it with `npm run check:upgrade -- --base <commit>`.',
  ],
  ['check:soak', 'Repeat it with `npm run soak -- --seconds 10`.'],
  ['test:exhaustive', 'Run `npm run test:exhaustive -- -t <title>` on the failing test above.'],
  ['test', 'Run `npm test -- <file>` on the failing file above.'],
];

/** The exit code of a step that could not check anything here, and has said so. */
const NOT_CHECKED = 3;

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
  if (status === NOT_CHECKED && !isLast) {
    console.error(`── ${script} CHECKED NOTHING, see above. A release does not pass without it.`);
    continue;
  }
  if (status !== 0) {
    if (!isLast) console.error(`── ${script} failed after ${seconds} s. ${remedy}`);
    process.exit(status ?? 1);
  }
  if (!isLast) console.log(`── ${script} passed in ${seconds} s`);
}
