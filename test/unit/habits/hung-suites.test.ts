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
/** Every resource of the process carries what each storage holds that has been entered and not left. */
const FINE = `const { AsyncResource } = require('node:async_hooks');
  it('carries no storage of suites before it', () => {
    const carried = Object.getOwnPropertySymbols(new AsyncResource('carrier'));
    expect(carried.filter(({ description }) => description === 'kResourceStore').length).toBeLessThan(2);
  });`;
/** A timer that outlives its suite, as those that all suites share do, carries what was held when it began. */
const LET_GO = `const { setFlagsFromString } = require('node:v8');
  const { runInNewContext } = require('node:vm');
  const { setTimeout: delay } = require('node:timers/promises');
  const ofSuites = (globalThis[Symbol.for('of suites')] ??= { all: [], timers: [] });
  it('is held by nothing when another one has run after it, but for the first one', async () => {
    setFlagsFromString('--expose-gc');
    const gc = runInNewContext('gc');
    for (let round = 0; round < 4; round += 1) {
      await delay(20);
      gc();
    }
    expect(ofSuites.all.filter((one) => one.deref() !== undefined).length).toBeLessThan(3);
    ofSuites.all.push(new WeakRef(module));
    ofSuites.timers.push(setTimeout(() => undefined, 60_000).unref());
  });`;

/** One of the two workers runs three of them at least. */
const LET_GO_SUITES = 5;

describe('A run of the tests', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hung-suites-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('ends a suite that does not end, names it, counts it as failed, and leaves no process, no storage and no suite behind', async () => {
    const suites = {
      'hung.test.ts': HUNG,
      'failed.test.ts': FAILED,
      // A worker has run another suite before at least one of them.
      'fine.test.ts': FINE,
      'finer.test.ts': FINE,
      'finest.test.ts': FINE,
      ...Object.fromEntries(
        Array.from({ length: LET_GO_SUITES }, (_, at) => [`let-go-${at}.test.ts`, LET_GO]),
      ),
    };
    const run = await runSuites(folder, suites, { suiteMsMax: SUITE_MS_MAX, isCi: false });
    const { told, lastLine, code } = run;
    expect(told).toContain(`The suite ${join(folder, 'hung.test.ts')} has not ended within 10 s.`);
    expect([lastLine, code]).toEqual([`${3 + LET_GO_SUITES} passed, 2 failed`, 1]);
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
