import { existsSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { unfitDatabase } from './database-start-errors.js';
import { assertNotMoved, syncFolder } from './moved-folder.js';

/** The PostgreSQL that the embedded database is. Source: PGlite 0.5.16, `select version()`. */
export const PGLITE_MAJOR = 18;

/** Where the embedded database lies in DATA_DIR. */
export function embeddedFolder(dataDir: string): string {
  return join(dataDir, 'pglite');
}

/** Where a restore works until it is finished. */
export function restoringFolder(dataDir: string): string {
  return join(dataDir, 'restoring');
}

/** Whether there is a database; PGlite would make one. */
export function hasEmbedded(dataDir: string): boolean {
  return existsSync(join(embeddedFolder(dataDir), 'PG_VERSION'));
}

/** Throws, naming the way out, when no gateway may work on what is in `dataDir`. */
export async function assertUsable(dataDir: string): Promise<void> {
  await assertNotMoved(dataDir);
  if (!hasEmbedded(dataDir) && existsSync(restoringFolder(dataDir))) {
    throw unfitDatabase(
      `DATA_DIR ${dataDir}: a restore was not finished. Run npm run store:restore again, or remove ${restoringFolder(dataDir)} to begin with an empty database.`,
    );
  }
  await assertSameMajor(dataDir);
}

/** The folder in which a restore is to work, empty. */
export async function beginRestoring(dataDir: string): Promise<string> {
  const folder = restoringFolder(dataDir);
  await rm(folder, { recursive: true, force: true });
  return folder;
}

/** What was restored is the database of `dataDir` from now on. */
export async function finishRestoring(dataDir: string): Promise<void> {
  const folder = restoringFolder(dataDir);
  await rename(embeddedFolder(folder), embeddedFolder(dataDir));
  await rm(folder, { recursive: true, force: true });
  await syncFolder(dataDir);
}

/**
 * Throws when `dataDir` holds a database of another major version of PostgreSQL than `major`: no
 * other version can open it, and PGlite does not say so. Call it before PGlite opens the folder.
 */
export async function assertSameMajor(dataDir: string, major = PGLITE_MAJOR): Promise<void> {
  const found = await readMajor(dataDir);
  if (found === undefined || found === major) return;
  throw unfitDatabase(
    [
      `DATA_DIR ${dataDir} holds a database of PostgreSQL ${String(found)}, and this version of the gateway embeds PostgreSQL ${String(major)}. Nothing was changed. Carry it over:`,
      '  1. with the version of the gateway that used it last:  npm run store:dump -- --to store.dump.gz',
      `  2. move ${embeddedFolder(dataDir)} away; leave the other files of DATA_DIR where they are`,
      '  3. with this version:  npm run store:restore -- --from store.dump.gz --nothing-ran-since',
      'docs/operating/upgrade.md describes each step.',
    ].join('\n'),
  );
}

/** Undefined where there is no database yet. */
async function readMajor(dataDir: string): Promise<number | undefined> {
  try {
    const text = await readFile(join(embeddedFolder(dataDir), 'PG_VERSION'), 'utf8');
    const major = Number.parseInt(text, 10);
    return Number.isNaN(major) ? undefined : major;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return undefined;
    throw error;
  }
}
