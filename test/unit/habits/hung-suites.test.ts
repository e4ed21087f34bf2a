import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runSuites } from '../../support/suites/run-suites.js';
import { eventually } from '../../support/time/eventually.js';

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

/** Its thread waits, which costs no processor: nothing else runs on it, as in an endless loop. */
const HUNG = `${STARTS}
  it('keeps its thread', async () => {
    await start('hung.pid');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  });`;
const FAILED = `${STARTS}
  it('fails', async () => { await start('failed.pid'); expect(1).toBe(2); });`;
/**
 * Every resource of the process carries what each storage holds that has been entered and not left. One that
 * suites share carries for ever what was held when it was begun: no test of a suite may be there.
 */
const FINE = `const { AsyncLocalStorage, AsyncResource } = require('node:async_hooks');
  const { run } = AsyncLocalStorage.prototype;
  const held = (globalThis[Symbol.for('held by suites')] ??= []);
  const ofSuitesBefore = held.length;
  AsyncLocalStorage.prototype.run = function (one, ...given) {
    held.push(one);
    return run.call(this, one, ...given);
  };
  afterAll(() => { AsyncLocalStorage.prototype.run = run; });
  it('carries no storage and no test of suites before it', () => {
    const carried = Object.getOwnPropertySymbols(new AsyncResource('carrier'));
    expect(carried.filter(({ description }) => description === 'kResourceStore').length).toBeLessThan(2);
    const tests = held.map((one) => one?.test?.name);
    expect(tests.slice(0, ofSuitesBefore).filter(Boolean)).toEqual([]);
    expect(tests.slice(ofSuitesBefore).filter(Boolean)).not.toEqual([]);
  });`;

describe('A run of the tests', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hung-suites-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('ends a suite that does not end, names it, counts it as failed, and leaves no process and no storage behind', async () => {
    const suites = {
      'hung.test.ts': HUNG,
      'failed.test.ts': FAILED,
      // A worker has run another suite before at least one of them.
      'fine.test.ts': FINE,
      'finer.test.ts': FINE,
      'finest.test.ts': FINE,
    };
    const run = await runSuites(folder, suites, { suiteMsMax: SUITE_MS_MAX, isCi: false });
    const { told, lastLine, code } = run;
    expect(told).toContain(`The suite ${join(folder, 'hung.test.ts')} has not ended within 10 s.`);
    expect([lastLine, code]).toEqual(['3 passed, 2 failed', 1]);
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
