import { withDump } from '../../adapters/postgres/backup/dump-file.js';
import type { StoreContents } from '../../adapters/postgres/backup/dump-format.js';
import { noteRestored } from '../../adapters/postgres/backup/store-notes.js';
import { fillStore } from '../../adapters/postgres/backup/write-store.js';
import { lockDataDir } from '../../adapters/postgres/connection/data-dir-lock.js';
import {
  beginRestoring,
  embeddedFolder,
  finishRestoring,
  hasEmbedded,
} from '../../adapters/postgres/connection/embedded-folder.js';
import { assertNotMoved } from '../../adapters/postgres/connection/moved-folder.js';
import {
  withEmbedded,
  withPostgres,
  type UnmigratedDatabase,
} from '../../adapters/postgres/connection/open-unmigrated.js';
import { assertSound } from '../../adapters/postgres/connection/server-durability.js';
import type { Config } from '../../config/config.js';
import { postgresOf, totalsOf, type StoreTotals } from './store-at-rest.js';

export interface RestoreOptions {
  readonly from: string;
  /** Whether no gateway has worked on the store since the dump was made. */
  readonly isNewest: boolean;
}

export interface RestoredTotals extends StoreTotals {
  /** Tasks that the next gateway makes UNCONFIRMED. */
  readonly held: number;
}

/** Restores a dump into the store of the configuration, which must be empty, in one transaction. */
export async function restoreStore(
  config: Config,
  { from, isNewest }: RestoreOptions,
): Promise<RestoredTotals & { readonly into: string }> {
  const { dataDir } = config;
  return await withDump(from, async (contents) => {
    const address = postgresOf(config);
    if (address !== undefined) {
      const totals = await withPostgres(address, (database) =>
        fill(database, address.schema, contents, isNewest),
      );
      return { ...totals, into: 'Postgres' };
    }
    const totals = await restoreEmbedded(dataDir, (database) =>
      fill(database, 'public', contents, isNewest),
    );
    return { ...totals, into: dataDir };
  });
}

async function fill(
  { db }: UnmigratedDatabase,
  schema: string,
  contents: StoreContents,
  isNewest: boolean,
): Promise<RestoredTotals> {
  await assertSound(db);
  let held = 0;
  const sums = await fillStore(db, schema, contents, async () => {
    // What was held before the dump stays held, whatever has run since.
    const isUnsure = !isNewest || contents.header.isUnheld;
    if (isUnsure) held = await noteRestored(db, new Date());
  });
  return { ...totalsOf(contents.header, { sums }), held };
}

/** Beside the place of the database, and moved there when it is whole. */
async function restoreEmbedded<Result>(
  dataDir: string,
  work: (database: UnmigratedDatabase) => Promise<Result>,
): Promise<Result> {
  const lock = await lockDataDir(dataDir);
  try {
    await assertNotMoved(dataDir);
    if (hasEmbedded(dataDir)) {
      throw new Error(
        `DATA_DIR ${dataDir} holds a database. Move ${embeddedFolder(dataDir)} away first; leave the other files of DATA_DIR where they are.`,
      );
    }
    const folder = await beginRestoring(dataDir);
    const check = (): Promise<void> => Promise.resolve();
    const result = await withEmbedded({ dataDir: folder, check }, work);
    await finishRestoring(dataDir);
    return result;
  } finally {
    await lock.release();
  }
}
