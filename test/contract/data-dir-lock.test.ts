import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { lockDataDir } from '../../src/adapters/postgres/connection/data-dir-lock.js';
import { useBuiltGateway } from '../support/gateway/built-gateway.js';
import type { Opening } from '../support/gateway/data-dir-opener.js';

describe('The lock of a data directory', () => {
  const builtGateway = useBuiltGateway();
  const children: ChildProcess[] = [];
  let dataDir: string;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'gateway-'));
  });
  afterEach(async () => {
    await Promise.all(children.splice(0).map(kill));
    await rm(dataDir, { recursive: true, force: true });
  });

  function newProcess(): ChildProcess {
    const main = builtGateway('test/support/gateway/data-dir-opener.ts').at(-1) ?? '';
    const child = fork(main);
    children.push(child);
    return child;
  }

  it('is refused while a process lives that has it, and taken over when it was killed', async () => {
    const holder = newProcess();
    expect(await tell(holder, { dataDir, times: 1 })).toBe(1);
    await expect(lockDataDir(dataDir)).rejects.toThrow(`DATA_DIR ${dataDir} is in use`);

    await kill(holder);
    const lock = await lockDataDir(dataDir);
    await lock.release();
    expect(await readdir(dataDir)).toEqual([]);
  });

  it('is refused while the process that has it is stopped and says nothing', async () => {
    const holder = newProcess();
    await tell(holder, { dataDir, times: 1 });
    holder.kill('SIGSTOP');
    await expect(lockDataDir(dataDir)).rejects.toThrow(`DATA_DIR ${dataDir} is in use`);
  });

  it('is had by one of many in a process that find a stale one, round after round', async () => {
    for (let round = 0; round < 50; round += 1) {
      await leaveStaleLock(dataDir);
      const openers = await Promise.allSettled(
        Array.from({ length: 8 }, () => lockDataDir(dataDir)),
      );
      const locks = openers.filter((opener) => opener.status === 'fulfilled');
      expect(locks).toHaveLength(1);
      await Promise.all(locks.map(({ value }) => value.release()));
    }
  });

  it('is had by one of many in several processes that find a stale one, round after round', async () => {
    const processes = [newProcess(), newProcess(), newProcess()];
    for (let round = 0; round < 50; round += 1) {
      await leaveStaleLock(dataDir);
      const locks = await Promise.all(processes.map((child) => tell(child, { dataDir, times: 3 })));
      expect(locks.reduce((sum, had) => sum + had, 0)).toBe(1);
      await Promise.all(processes.map((child) => tell(child, 'release')));
    }
  });

  it('is free after processes were killed while they fought for it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [victim, survivor] = [newProcess(), newProcess()];
      // Once round, so that both have started.
      await Promise.all([tell(victim, 'release'), tell(survivor, 'release')]);
      victim.send({ dataDir, times: 4 });
      const had = tell(survivor, { dataDir, times: 4 });
      await kill(victim);
      // The victim may have won before it died.
      expect(await had).toBeLessThanOrEqual(1);
      await tell(survivor, 'release');
      await (await lockDataDir(dataDir)).release();
    }
  });

  it('works where the path is too long for a socket', async () => {
    const deep = join(dataDir, 'a'.repeat(120));
    const lock = await lockDataDir(deep);
    await expect(lockDataDir(deep)).rejects.toThrow(`DATA_DIR ${deep} is in use`);
    await lock.release();
    await (await lockDataDir(deep)).release();
  });
});

/** Resolves with the answer: how many locks the process has got. */
async function tell(child: ChildProcess, opening: Opening | 'release'): Promise<number> {
  const answer = once(child, 'message');
  child.send(opening);
  const [locks] = (await answer) as [number];
  return locks;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

/** What a holder that was killed leaves in its directory. */
async function leaveStaleLock(dataDir: string): Promise<void> {
  const aside = join(dataDir, 'aside');
  const lock = await lockDataDir(dataDir);
  const names = await readdir(dataDir);
  await mkdir(aside);
  for (const name of names) await rename(join(dataDir, name), join(aside, name));
  await lock.release();
  for (const name of names) await rename(join(aside, name), join(dataDir, name));
  await rm(aside, { recursive: true });
}
