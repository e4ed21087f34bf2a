/**
 * `npm run test:security`: the whole of test/security, without samples, and every other test file that proves a row of
 * its catalogue. Arguments are handed on to Jest.
 */
import { spawnSync } from 'node:child_process';
import { testFiles, titledIds } from '../test/security/catalogue-titles.js';

const files = new Set([
  ...testFiles('test/security'),
  ...titledIds('test').map(({ file }) => file),
]);

const { status } = spawnSync(
  'npx',
  [
    ...['jest', '--config', 'test/config/jest.config.cjs'],
    ...process.argv.slice(2),
    ...['--runTestsByPath', ...files],
  ],
  {
    stdio: 'inherit',
    env: { ...process.env, SAMPLES: 'all' },
    shell: process.platform === 'win32',
  },
);
process.exit(status ?? 1);
