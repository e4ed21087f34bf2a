import { randomUUID } from 'node:crypto';
import { differingTables } from '../../adapters/postgres/backup/dump-format.js';
import { sumStore, withContents } from '../../adapters/postgres/backup/read-store.js';
import {
  isMovedHere,
  noteLeft,
  noteMoved,
  noteRestored,
} from '../../adapters/postgres/backup/store-notes.js';
import { fillStore } from '../../adapters/postgres/backup/write-store.js';
import { targetOf, type PostgresAddress } from '../../adapters/postgres/connection/connections.js';
import type { StartPglite } from '../../adapters/postgres/connection/start-pglite.js';
import { assertSameMajor } from '../../adapters/postgres/connection/embedded-folder.js';
import { migrateToLatest } from '../../adapters/postgres/connection/migrate.js';
import {
  findMovedMark,
  removeMovedMark,
  writeMovedMark,
  type MovedMark,
} from '../../adapters/postgres/connection/moved-folder.js';
import {
  withPostgres,
  type UnmigratedDatabase,
} from '../../adapters/postgres/connection/open-unmigrated.js';
import { assertSound } from '../../adapters/postgres/connection/server-durability.js';
import type { Config } from '../../config/config.js';
import { postgresOf, totalsOf, withEmbeddedAtRest, type StoreTotals } from './store-at-rest.js';

export interface MoveOptions {
  /** The Postgres; without it, that of DATABASE_URL. */
  readonly to: string | undefined;
  /** Runs when all is copied, before it is committed; only tests give one. */
  readonly beforeCommit?: () => Promise<void>;
  readonly startPglite?: StartPglite;
}

/** What was moved, and where to; `again`: it had been moved there before. */
export interface MoveOutcome extends StoreTotals {
  readonly to: string;
  readonly again: boolean;
}

/**
 * Copies the embedded store into an empty Postgres and marks its folder, so that no gateway works on
 * it again. It may be ended at any point and begun again: the folder is marked before the copy is
 * committed, so that at no time gateways may work on both.
 */
export async function moveStore(config: Config, options: MoveOptions): Promise<MoveOutcome> {
  const address = targetAddress(config, options.to);
  const to = namedTarget(address);
  return await withFolder(config, options, async (source) => {
    const mark = await findMovedMark(config.dataDir);
    if (mark !== undefined && (await isThere(address, mark))) {
      return { to, again: true, rows: 0, tasks: 0 };
    }
    if (mark !== undefined && mark.to !== to) throw new Error(movedElsewhere(config, mark));
    const totals = await copyInto(config, source, address, options);
    return { to, again: false, ...totals };
  });
}

async function copyInto(
  { dataDir }: Config,
  { kind, db: source }: UnmigratedDatabase,
  address: PostgresAddress,
  { beforeCommit = async () => undefined }: MoveOptions,
): Promise<StoreTotals> {
  await migrateToLatest(source);
  return await withContents(source, kind, (contents) =>
    withPostgres(address, async ({ db }) => {
      await assertSound(db);
      const sums = await fillStore(db, address.schema, contents, async () => {
        const id = randomUUID();
        const now = new Date();
        await noteMoved(db, id, now);
        if (contents.header.isUnheld) await noteRestored(db, now);
        const mark = { id, to: namedTarget(address), at: now.toISOString() };
        await writeMovedMark(dataDir, mark);
        await beforeCommit();
      });
      return totalsOf(contents.header, { sums });
    }),
  );
}

/**
 * Goes back to the folder, as long as no gateway has worked on the copy: then the copy is closed to
 * gateways. `isTargetGone`: the Postgres no longer exists.
 */
export async function undoMove(
  config: Config,
  {
    to,
    isTargetGone,
    startPglite,
  }: Omit<MoveOptions, 'beforeCommit'> & {
    readonly isTargetGone: boolean;
  },
): Promise<void> {
  await withFolder(config, { startPglite }, async ({ db: source }) => {
    const mark = await findMovedMark(config.dataDir);
    if (mark === undefined) throw new Error(`DATA_DIR ${config.dataDir} was not moved.`);
    if (!isTargetGone) await closeCopy(source, targetAddress(config, to), mark);
    await removeMovedMark(config.dataDir);
  });
}

async function closeCopy(
  source: UnmigratedDatabase['db'],
  address: PostgresAddress,
  mark: MovedMark,
): Promise<void> {
  const here = await sumStore(source);
  await withPostgres(address, async ({ db }) => {
    if (!(await isMovedHere(db, mark.id))) {
      throw new Error(
        `${namedTarget(address)} does not hold what was moved to ${mark.to}. Name that database, or say --target-is-gone if it no longer exists.`,
      );
    }
    const there = await sumStore(db);
    const differing = differingTables(here.tables, here.sums, there.sums);
    if (differing.length > 0) {
      throw new Error(
        `A gateway has worked on ${mark.to} since (${differing.join(', ')}), and the folder does not have what it did. Take a dump of that database and restore it into an empty DATA_DIR instead.`,
      );
    }
    await noteLeft(db, new Date());
  });
}

/** The embedded store, locked, whether it was moved or not. */
async function withFolder<Result>(
  config: Config,
  { startPglite }: { readonly startPglite?: StartPglite | undefined },
  work: (source: UnmigratedDatabase) => Promise<Result>,
): Promise<Result> {
  return await withEmbeddedAtRest(config, { startPglite, check: assertSameMajor }, work);
}

async function isThere(address: PostgresAddress, mark: MovedMark): Promise<boolean> {
  return await withPostgres(address, ({ db }) => isMovedHere(db, mark.id));
}

function targetAddress(config: Config, to: string | undefined): PostgresAddress {
  const address = postgresOf({ ...config, databaseUrl: to ?? config.databaseUrl });
  if (address === undefined)
    throw new Error('Name the Postgres: --to postgres://…, or DATABASE_URL');
  return address;
}

/** Without user and password. */
function namedTarget({ url, schema }: PostgresAddress): string {
  const { host, port, database } = targetOf(url);
  return `${host}:${String(port)}/${database ?? ''} (schema ${schema})`;
}

function movedElsewhere({ dataDir }: Config, { to, at }: MovedMark): string {
  return `DATA_DIR ${dataDir}: a move to ${to} was begun at ${at}. Name that Postgres to finish it, or undo it with --undo.`;
}
