import type { PGlite } from '@electric-sql/pglite';
import { beginSession, startPglite } from '../../../src/adapters/postgres/connection/database.js';

/** A started PGlite, and what brings it back to its first state. */
interface Lendable {
  readonly pglite: PGlite;
  /** Statements that put rows and sequences back. */
  readonly restore: string;
  readonly structure: string;
}

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
  return { pglite, restore: await restoring(pglite), structure: await structureOf(pglite) };
}

async function giveBack(lendable: Lendable): Promise<void> {
  const { pglite, restore, structure } = lendable;
  if (idle !== undefined) {
    await pglite.close();
    return;
  }
  await pglite.exec('rollback');
  if ((await structureOf(pglite)) !== structure) {
    await pglite.close();
    return;
  }
  await pglite.exec(restore);
  await pglite.exec('discard all');
  await pglite.exec(END_TIMERS);
  idle = lendable;
}

/** Keeps the rows of the migrations in a schema of their own, and tells how to put them back. */
async function restoring(pglite: PGlite): Promise<string> {
  const { rows: tables } = await pglite.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'kysely%'`,
  );
  const { rows: sequences } = await pglite.query<{ name: string; last: string; called: boolean }>(
    `select sequencename as name, coalesce(last_value, start_value)::text as last,
       last_value is not null as called
     from pg_sequences where schemaname = 'public'`,
  );
  await pglite.exec('create schema first_rows');
  const inserts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await pglite.query(`select from public.${name} limit 1`);
    if (rows.length === 0) continue;
    await pglite.exec(`create table first_rows.${name} as table public.${name}`);
    inserts.push(`insert into public.${name} overriding system value table first_rows.${name};`);
  }
  return [
    // Triggers and references do not see the rows that are put back.
    'set session_replication_role = replica;',
    `truncate ${tables.map(({ name }) => `public.${name}`).join(', ')};`,
    ...inserts,
    ...sequences.map(
      ({ name, last, called }) => `select setval('public.${name}', ${last}, ${String(called)});`,
    ),
  ].join('\n');
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
