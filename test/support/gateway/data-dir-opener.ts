/**
 * A process that opens data directories, for tests of who gets one. It is told a directory and how
 * often to open it at once, answers how many times it got it, and holds it until it is told to release it.
 */
import {
  lockDataDir,
  type DataDirLock,
} from '../../../src/adapters/postgres/connection/data-dir-lock.js';

export interface Opening {
  readonly dataDir: string;
  readonly times: number;
}

let held: readonly DataDirLock[] = [];

async function open({ dataDir, times }: Opening): Promise<number> {
  const openers = await Promise.allSettled(
    Array.from({ length: times }, () => lockDataDir(dataDir)),
  );
  held = openers.flatMap((opener) => (opener.status === 'fulfilled' ? [opener.value] : []));
  return held.length;
}

async function release(): Promise<number> {
  await Promise.all(held.map((lock) => lock.release()));
  held = [];
  return 0;
}

process.on('message', (opening: Opening | 'release') => {
  const work = opening === 'release' ? release() : open(opening);
  void work.then((locks) => process.send?.(locks));
});
