import { sql } from 'kysely';

import {
  FIRST_SEAL,
  type AuditRecord,
  type Seal,
  type SealedRecord,
} from '../../../domain/audit.js';
import type {
  AuditFilter,
  AuditLog,
  AuditPage,
  AuditPlace,
  ChainBeginning,
  ChainHead,
  SealRefusal,
} from '../../../ports/audit/audit-log.js';
import type { Database } from '../connection/database.js';
import { pageLimit, pageOf } from '../connection/page-rows.js';
import { isDenied } from '../connection/sql-errors.js';
import type { Db } from '../tasks/task-rows.js';
import { insertRecords, RECORD_COLUMNS, toRecord } from './audit-rows.js';

export class PostgresAuditLog implements AuditLog {
  readonly #db: Db;

  constructor(database: Database) {
    this.#db = database.kysely;
  }

  async append(records: readonly AuditRecord[]): Promise<void> {
    await insertRecords(this.#db, records);
  }

  async seal({
    makeSeal,
    keyMark,
    knownMarks,
    now,
    limit,
  }: Parameters<AuditLog['seal']>[0]): Promise<number | SealRefusal> {
    // Asked first, and without a lock, because mostly there are none.
    const waiting = await this.#db
      .selectFrom('audit_events')
      .select('seq')
      .where('position', 'is', null)
      .limit(sql.lit(1))
      .executeTakeFirst();
    if (waiting === undefined) return 0;
    return await this.#db.transaction().execute(async (trx) => {
      await trx
        .insertInto('audit_head')
        .values({ ...FIRST_SEAL, sealed_at: null, key_mark: null })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const head = await trx
        .selectFrom('audit_head')
        .select(['position', 'mac', 'key_mark'])
        .forUpdate()
        .skipLocked()
        .executeTakeFirst();
      if (head === undefined) return 'BUSY';
      if (head.key_mark !== null && !knownMarks.includes(head.key_mark)) return 'OTHER_KEY';
      const rows = await trx
        .selectFrom('audit_events')
        .select(RECORD_COLUMNS)
        .where('position', 'is', null)
        .orderBy('seq')
        .limit(sql.lit(limit))
        .execute();
      let last: Seal = head;
      const seals = rows.map((row) => {
        last = makeSeal(last, toRecord(row));
        return { id: row.id, ...last };
      });
      if (seals.length === 0) return 0;
      await sql`
        update audit_events
        set position = sealed.position, mac = sealed.mac, key_mark = ${keyMark}
        from jsonb_to_recordset(${JSON.stringify(seals)}::jsonb)
          as sealed (id uuid, position bigint, mac text)
        where audit_events.id = sealed.id`.execute(trx);
      await trx
        .updateTable('audit_head')
        .set({ position: last.position, mac: last.mac, sealed_at: now, key_mark: keyMark })
        .execute();
      return seals.length;
    });
  }

  async head(): Promise<ChainHead> {
    const row = await this.#db
      .selectFrom('audit_head')
      .select(['position', 'mac', 'sealed_at as sealedAt', 'key_mark as keyMark'])
      .executeTakeFirst();
    return row ?? { ...FIRST_SEAL, sealedAt: null, keyMark: null };
  }

  async beginning(): Promise<ChainBeginning | undefined> {
    return await this.#db
      .selectFrom('audit_beginning')
      .select(['position', 'mac', 'proof'])
      .executeTakeFirst();
  }

  async listSealed({
    after,
    limit,
  }: Parameters<AuditLog['listSealed']>[0]): Promise<readonly SealedRecord[]> {
    const rows = await this.#db
      .selectFrom('audit_events')
      .select([...RECORD_COLUMNS, 'position', 'mac', 'key_mark'])
      .where('position', '>', after)
      .orderBy('position')
      .limit(sql.lit(limit))
      .execute();
    return rows.map((row) => ({
      record: toRecord(row),
      seal: { position: row.position ?? 0, mac: row.mac ?? '' },
      keyMark: row.key_mark,
    }));
  }

  async unsealed(): ReturnType<AuditLog['unsealed']> {
    const unsealed = this.#db.selectFrom('audit_events').where('position', 'is', null);
    const { count } = await unsealed
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    const oldest = await unsealed
      .select(['id', 'at'])
      .orderBy('at')
      .orderBy('id')
      .limit(sql.lit(1))
      .executeTakeFirst();
    return { count, oldestAt: oldest?.at ?? null, oldestId: oldest?.id ?? null };
  }

  async list(
    tenantId: string | null,
    { subject, event, verdict, from, before }: AuditFilter,
    { first, after }: { readonly first: number; readonly after: AuditPlace | null },
  ): Promise<AuditPage> {
    // One comparison: of two, the database might take the later one for the start of its search.
    const isAfterNearer = after !== null && !(before !== undefined && before <= after.at);
    let query = this.#db.selectFrom('audit_events').select([...RECORD_COLUMNS, 'position']);
    if (tenantId !== null) query = query.where('tenant_id', '=', tenantId);
    if (subject !== undefined) query = query.where('subject', '=', subject);
    if (event !== undefined) query = query.where('event', '=', event);
    if (verdict !== undefined) query = query.where('verdict', '=', verdict);
    if (from !== undefined) query = query.where('at', '>=', from);
    if (isAfterNearer) {
      query = query.where(sql<boolean>`(at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
    } else if (before !== undefined) query = query.where('at', '<', before);
    const rows = await query
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(pageLimit(first))
      .execute();
    const { shown, hasNextPage } = pageOf(rows, first);
    const records = shown.map((row) => ({ record: toRecord(row), position: row.position }));
    return { records, hasNextPage };
  }

  async deleteBefore({
    before,
    limit,
    prove,
  }: Parameters<AuditLog['deleteBefore']>[0]): Promise<number | 'denied'> {
    try {
      return await this.#db.transaction().execute(async (trx) => {
        const last = await lastToDelete(trx, before, limit);
        if (last === undefined) return 0;
        const { numDeletedRows } = await trx
          .deleteFrom('audit_events')
          .where('position', '<=', last.position)
          .executeTakeFirstOrThrow();
        const beginning = { ...last, proof: prove(last) };
        await trx
          .insertInto('audit_beginning')
          .values(beginning)
          // Another node may have deleted more meanwhile: the beginning moves forward only.
          .onConflict((conflict) =>
            conflict
              .column('is_only')
              .doUpdateSet(beginning)
              .where('audit_beginning.position', '<', beginning.position),
          )
          .execute();
        return Number(numDeletedRows);
      });
    } catch (error) {
      if (isDenied(error)) return 'denied';
      throw error;
    }
  }
}

/** The end of what may go: the next records of the chain, as far as all of them are old enough. */
async function lastToDelete(trx: Db, before: Date, limit: number): Promise<Seal | undefined> {
  const rows = await trx
    .selectFrom('audit_events')
    .select(['position', 'mac', 'at'])
    .where('position', '>', 0)
    .orderBy('position')
    .limit(sql.lit(limit))
    .execute();
  const kept = rows.findIndex(({ at }) => at >= before);
  const last = rows.at(kept === -1 ? -1 : kept - 1);
  if (kept === 0 || last?.position == null || last.mac === null) return undefined;
  return { position: last.position, mac: last.mac };
}
