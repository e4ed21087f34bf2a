import type { PGlite } from '@electric-sql/pglite';
import {
  beginSession,
  startPglite,
} from '../../../src/adapters/postgres/connection/start-pglite.js';

/** A started PGlite, and what brings it back to its first state. */
interface Lendable {
  readonly pglite: PGlite;
  readonly first: FirstRows;
  readonly structure: string;
}

interface FirstRows {
  /** Names of tables in which the migrations have left rows: copies are in the schema `first_rows`. */
  readonly tables: ReadonlySet<string>;
  /** Statements that set the sequences back. */
  readonly sequences: string;
}

/** 1 MB. Rows of a larger table are not deleted one by one. */
const LARGE_BYTES = 1_048_576;

/** Tables of the gateway. */
const TABLES = `from pg_class
  where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'kysely%'`;

/**
 * Ends the timer of 10 s with which Postgres sends counts that it holds back, so that a worker process
 * can end: the counts are sent at once, and a shorter timer takes the place of that one.
 */
const END_TIMERS = `begin; set local statement_timeout = '1ms';
  select pg_stat_force_next_flush(); commit`;

/** What no suite has at the moment. */
let idle: Lendable | undefined;

/**
 * An empty, migrated database in memory. A worker process starts it once, from `template`, and lends
 * it to one suite after another, because a start takes seconds. `close` gives it back: all rows,
 * session settings, prepared statements and sequences are then as at first. A suite that changed the
 * structure gets its database closed instead.
 */
export async function lendPglite(template: () => Promise<Blob>): Promise<PGlite> {
  const lendable = idle ?? (await start(await template()));
  idle = undefined;
  await beginSession(lendable.pglite);
  return withClose(lendable.pglite, () => giveBack(lendable));
}

async function start(template: Blob): Promise<Lendable> {
  const pglite = await startPglite(undefined, template);
  return { pglite, first: await keepFirstRows(pglite), structure: await structureOf(pglite) };
}

async function giveBack(lendable: Lendable): Promise<void> {
  const { pglite, first, structure } = lendable;
  if (idle !== undefined) {
    await pglite.close();
    return;
  }
  await pglite.exec('rollback');
  // The text of the structure depends on the search path.
  await beginSession(pglite);
  if ((await structureOf(pglite)) !== structure) {
    await pglite.close();
    return;
  }
  await restore(pglite, first);
  await pglite.exec('discard all');
  await pglite.exec(END_TIMERS);
  idle = lendable;
}

/** What the planner knows of tables and indexes is then what it knows of new ones. */
const FORGET_SIZES = `
  update pg_class set relpages = (relkind = 'i')::integer,
    reltuples = case relkind when 'i' then 0 else -1 end, relallvisible = 0
  where relnamespace = 'public'::regnamespace
    and (relkind = 'r' and reltuples <> -1 or relkind = 'i' and (relpages, reltuples) <> (1, 0))`;

/** Keeps the rows of the migrations in a schema of their own. */
async function keepFirstRows(pglite: PGlite): Promise<FirstRows> {
  const { rows: written } = await pglite.query<{ name: string }>(
    `select relname as name ${TABLES} and pg_relation_size(oid) > 0`,
  );
  const { rows: sequences } = await pglite.query<{ name: string; last: string; called: boolean }>(
    `select sequencename as name, coalesce(last_value, start_value)::text as last,
       last_value is not null as called
     from pg_sequences where schemaname = 'public'`,
  );
  await pglite.exec('create schema first_rows');
  for (const { name } of written) {
    await pglite.exec(`create table first_rows.${name} as table public.${name}`);
  }
  return {
    tables: new Set(written.map(({ name }) => name)),
    sequences: sequences
      .map(
        ({ name, last, called }) => `select setval('public.${name}', ${last}, ${String(called)});`,
      )
      .join('\n'),
  };
}

/**
 * Puts rows and sequences back. A truncation gives each table and index a new file, which takes more
 * processor time than most suites: tables that have no page are left alone, and of the others rows are
 * deleted and vacuumed.
 */
async function restore(pglite: PGlite, first: FirstRows): Promise<void> {
  const { rows: written } = await pglite.query<{ name: string; bytes: number }>(
    `select relname as name, pg_relation_size(oid)::float8 as bytes ${TABLES}
     and pg_relation_size(oid) > 0`,
  );
  // Triggers and references do not see what is deleted and put back.
  await pglite.exec('set session_replication_role = replica');
  if (written.some(({ bytes }) => bytes > LARGE_BYTES)) {
    const { rows: all } = await pglite.query<{ name: string }>(`select relname as name ${TABLES}`);
    await pglite.exec(`truncate ${all.map(({ name }) => `public.${name}`).join(', ')}`);
  } else {
    await pglite.exec(written.map(({ name }) => `delete from public.${name};`).join('\n'));
    // VACUUM may stand in no transaction, so not beside another statement.
    for (const { name } of written) await pglite.exec(`vacuum public.${name}`);
  }
  await pglite.exec(FORGET_SIZES);
  await pglite.exec(
    [...first.tables]
      .map((name) => `insert into public.${name} overriding system value table first_rows.${name};`)
      .join('\n'),
  );
  await pglite.exec(first.sequences);
}

/** Changes when a suite makes, drops or alters a table, an index, a function or a trigger. */
async function structureOf(pglite: PGlite): Promise<string> {
  const { rows } = await pglite.query<{ structure: string }>(
    `select concat_ws(' ',
       (select string_agg(nspname, ',' order by oid) from pg_namespace where nspname !~ '^pg_'),
       (select string_agg(concat(oid, relname, relnatts), ',' order by oid) from pg_class
         where relnamespace = 'public'::regnamespace),
       (select string_agg(concat(oid, prosrc), ',' order by oid) from pg_proc
         where pronamespace = 'public'::regnamespace),
       (select string_agg(concat(oid, tgenabled), ',' order by oid) from pg_trigger),
       (select string_agg(concat(oid, pg_get_constraintdef(oid)), ',' order by oid)
         from pg_constraint where connamespace = 'public'::regnamespace)
     ) as structure`,
  );
  return rows[0]?.structure ?? '';
}

/** The same PGlite with another `close`. Its private fields want methods called on itself. */
function withClose(pglite: PGlite, close: () => Promise<void>): PGlite {
  return new Proxy(pglite, {
    get(target, name) {
      if (name === 'close') return close;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
