import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runSuites } from '../../support/suites/run-suites.js';

const SUITE_MS_MAX = 60_000;

/** Adds a line to a file for each run, and tells which run it is. */
const COUNTS = `const { appendFileSync, readFileSync } = require('node:fs');
  const file = __filename + '.runs';
  appendFileSync(file, 'run\\n');
  const run = readFileSync(file, 'utf8').trim().split('\\n').length;`;

const FAILS_ONCE = `${COUNTS} it('is left to chance', () => { expect(run).toBe(2); });`;
const FAILS = `${COUNTS} it('is wrong', () => { expect(run).toBe(0); });`;
const FINE = `${COUNTS} it('is right', () => { expect(run).toBe(1); });`;

describe('A run of the tests in CI', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'second-try-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const inCi = (suites: Readonly<Record<string, string>>, isCi = true) =>
    runSuites(folder, suites, { suiteMsMax: SUITE_MS_MAX, isCi });
  const runsOf = async (name: string) =>
    (await readFile(join(folder, `${name}.runs`), 'utf8')).trim().split('\n').length;

  it('runs what has failed once more, and tells what passed then', async () => {
    const suites = { 'once.test.ts': FAILS_ONCE, 'fine.test.ts': FINE };
    const { printed, told, lastLine, code } = await inCi(suites);
    const once = join(folder, 'once.test.ts');
    expect(told).toContain(`FAILED AT FIRST: ${once}\n`);
    expect(told).toContain('is left to chance');
    expect(printed).toContain(`UNSTEADY: ${once} failed at first, and passed alone.\n`);
    expect([lastLine, code]).toEqual(['2 passed, 0 failed', 0]);
    expect(await runsOf('fine.test.ts')).toBe(1);
  });

  it('has failed where a suite fails twice', async () => {
    const { printed, lastLine, code } = await inCi({
      'wrong.test.ts': FAILS,
      'fine.test.ts': FINE,
    });
    expect([lastLine, code]).toEqual(['1 passed, 1 failed', 1]);
    expect(printed).not.toContain('UNSTEADY');
    expect(await runsOf('wrong.test.ts')).toBe(2);
  });

  it('runs nothing again where four suites have failed', async () => {
    const names = ['1', '2', '3', '4'].map((name) => `${name}.test.ts`);
    const { lastLine, code } = await inCi(
      Object.fromEntries(names.map((name) => [name, FAILS_ONCE])),
    );
    expect([lastLine, code]).toEqual(['0 passed, 4 failed', 1]);
    expect(await Promise.all(names.map(runsOf))).toEqual([1, 1, 1, 1]);
  });

  it('has no second try elsewhere', async () => {
    const suites = { 'once.test.ts': FAILS_ONCE, 'fine.test.ts': FINE };
    const { lastLine, code } = await inCi(suites, false);
    expect([lastLine, code]).toEqual(['1 passed, 1 failed', 1]);
    expect(await runsOf('once.test.ts')).toBe(1);
  });
});
