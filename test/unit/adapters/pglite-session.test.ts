import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { PGlite } from '@electric-sql/pglite';

import { PgliteSession } from '../../../src/adapters/postgres/connection/pglite-session.js';
import { startPglite } from '../../../src/adapters/postgres/connection/start-pglite.js';
import { useBuiltGateway } from '../../support/gateway/built-gateway.js';
import { pgliteTemplate } from '../../support/store/database.js';

describe('A session of PGlite', () => {
  let pglite: PGlite;
  let session: PgliteSession;

  beforeAll(async () => {
    pglite = await startPglite(undefined, await pgliteTemplate());
  }, 60_000);
  beforeEach(async () => {
    session = new PgliteSession(pglite);
    await pglite.exec('deallocate all; create temporary table things (id int primary key, n int)');
  });
  afterEach(() => pglite.exec('drop table things'));
  afterAll(() => pglite.close());

  const prepared = async () =>
    (await pglite.query<{ statement: string }>('select statement from pg_prepared_statements'))
      .rows;

  it('gives the same values and counts the first time and every other', async () => {
    const at = new Date('2026-01-02T03:04:05.678Z');
    const text = `select $1::int8 as int8, $2::numeric as numeric, $3::timestamptz as at,
      $4::bytea as bytea, $5::jsonb as object, $6::text[] as texts, $7::bool as bool, $8::text as nothing`;
    const values = [7, 1.25, at, Buffer.from('00ff', 'hex'), { a: [1] }, ['a', 'b,"c'], true, null];
    const answers = [];
    for (let time = 0; time < 3; time += 1) answers.push(await session.query(text, values));

    for (const { rows } of answers) {
      expect(rows).toEqual([
        {
          int8: 7,
          numeric: 1.25,
          at,
          bytea: Buffer.from('00ff', 'hex'),
          object: { a: [1] },
          texts: ['a', 'b,"c'],
          bool: true,
          nothing: null,
        },
      ]);
    }
    const insert = 'insert into things values ($1, 0)';
    const counts = [];
    for (const id of [1, 2, 3]) counts.push((await session.query(insert, [id])).rowCount);
    expect(counts).toEqual([1, 1, 1]);
    expect(await session.query('update things set n = 1', [])).toMatchObject({ rowCount: 3 });
  });

  it('prepares each statement once, and plans it once, whatever its values', async () => {
    const text = 'select n from things where id = $1';
    for (const id of [1, 2, 3]) await session.query(text, [id]);
    const { rows } = await pglite.query(`select statement, generic_plans::integer as once,
      custom_plans::integer as each from pg_prepared_statements`);
    expect(rows).toEqual([{ statement: text, once: 3, each: 0 }]);
  });

  it('makes a new plan now and then, and forgets the old one', async () => {
    for (let time = 0; time < 1_005; time += 1) await session.query('select $1::int as n', [time]);
    expect(await prepared()).toHaveLength(1);
    expect((await session.query('select $1::int as n', [5])).rows).toEqual([{ n: 5 }]);
  });

  it('keeps the ones that were used last', async () => {
    for (let number = 0; number < 310; number += 1) {
      await session.query(`select ${String(number)} as n`, []);
    }
    expect(await prepared()).toHaveLength(300);
    expect((await session.query('select 1 as n', [])).rows).toEqual([{ n: 1 }]);
    expect((await session.query('select 309 as n', [])).rows).toEqual([{ n: 309 }]);
  });

  it('goes on after errors, also in a transaction that has failed', async () => {
    const insert = 'insert into things values ($1, 0)';
    await session.query(insert, [1]);
    await session.query(insert, [2]);
    await expect(session.query(insert, [2])).rejects.toMatchObject({ code: '23505' });
    await session.query('begin', []);
    await expect(session.query(insert, [2])).rejects.toMatchObject({ code: '23505' });
    await session.query('select 3', []).catch(() => undefined);
    await expect(session.query('select 3', [])).rejects.toMatchObject({ code: '25P02' });
    await session.query('rollback', []);
    expect((await session.query('select 3 as n', [])).rows).toEqual([{ n: 3 }]);
    expect((await session.query(insert, [3])).rowCount).toBe(1);
  });
});

// Guarantee: a command that used the embedded database ends by itself, and so does a worker of tests.
describe('An idle PGlite', () => {
  const builtGateway = useBuiltGateway();

  it('keeps no process alive', async () => {
    const main = builtGateway('test/support/store/idle-pglite.ts');
    const { stdout } = await promisify(execFile)(process.execPath, main, { timeout: 90_000 });
    expect(stdout).toBe('used');
  });
});
