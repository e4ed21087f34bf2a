import { sql, type SqlBool } from 'kysely';

import type { AuditedMutation } from '../../../domain/audit.js';
import type { CreatedPlace } from '../../../ports/webhooks/created-page.js';
import { audited } from '../audit/audited-work.js';
import type { Db } from '../tasks/task-rows.js';

/**
 * Does `work` in one transaction, with the record of the mutation where it changed something. `object`
 * is what it changes, as the record names it.
 */
export async function changeRecorded<Result>(
  db: Db,
  audit: AuditedMutation | undefined,
  object: `webhook:${string}` | `webhookDelivery:${string}` | null,
  work: (db: Db) => Promise<Result | undefined>,
): Promise<Result | undefined> {
  const objects = object === null ? [] : [object];
  return await db
    .transaction()
    .execute((trx) =>
      audited(trx, audit, work, (done) =>
        done === undefined || done === 'FULL' ? undefined : objects,
      ),
    );
}

export function isBefore(after: CreatedPlace | null) {
  return sql<SqlBool>`(created_at, id) < (${after?.createdAt}::timestamptz, ${after?.id}::uuid)`;
}

/** The number of the tenant's newest event. No later one commits before this transaction does. */
export async function lockTenant(db: Db, tenantId: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('tenants')
    .select('event_seq')
    .where('id', '=', tenantId)
    .where('deleted_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row?.event_seq;
}

/** The row by which the tenant's deliveries are made: from the newest event on. */
export async function ensureTenant(
  db: Db,
  tenantId: string,
  number: number,
  now: Date,
): Promise<void> {
  await db
    .insertInto('webhook_tenants')
    .values({ tenant_id: tenantId, number, filled_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
