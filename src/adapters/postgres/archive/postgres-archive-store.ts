import { randomBytes } from 'node:crypto';

import { sql, type Selectable, type UpdateObject } from 'kysely';

import type {
  ArchivedOutput,
  ArchiveFailure,
  CopyLease,
} from '../../../domain/archive/archived-output.js';
import type { ArchiveStore, KeptFile } from '../../../ports/archive/archive-store.js';
import type { Database } from '../connection/database.js';
import { PLACES } from '../encryption/places.js';
import { openText } from '../encryption/sealed-forms.js';
import type { Tables } from '../tables.js';
import type { ArchivedOutputsTable } from './archive-tables.js';

const KEY_BYTES = 32;

export class PostgresArchiveStore implements ArchiveStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  get #db() {
    return this.#database.kysely;
  }

  async findServedTenant(taskId: string): Promise<string | undefined> {
    const row = await this.#db
      .selectFrom('tasks')
      .innerJoin('tenants', 'tenants.id', 'tasks.tenant_id')
      .select('tasks.tenant_id')
      .where('tasks.id', '=', taskId)
      .where('tasks.deleted_at', 'is', null)
      .where('tenants.deleted_at', 'is', null)
      .where('tenants.suspended_at', 'is', null)
      .executeTakeFirst();
    return row?.tenant_id;
  }

  async findOutputs(tenantId: string, ids: readonly string[]): Promise<readonly ArchivedOutput[]> {
    const rows = await this.#db
      .selectFrom('archived_outputs')
      .select(['id', 'status', 'bytes', 'sha256', 'media_type'])
      .where('id', 'in', ids)
      .where('tenant_id', '=', tenantId)
      .execute();
    return rows.map(({ media_type: type, ...row }) => ({ ...row, type }));
  }

  async keptBytes(tenantId: string): Promise<number> {
    const { bytes } = await this.#db
      .selectFrom('archived_outputs')
      .select(({ fn }) => fn.sum<number | null>('bytes').as('bytes'))
      .where('tenant_id', '=', tenantId)
      .where('status', '=', 'KEPT')
      .executeTakeFirstOrThrow();
    return bytes ?? 0;
  }

  async takeCopy(now: Date, leaseUntil: Date): Promise<CopyLease | undefined> {
    const row = await this.#db
      .updateTable('archived_outputs')
      .set(({ eb }) => ({
        status: 'COPYING' as const,
        fence: eb('fence', '+', 1),
        attempts: eb('attempts', '+', 1),
        lease_until: leaseUntil,
        due_at: leaseUntil,
      }))
      .where('id', '=', (query) =>
        query
          .selectFrom('archived_outputs')
          .select('id')
          .where('due_at', '<=', now)
          .orderBy('due_at')
          .limit(1)
          .forUpdate()
          .skipLocked(),
      )
      .returningAll()
      .executeTakeFirst();
    return row && toLease(row);
  }

  async extendCopy(lease: CopyLease, leaseUntil: Date): Promise<boolean> {
    return await this.#change(lease, { lease_until: leaseUntil, due_at: leaseUntil });
  }

  async noteSource(lease: CopyLease, tag: string): Promise<void> {
    await this.#change(lease, { source_tag: tag });
  }

  async fileKey({ id, tenantId }: Pick<CopyLease, 'id' | 'tenantId'>): Promise<string | undefined> {
    const { ciphers } = this.#database;
    const place = PLACES.outputKey(id);
    const cipher = await ciphers.forSealing(tenantId, this.#db);
    const sealed = cipher.seal(randomBytes(KEY_BYTES).toString('base64'), place);
    // The first one stays: a part may have been written with it.
    const row = await this.#db
      .updateTable('archived_outputs')
      .set({ file_key: sql<string>`coalesce(file_key, ${sealed})` })
      .where('id', '=', id)
      .where('tenant_id', '=', tenantId)
      .returning(['tenant_id', 'file_key'])
      .executeTakeFirst();
    if (row?.file_key == null) return undefined;
    const { file_key } = row;
    return await ciphers.openedOne(this.#db, row, (_row, opener) =>
      openText(file_key, opener, place),
    );
  }

  async keepCopy(lease: CopyLease, { bytes, sha256, type }: KeptFile, now: Date): Promise<boolean> {
    return await this.#change(lease, {
      ...{ status: 'KEPT', due_at: null, lease_until: null, source_tag: null },
      ...{ bytes, sha256, media_type: type, kept_at: now },
    });
  }

  async postponeCopy(lease: CopyLease, dueAt: Date): Promise<void> {
    await this.#change(lease, { status: 'WAITING', lease_until: null, due_at: dueAt });
  }

  async giveUpCopy(lease: CopyLease, status: ArchiveFailure): Promise<boolean> {
    return await this.#change(lease, { status, lease_until: null, due_at: null });
  }

  async releaseCopies(now: Date): Promise<void> {
    await this.#db
      .updateTable('archived_outputs')
      .set({ status: 'WAITING', lease_until: null, due_at: now })
      .where('due_at', 'is not', null)
      .where('status', '=', 'COPYING')
      .execute();
  }

  async expireKept(before: Date, limit: number): Promise<number> {
    const { rows } = await sql`
      with old as (
        select id from archived_outputs where status = 'KEPT' and kept_at < ${before}
        order by kept_at limit ${limit} for update skip locked
      ), expired as (
        update archived_outputs as output
        set status = 'ERASED', bytes = null, sha256 = null, file_key = null
        from old where output.id = old.id returning output.id
      )
      insert into erased_outputs (id, due_at) select id, to_timestamp(0) from expired
      on conflict do nothing returning id`.execute(this.#db);
    return rows.length;
  }

  async takeErasures(now: Date, leaseUntil: Date, limit: number): Promise<readonly string[]> {
    const rows = await this.#db
      .updateTable('erased_outputs')
      .set({ due_at: leaseUntil })
      .where('id', 'in', (query) =>
        query
          .selectFrom('erased_outputs')
          .select('id')
          .where('due_at', '<=', now)
          .orderBy('due_at')
          .limit(limit)
          .forUpdate()
          .skipLocked(),
      )
      .returning('id')
      .execute();
    return rows.map(({ id }) => id);
  }

  async forgetErasures(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#db.deleteFrom('erased_outputs').where('id', 'in', ids).execute();
  }

  async findOwned(ids: readonly string[]): Promise<readonly string[]> {
    if (ids.length === 0) return [];
    const rows = await this.#db
      .selectFrom('archived_outputs')
      .select('id')
      .where('id', 'in', ids)
      .where('status', 'in', ['WAITING', 'COPYING', 'KEPT'])
      .execute();
    return rows.map(({ id }) => id);
  }

  /** Under the fence of the lease. */
  async #change(
    { id, fence }: CopyLease,
    change: UpdateObject<Tables, 'archived_outputs'>,
  ): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable('archived_outputs')
      .set(change)
      .where('id', '=', id)
      .where('fence', '=', fence)
      .where('status', '=', 'COPYING')
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  }
}

function toLease(row: Selectable<ArchivedOutputsTable>): CopyLease {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    taskId: row.task_id,
    position: row.position,
    fence: row.fence,
    attempts: row.attempts - 1,
    sourceTag: row.source_tag,
  };
}
