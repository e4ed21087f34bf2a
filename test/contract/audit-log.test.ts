import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { PostgresAuditLog } from '../../src/adapters/postgres/audit/postgres-audit-log.js';
import { openDatabase } from '../../src/adapters/postgres/connection/database.js';
import { checkChain } from '../../src/services/audit/chain-check.js';
import { ChainKeys } from '../../src/services/audit/chain-keys.js';
import {
  anAuditRecord,
  CHAIN_KEY,
  CHAIN_KEYS,
  sealAll,
  sealingWith,
  tamper,
} from '../support/audit/audit.js';
import { describePostgres, eachSetup, silentLog } from '../support/store/database.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const PAGE = { first: 10, after: null };

const after = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1_000);

const OLD_TEXT = '0123456789abcdef0123456789abcdef';
const OTHER_TEXT = 'another key of at least 32 characters';
const OTHER_KEYS = new ChainKeys(OTHER_TEXT, 'a test');

eachSetup('AuditLog', (get) => {
  let log: PostgresAuditLog;

  beforeEach(() => {
    log = new PostgresAuditLog(get().database);
  });

  const check = (anchors?: Parameters<typeof checkChain>[2]['anchors']) =>
    checkChain(log, CHAIN_KEYS, { now: NOW, ...(anchors && { anchors }) });

  /** So many records, made one second after the other and sealed. */
  async function fill(count: number): Promise<void> {
    const records = Array.from({ length: count }, (_, index) =>
      anAuditRecord({ at: after(index - count), requestId: `request ${String(index + 1)}` }),
    );
    await log.append(records);
    await sealAll(log, NOW);
  }

  it('keeps a record as it was, once, and seals it in its place', async () => {
    const record = anAuditRecord();
    await log.append([record]);
    await log.append([{ ...record, verdict: 'FAILED' }]);
    expect(await log.listSealed({ after: 0, limit: 10 })).toEqual([]);
    expect(await log.unsealed()).toEqual({
      count: 1,
      oldestAt: record.at,
      oldestId: record.id,
    });

    await sealAll(log, NOW);

    const [sealed] = await log.listSealed({ after: 0, limit: 10 });
    expect(sealed?.record).toEqual(record);
    expect(sealed?.seal).toEqual(CHAIN_KEY.seal({ position: 0, mac: '' }, record));
    expect(await log.head()).toEqual({
      ...sealed?.seal,
      sealedAt: NOW,
      keyMark: CHAIN_KEY.mark,
    });
    expect(await check()).toMatchObject({ kind: 'whole', records: 1, unsealed: 0 });
  });

  it('seals no more than it is told to, and nothing with another key', async () => {
    await log.append([anAuditRecord(), anAuditRecord(), anAuditRecord()]);
    const options = { ...sealingWith(CHAIN_KEYS), now: NOW };
    const others = { ...sealingWith(OTHER_KEYS), now: NOW };
    expect(await log.seal({ ...options, limit: 2 })).toBe(2);
    expect(await log.seal({ ...others, limit: 2 })).toBe('OTHER_KEY');
    expect(await log.seal({ ...options, limit: 2 })).toBe(1);
    expect(await log.seal({ ...options, limit: 2 })).toBe(0);
    expect(await check()).toMatchObject({ kind: 'whole', records: 3 });
    expect(await checkChain(log, OTHER_KEYS, { now: NOW })).toMatchObject({ kind: 'broken' });
  });

  it('accepts an unsealed tail of 5 s, and none that is older', async () => {
    await fill(2);
    await log.append([anAuditRecord({ at: NOW })]);
    expect(await checkChain(log, CHAIN_KEYS, { now: after(5) })).toMatchObject({
      kind: 'whole',
      unsealed: 1,
    });
    expect(await checkChain(log, CHAIN_KEYS, { now: after(5.001) })).toMatchObject({
      kind: 'broken',
      position: 3,
    });
  });

  it('refuses to change a sealed record, for every caller', async () => {
    await fill(1);
    const { kysely } = get().database;
    await expect(
      kysely.updateTable('audit_events').set({ verdict: 'DONE' }).execute(),
    ).rejects.toThrow('a sealed audit record cannot be changed');
    expect(await check()).toMatchObject({ kind: 'whole' });
  });

  const VALUES = `at, event, verdict, code, tenant_id, subject, credential_kind, credential_id,
    key_id, operation, objects, request_id, address, count`;

  describe.each([
    ['an edit', `update audit_events set subject = 'key:other' where position = 3`, 3],
    ['an edit of the objects', `update audit_events set objects = '[]' where position = 2`, 2],
    ['a deletion', `delete from audit_events where position = 3`, 3],
    [
      'a deletion that closes its gap',
      `delete from audit_events where position = 3;
       update audit_events set position = position - 1 where position = 4;
       update audit_events set position = position - 1 where position = 5`,
      3,
    ],
    [
      'an insertion',
      `update audit_events set position = 6 where position = 5;
       update audit_events set position = 5 where position = 4;
       insert into audit_events (id, position, mac, ${VALUES})
       select gen_random_uuid(), 4, mac, ${VALUES} from audit_events where position = 3`,
      4,
    ],
    [
      'another order',
      `update audit_events set position = 99 where position = 3;
       update audit_events set position = 3 where position = 4;
       update audit_events set position = 4 where position = 99`,
      3,
    ],
    ['a cut of the beginning', `delete from audit_events where position < 3`, 1],
    ['a cut of the end', `delete from audit_events where position > 3`, 4],
    ['a cut of everything', `delete from audit_events`, 1],
    [
      'a cut of the end with a head that was moved',
      `delete from audit_events where position = 5;
       update audit_head set position = 3,
         mac = (select mac from audit_events where position = 3)`,
      4,
    ],
    [
      'a beginning that was moved',
      `delete from audit_events where position < 3;
       insert into audit_beginning (position, mac, proof)
       select 2, mac, mac from audit_events where position = 3`,
      2,
    ],
  ])('L1: finds %s', (_what, statement, position) => {
    it('and names the first broken record', async () => {
      await fill(5);
      expect(await check()).toMatchObject({ kind: 'whole', records: 5 });
      for (const one of statement.split(';')) await tamper(get().database, one);
      expect(await check()).toMatchObject({ kind: 'broken', position });
    });
  });

  it('L1: finds by an anchor a chain that was made anew with its key, and an end that was cut with its head', async () => {
    await fill(5);
    const anchor = await log.head();
    await fill(5);
    expect(await check([anchor])).toMatchObject({ kind: 'whole', records: 10, anchors: 1 });

    const end = await log.head();
    const { database } = get();
    await tamper(database, 'delete from audit_events where position > 7');
    await tamper(
      database,
      `update audit_head set position = 7,
        mac = (select mac from audit_events where position = 7)`,
    );
    expect(await check([anchor])).toMatchObject({ kind: 'whole', records: 7 });
    expect(await check([anchor, end])).toMatchObject({ kind: 'broken', position: 8 });

    await tamper(database, 'update audit_events set position = null, mac = null');
    await tamper(
      database,
      `update audit_events set verdict = 'DONE' where seq = (select min(seq) from audit_events)`,
    );
    await tamper(database, `update audit_head set position = 0, mac = ''`);
    await sealAll(log, NOW);
    expect(await check()).toMatchObject({ kind: 'whole', records: 7 });
    expect(await check([anchor])).toMatchObject({ kind: 'broken', position: 5 });
  });

  it('deletes what is old from the beginning on, and the chain still verifies', async () => {
    await fill(5);
    const start = await log.head();
    await log.append([anAuditRecord({ at: after(-4) })]);
    const prove = CHAIN_KEY.prove;
    const before = after(-3);
    expect(await log.deleteBefore({ before, limit: 1, prove })).toBe(1);
    expect(await check()).toMatchObject({ kind: 'whole', records: 4, unsealed: 1 });
    expect(await log.deleteBefore({ before, limit: 10, prove })).toBe(1);
    expect(await log.deleteBefore({ before, limit: 10, prove })).toBe(0);
    const [first] = await log.listSealed({ after: 0, limit: 1 });
    expect(first?.seal.position).toBe(3);
    await sealAll(log, NOW);
    expect(await check([start])).toMatchObject({ kind: 'whole', records: 4, anchors: 1 });
    await tamper(get().database, 'delete from audit_events where position = 3');
    expect(await check()).toMatchObject({ kind: 'broken', position: 3 });
    // All of it may grow old.
    const all = { before: after(60), limit: 10, prove };
    expect(await log.deleteBefore(all)).toBe(3);
    await fill(1);
    expect(await check()).toMatchObject({ kind: 'whole', records: 1, head: { position: 7 } });
  });

  it('goes on with a new key, and verifies with both in the file', async () => {
    await fill(2);
    const rotated = new ChainKeys(`${OTHER_TEXT}\n${OLD_TEXT}\n`, 'a test');
    await log.append([anAuditRecord({ at: NOW })]);
    await sealAll(log, NOW, rotated);
    // A node that has the new key second still seals, with its own first.
    const other = new ChainKeys(`${OLD_TEXT}\n${OTHER_TEXT}`, 'a test');
    await log.append([anAuditRecord({ at: NOW })]);
    await sealAll(log, NOW, other);
    const sealed = await log.listSealed({ after: 0, limit: 10 });
    const [old, current] = [CHAIN_KEY.mark, OTHER_KEYS.current.mark];
    expect(sealed.map(({ keyMark }) => keyMark)).toEqual([old, old, current, old]);
    const start = await log.head();
    expect(await checkChain(log, rotated, { now: NOW, anchors: [start] })).toMatchObject({
      kind: 'whole',
      records: 4,
      anchors: 1,
    });
    expect(await check()).toMatchObject({ kind: 'broken', position: 3 });

    // Records of before marks were kept are tried with every key.
    await tamper(get().database, 'update audit_events set key_mark = null');
    expect(await checkChain(log, rotated, { now: NOW })).toMatchObject({ kind: 'whole' });
    // A mark says only which key to try.
    await tamper(get().database, `update audit_events set key_mark = '${current}'`);
    expect(await checkChain(log, rotated, { now: NOW })).toMatchObject({
      kind: 'broken',
      position: 1,
    });
    await tamper(get().database, `update audit_events set key_mark = E'\\n\u001b[31m'`);
    const verdict = await checkChain(log, rotated, { now: NOW });
    expect(verdict).toMatchObject({ kind: 'broken', position: 1 });
    expect(JSON.stringify(verdict)).not.toContain('u001b');
  });

  it('L1: believes no anchor that another one contradicts', async () => {
    await fill(3);
    const forged = await log.head();
    const true_ = { ...forged, mac: 'f'.repeat(64) };
    expect(await check([forged])).toMatchObject({ kind: 'whole' });
    for (const anchors of [
      [true_, forged],
      [forged, true_],
    ]) {
      expect(await check(anchors)).toMatchObject({ kind: 'broken', position: 3 });
    }
  });

  it('verifies beside a gateway that deletes what is old, and one that seals late', async () => {
    await fill(5);
    const { prove } = CHAIN_KEY;
    const listSealed = log.listSealed.bind(log);
    let isFirst = true;
    log.listSealed = async (page) => {
      if (isFirst) await log.deleteBefore({ before: after(-2), limit: 10, prove });
      isFirst = false;
      return await listSealed(page);
    };
    expect(await check()).toMatchObject({ kind: 'whole', records: 2 });

    await log.append([anAuditRecord({ at: after(-20) })]);
    const seal = async (): Promise<void> => {
      await sealAll(log, NOW);
    };
    const asleep = () => Promise.resolve();
    const options = { now: NOW };
    expect(await checkChain(log, CHAIN_KEYS, { ...options, pause: asleep })).toMatchObject({
      kind: 'broken',
      position: 6,
    });
    expect(await checkChain(log, CHAIN_KEYS, { ...options, pause: seal })).toMatchObject({
      kind: 'whole',
      unsealed: 0,
    });
  });

  it('moves the beginning forward only, where two nodes delete at a time', async () => {
    await fill(5);
    const late = { position: 4, mac: 'a later one' };
    const prove = CHAIN_KEY.prove;
    await log.deleteBefore({
      before: after(-3),
      limit: 1,
      prove: (seal) => prove(seal),
    });
    await tamper(get().database, `update audit_beginning set position = 4, mac = '${late.mac}'`);
    await log.deleteBefore({ before: after(-3), limit: 1, prove });
    expect(await log.beginning()).toMatchObject(late);
  });

  it('lists newest first, by tenant, caller, event, verdict and time', async () => {
    const records = [
      anAuditRecord({ at: after(1) }),
      anAuditRecord({ at: after(2), tenantId: 'other', subject: 'key:cd34' }),
      anAuditRecord({ at: after(3), event: 'spend_request', verdict: 'DONE' }),
      anAuditRecord({ at: after(4), tenantId: null, subject: null }),
    ];
    await log.append(records);
    const ids = async (...args: Parameters<PostgresAuditLog['list']>) =>
      (await log.list(...args)).records.map(({ record }) =>
        records.findIndex(({ id }) => id === record.id),
      );
    expect(await ids(null, {}, PAGE)).toEqual([3, 2, 1, 0]);
    expect(await ids('acme', {}, PAGE)).toEqual([2, 0]);
    expect(await ids(null, { subject: 'key:cd34' }, PAGE)).toEqual([1]);
    expect(await ids(null, { event: 'spend_request' }, PAGE)).toEqual([2]);
    expect(await ids(null, { verdict: 'DENIED' }, PAGE)).toEqual([3, 1, 0]);
    expect(await ids(null, { from: after(2), before: after(4) }, PAGE)).toEqual([2, 1]);
    const first = await log.list(null, {}, { first: 2, after: null });
    expect(first.hasNextPage).toBe(true);
    const { at, id } = first.records[1]?.record ?? anAuditRecord();
    expect(await ids(null, {}, { first: 10, after: { at, id } })).toEqual([1, 0]);
    const early = { before: after(2) };
    expect(await ids(null, early, { first: 10, after: { at, id } })).toEqual([0]);
  });
});

