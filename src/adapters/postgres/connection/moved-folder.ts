import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { unfitDatabase } from './database-start-errors.js';

/** The mark of an embedded database whose contents live in a Postgres since. */
export interface MovedMark {
  /** The id of the note in the Postgres. */
  readonly id: string;
  /** Host, port and database, without user and password. */
  readonly to: string;
  readonly at: string;
}

function markOf(dataDir: string): string {
  return join(dataDir, 'moved.json');
}

/**
 * Throws when the database in `dataDir` has been moved: a gateway on it would send the tasks that
 * another one has in Postgres, and each would be paid twice.
 */
export async function assertNotMoved(dataDir: string): Promise<void> {
  const mark = await findMovedMark(dataDir);
  if (mark === undefined) return;
  throw unfitDatabase(
    `DATA_DIR ${dataDir}: its database was moved to ${mark.to} at ${mark.at}. Two gateways must not work on the same tasks: set DATABASE_URL to that Postgres. To go back to the folder: npm run store:move -- --undo (docs/operating/backup.md).`,
  );
}

export async function findMovedMark(dataDir: string): Promise<MovedMark | undefined> {
  let text: string;
  try {
    text = await readFile(markOf(dataDir), 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return undefined;
    throw error;
  }
  return readMark(text) ?? { id: '', to: 'a Postgres', at: 'a time that moved.json does not say' };
}

/** A mark that cannot be read still forbids: it is there because the folder was moved. */
function readMark(text: string): MovedMark | undefined {
  try {
    const { id, to, at } = JSON.parse(text) as Partial<MovedMark>;
    const isWhole = [id, to, at].every((value) => typeof value === 'string');
    return isWhole ? (JSON.parse(text) as MovedMark) : undefined;
  } catch {
    return undefined;
  }
}

/** On disk when it resolves. */
export async function writeMovedMark(dataDir: string, mark: MovedMark): Promise<void> {
  const path = markOf(dataDir);
  const draft = `${path}.new`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(mark)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
  await syncFolder(dataDir);
}

export async function removeMovedMark(dataDir: string): Promise<void> {
  await rm(markOf(dataDir), { force: true });
  await syncFolder(dataDir);
}

/** Makes names in the folder survive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
