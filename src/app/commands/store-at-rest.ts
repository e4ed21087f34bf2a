import type { StartPglite } from '../../adapters/postgres/connection/start-pglite.js';
import { hasEmbedded } from '../../adapters/postgres/connection/embedded-folder.js';
import { assertNotMoved } from '../../adapters/postgres/connection/moved-folder.js';
import {
  withEmbedded,
  withPostgres,
  type UnmigratedDatabase,
} from '../../adapters/postgres/connection/open-unmigrated.js';
import type { DumpFooter, DumpHeader } from '../../adapters/postgres/backup/dump-format.js';
import type { Config } from '../../config/config.js';

/** Where the tables of a Postgres are when nothing else is said. */
const SCHEMA_DEFAULT = 'public';

/** What a copy holds. */
export interface StoreTotals {
  readonly rows: number;
  readonly tasks: number;
}

export function totalsOf({ tables }: DumpHeader, { sums }: Pick<DumpFooter, 'sums'>): StoreTotals {
  return {
    rows: sums.reduce((sum, { rows }) => sum + rows, 0),
    tasks: sums[tables.findIndex(({ name }) => name === 'tasks')]?.rows ?? 0,
  };
}

/** The Postgres of the configuration; undefined: the store is embedded. */
export function postgresOf({
  databaseUrl: url,
  databaseSchema: schema = SCHEMA_DEFAULT,
}: Pick<Config, 'databaseUrl' | 'databaseSchema'>) {
  return url === undefined ? undefined : { url, schema };
}

/** Opens the store of the configuration as it lies there: nothing is migrated, nothing is made. */
export async function withStoreAtRest<Result>(
  config: Config,
  startPglite: StartPglite | undefined,
  work: (database: UnmigratedDatabase) => Promise<Result>,
): Promise<Result> {
  const address = postgresOf(config);
  return address === undefined
    ? await withEmbeddedAtRest(config, { startPglite }, work)
    : await withPostgres(address, work);
}

/** The same for the embedded store, whatever DATABASE_URL says. */
export async function withEmbeddedAtRest<Result>(
  { dataDir }: Pick<Config, 'dataDir'>,
  {
    startPglite,
    // Another starter comes with another version, which opens what this one cannot.
    check = startPglite === undefined ? undefined : assertNotMoved,
  }: {
    readonly startPglite?: StartPglite | undefined;
    readonly check?: (dataDir: string) => Promise<void>;
  },
  work: (database: UnmigratedDatabase) => Promise<Result>,
): Promise<Result> {
  if (!hasEmbedded(dataDir)) throw new Error(`DATA_DIR ${dataDir} holds no database.`);
  return await withEmbedded({ dataDir, check, startPglite }, work);
}
