import { mkdir } from 'node:fs/promises';

import type { PGlite } from '@electric-sql/pglite';

import { embeddedFolder } from './embedded-folder.js';
import { SCHEMA_DEFAULT, sessionStatements } from './session-settings.js';
import { VALUE_PARSERS } from './value-parsers.js';

export type StartPglite = (dataDir?: string, contents?: Blob) => Promise<PGlite>;

const START_PARAMETERS = [
  // The timer with which Postgres reports a slow start is never ended by PGlite: the process would
  // wake up every 10 s and could not end by itself.
  ...['-c', 'log_startup_progress_interval=0'],
  // All of it is resident from the start. Files of the store are in the system's cache anyway.
  ...['-c', 'shared_buffers=32MB'],
];

/**
 * PGlite with our value parsers and session settings, in `<dataDir>/pglite` or in memory, ready. In memory
 * it may begin with the `contents` of a data directory.
 */
export async function startPglite(dataDir?: string, contents?: Blob): Promise<PGlite> {
  const directory = dataDir === undefined ? undefined : embeddedFolder(dataDir);
  if (directory !== undefined) await mkdir(directory, { recursive: true, mode: 0o700 });
  // Its modules take 3 MB, which a gateway on Postgres does without.
  const { PGlite } = await import('@electric-sql/pglite');
  const pglite = new PGlite({
    parsers: { ...VALUE_PARSERS },
    startParams: [...PGlite.defaultStartParams, ...START_PARAMETERS],
    ...(directory !== undefined && { dataDir: directory }),
    ...(contents !== undefined && { loadDataDir: contents }),
  });
  await pglite.waitReady;
  await beginSession(pglite);
  return pglite;
}

/** Sets what the gateway relies on in the one session of a PGlite. */
export async function beginSession(pglite: PGlite): Promise<void> {
  await pglite.exec(sessionStatements('embedded', SCHEMA_DEFAULT));
}