describePostgres('The audit log and a role of its own', (get) => {
  /** As docs/operating/audit-log.md says. */
  async function openAsGateway() {
    const { database, url = '' } = get();
    const role = `gateway_${randomUUID().replaceAll('-', '')}`;
    for (const statement of [
      `create role ${role} login password '${role}'`,
      `grant usage on schema public to ${role}`,
      `grant select, insert, update, delete on all tables in schema public to ${role}`,
      `grant usage on all sequences in schema public to ${role}`,
      `revoke update, delete on audit_events from ${role}`,
      `grant update (position, mac, key_mark) on audit_events to ${role}`,
      `revoke insert, update, delete on audit_beginning from ${role}`,
    ]) {
      await sql.raw(statement).execute(database.kysely);
    }
    const address = new URL(url);
    address.username = role;
    address.password = role;
    const opened = await openDatabase({ url: address.href, log: silentLog });
    const close = async (): Promise<void> => {
      await opened.close();
      await sql.raw(`drop owned by ${role}; drop role ${role}`).execute(database.kysely);
    };
    return { opened, close };
  }

  it('L1: writes and seals, but cannot change or delete what is sealed', async () => {
    const { opened, close } = await openAsGateway();
    try {
      const log = new PostgresAuditLog(opened);
      await log.append([anAuditRecord(), anAuditRecord()]);
      await sealAll(log, NOW);
      expect(await checkChain(log, CHAIN_KEYS, { now: NOW })).toMatchObject({ kind: 'whole' });
      for (const statement of [
        `update audit_events set subject = 'key:other'`,
        `update audit_events set mac = ''`,
        `delete from audit_events`,
        `truncate audit_events`,
        `alter table audit_events disable trigger all`,
        `update audit_beginning set position = 1`,
        `insert into audit_beginning (position, mac, proof) values (1, '', '')`,
      ]) {
        await expect(sql.raw(statement).execute(opened.kysely)).rejects.toThrow(
          /permission denied|must be owner|cannot be changed/,
        );
      }
      const old = { before: after(60), limit: 10, prove: CHAIN_KEY.prove };
      expect(await log.deleteBefore(old)).toBe('denied');
      expect(await checkChain(log, CHAIN_KEYS, { now: NOW })).toMatchObject({ records: 2 });
      const owner = new PostgresAuditLog(get().database);
      expect(await owner.deleteBefore(old)).toBe(2);
    } finally {
      await close();
    }
  });

  it('seals each record once where several nodes seal at a time', async () => {
    const { database, openAnother } = get();
    const logs = [database, await openAnother(), await openAnother()].map(
      (one) => new PostgresAuditLog(one),
    );
    await Promise.all(
      logs.flatMap((log) =>
        Array.from({ length: 40 }, async () => {
          await log.append([anAuditRecord(), anAuditRecord()]);
          await log.seal({
            ...sealingWith(CHAIN_KEYS),
            now: NOW,
            limit: 10_000,
          });
        }),
      ),
    );
    const [log] = logs;
    if (log === undefined) throw new Error('There are three');
    await sealAll(log, NOW);
    const verdict = await checkChain(log, CHAIN_KEYS, { now: NOW });
    expect(verdict).toMatchObject({ kind: 'whole', records: 240, unsealed: 0 });
  });
});
