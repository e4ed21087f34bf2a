import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { eventually } from '../../support/time/eventually.js';

const CONFIG = resolve('test/config/jest.config.cjs');

/** What a suite may take here. */
const SUITE_MS_MAX = 10_000;

/** Starts a process that does not end, and writes its id to a file. */
const STARTS = `const { spawn } = require('node:child_process');
  const { once } = require('node:events');
  const { writeFileSync } = require('node:fs');
  const start = async (file) => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1_000)']);
    await once(child, 'spawn');
    writeFileSync(__dirname + '/' + file, String(child.pid));
  };`;

const HUNG = `${STARTS}
  it('keeps its thread busy', async () => { await start('hung.pid'); for (;;); });`;
const FAILED = `${STARTS}
  it('fails', async () => { await start('failed.pid'); expect(1).toBe(2); });`;
const FINE = `it('ends', () => { expect(1).toBe(1); });`;

describe('A run of the tests', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hung-suites-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('ends a suite that does not end, names it, counts it as failed, and leaves no process behind', async () => {
    const config = join(folder, 'jest.config.cjs');
    await writeFile(join(folder, 'hung.test.ts'), HUNG);
    await writeFile(join(folder, 'failed.test.ts'), FAILED);
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
    expect(printed.trim().split('\n').at(-1)).toBe('1 passed, 2 failed');
    expect(code).toBe(1);
    for (const file of ['hung.pid', 'failed.pid']) {
      const pid = Number(await readFile(join(folder, file), 'utf8'));
      // The system takes a killed process away when it has the time.
      await eventually(() => {
        expect([file, isRunning(pid)]).toEqual([file, false]);
      });
    }
  });
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
