import type { PGlite } from '@electric-sql/pglite';
import { lentPglite } from '../support/store/database.js';

/** Writes to tables, sequences and the session as suites do. */
const CHANGES = `
  insert into tenants (id, name, created_at) select 't' || n, 'x', now() from generate_series(1, 9) as n;
  insert into resources (tenant_id, kind, runway_account, runway_id, owner, created_at, granted_at)
    select 't1', 'voice', 'operator', 'r' || n, 'ann', now(), now() from generate_series(1, 9) as n;
  update runway_credential_changes set number = number + 1;
  select nextval('audit_events_seq_seq');
  set search_path to nowhere;
  prepare left_behind as select 1;`;

/** More bytes than are deleted row by row. */
const MANY = `insert into tenants (id, name, created_at)
  select 'many' || n, repeat('x', 200), now() from generate_series(1, 6000) as n`;

describe('The database that suites are lent', () => {
  it.each([
    ['a few rows', CHANGES],
    ['large tables', `${MANY};${CHANGES}`],
  ])('is as at first after a suite that has left %s', async (_left, changes) => {
    const lent = await lentPglite();
    const [before, started] = [await stateOf(lent), await startOf(lent)];
    await lent.exec(changes);
    expect(await stateOf(lent)).not.toEqual(before);
    await lent.close();

    const again = await lentPglite();
    expect(await startOf(again)).toEqual(started);
    expect(await stateOf(again)).toEqual(before);
    await again.close();
  });

  it('is another one after a suite that has changed a table', async () => {
    const lent = await lentPglite();
    const [before, started] = [await stateOf(lent), await startOf(lent)];
    await lent.exec('alter table tenants add column left_behind text');
    await lent.close();

    const another = await lentPglite();
    expect(await startOf(another)).not.toEqual(started);
    expect(await stateOf(another)).toEqual(before);
    await another.close();
  });
});

/** When the database was started, by which one is told from another. */
async function startOf(pglite: PGlite): Promise<unknown> {
  return (await pglite.query('select pg_postmaster_start_time()')).rows;
}

/** Rows, sequences, sizes as the planner knows them, and what the session holds. */
async function stateOf(pglite: PGlite): Promise<unknown> {
  const { rows: tables } = await pglite.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace
     and relkind = 'r' order by relname`,
  );
  const contents: unknown[] = [];
  for (const { name } of tables) {
    const { rows } = await pglite.query(
      `select count(*)::int, md5(string_agg(t::text, ',' order by t::text)) from public.${name} as t`,
    );
    contents.push([name, rows]);
  }
  const facts = [
    `select relname, relpages, reltuples, relallvisible from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'i') order by relname`,
    `select sequencename, last_value from pg_sequences where schemaname = 'public' order by 1`,
    `select name, setting from pg_settings where source = 'session' order by name`,
    `select name from pg_prepared_statements order by name`,
  ];
  for (const fact of facts) contents.push((await pglite.query(fact)).rows);
  return contents;
}
