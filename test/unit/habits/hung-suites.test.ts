import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

const CONFIG = resolve('test/config/jest.config.cjs');

/** What a suite may take here. */
const SUITE_MS_MAX = 10_000;

const HUNG = `it('keeps its thread busy', () => { for (;;); });`;
const FINE = `it('ends', () => { expect(1).toBe(1); });`;

describe('A run of the tests', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hung-suites-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('ends a suite that does not end, names it, counts it as failed, and ends', async () => {
    const config = join(folder, 'jest.config.cjs');
    await writeFile(join(folder, 'hung.test.ts'), HUNG);
    await writeFile(join(folder, 'fine.test.ts'), FINE);
    await writeFile(
      config,
      `const whole = require(${JSON.stringify(CONFIG)});
      const { rootDir, testPathIgnorePatterns, ...project } = whole.projects[0];
      const inside = {
        ...project,
        rootDir,
        roots: [__dirname],
        testMatch: [__dirname + '/*.test.ts'],
        testEnvironmentOptions: { suiteMsMax: ${String(SUITE_MS_MAX)} },
      };
      module.exports = { ...whole, projects: [inside] };`,
    );
    // Two workers, because one suite alone would run in Jest's own process.
    const jest = [resolve('node_modules/jest/bin/jest.js'), '--config', config, '--maxWorkers=2'];
    const run = spawn(process.execPath, jest, { stdio: ['ignore', 'pipe', 'pipe'] });
    const [printed, told, [code]] = await Promise.all([
      text(run.stdout),
      text(run.stderr),
      once(run, 'exit'),
    ]);
    expect(told).toContain(`The suite ${join(folder, 'hung.test.ts')} has not ended within 10 s.`);
    expect(printed.trim().split('\n').at(-1)).toBe('1 passed, 1 failed');
    expect(code).toBe(1);
  });
});
