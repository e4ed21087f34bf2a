import { stat } from 'node:fs/promises';
import { writeDump } from '../../adapters/postgres/backup/dump-file.js';
import { withContents } from '../../adapters/postgres/backup/read-store.js';
import type { StartPglite } from '../../adapters/postgres/connection/start-pglite.js';
import type { Config } from '../../config/config.js';
import { totalsOf, withStoreAtRest, type StoreTotals } from './store-at-rest.js';

/**
 * Writes all of the store, as it is at one moment, into a new file. Beside running gateways on
 * Postgres, on a stopped one with PGlite. The schema stays as it is.
 */
export async function dumpStore(
  config: Config,
  {
    to,
    startPglite,
  }: {
    readonly to: string;
    /** Starts the embedded database; only tests give another. */
    readonly startPglite?: StartPglite;
  },
): Promise<StoreTotals & { readonly bytes: number }> {
  const totals = await withStoreAtRest(config, startPglite, ({ kind, db }) =>
    withContents(db, kind, async (contents) =>
      totalsOf(contents.header, await writeDump(to, contents)),
    ),
  );
  return { ...totals, bytes: (await stat(to)).size };
}
