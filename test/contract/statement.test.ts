import { sql } from 'kysely';

import {
  Statement,
  statementForm,
  type TextRow,
} from '../../src/adapters/postgres/connection/statement.js';
import { openDatabase } from '../../src/adapters/postgres/connection/database.js';
import { describePostgres, eachDatabase, silentLog } from '../support/store/database.js';
import { testKeys } from '../support/store/key-ring.js';

eachDatabase('A statement', (get) => {
  it('takes values by name, as often as the text names them, and leaves casts alone', async () => {
    const statement = new Statement(
      'a_test',
      `select :text::text as text, :text::text || '!' as loud, :number::int + 1 as next,
        :at::timestamptz as at, :flag::boolean as flag, :nothing::text as nothing,
        '{a}'::text[] as texts`,
    );
    const at = new Date('2026-01-02T03:04:05.678Z');
    const values = { text: "it's $1", number: 4, at, flag: false, nothing: null, unused: 1 };
    expect(await statement.run(get().database.kysely, values)).toEqual([
      { text: "it's $1", loud: "it's $1!", next: 5, at, flag: false, nothing: null, texts: ['a'] },
    ]);
  });

  it('returns rows as the database writes them, the same each time, where it is told to', async () => {
    const statement = new Statement<TextRow>(
      'texts_test',
      `select :number::bigint as n, null::text as nothing, '{"a": [1]}'::jsonb as json,
        timestamptz '2026-01-02T03:04:05.678Z' as at, '60.50'::numeric as credits, true as flag`,
      'as texts',
    );
    const row = ['7', null, '{"a": [1]}', '2026-01-02 03:04:05.678+00', '60.50', 't'];
    for (const number of [7, 7, 7]) {
      expect(await statement.run(get().database.kysely, { number })).toEqual([row]);
    }
  });

  it('is an error without a value that its text names', async () => {
    const statement = new Statement('another_test', 'select :a::int, :b::int');
    await expect(statement.run(get().database.kysely, { a: 1 })).rejects.toThrow('a value for b');
  });

  it('has a part in the transaction that it is run in', async () => {
    const { kysely } = get().database;
    const insert = new Statement(
      'insert_tenant',
      `insert into tenants (id, name, created_at) values (:id, :id, now()) returning id`,
    );
    const broken = kysely.transaction().execute(async (trx) => {
      expect(await insert.run(trx, { id: 'acme' })).toEqual([{ id: 'acme' }]);
      throw new Error('rolled back');
    });
    await expect(broken).rejects.toThrow('rolled back');
    expect(await kysely.selectFrom('tenants').select('id').execute()).toEqual([]);
  });
});

describePostgres('A statement by its name', (get) => {
  it('is prepared once a connection, and nothing else is', async () => {
    const database = await openDatabase({
      url: get().url,
      log: silentLog,
      keys: testKeys,
      poolMax: 1,
    });
    const statement = new Statement<{ n: number }>('add_one', 'select :n::int + 1 as n');
    for (const n of [1, 2, 3])
      expect(await statement.run(database.kysely, { n })).toEqual([{ n: n + 1 }]);
    const { rows } = await sql<{ name: string }>`
      select name from pg_prepared_statements where 1 = ${1}`.execute(database.kysely);
    await database.close();
    expect(rows).toEqual([{ name: 'add_one' }]);
    expect(statementForm('select 1')).toBeUndefined();
  });
});
