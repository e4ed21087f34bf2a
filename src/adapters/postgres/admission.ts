import { sql } from 'kysely';

import { GatewayError } from '../../errors.js';
import type { NewTask } from '../../ports/task-store.js';
import type { Trx } from './task-rows.js';

/** 10 s: when a tenant with too many live tasks may look again. A short task takes about as long. */
const LOOK_AGAIN_MS = 10_000;

/**
 * Whether a task that this transaction has just written may stay. The transaction holds the
 * tenant's row, so that requests which come together are counted one after the other. Throws
 * TENANT_STOPPED and TOO_MANY_LIVE_TASKS: then nothing is kept, and the idempotency key stays free.
 */
export async function admit(trx: Trx, { tenantId, liveTasksMax }: NewTask): Promise<void> {
  const { rows } = await sql<{ is_stopped: boolean; is_full: boolean | null }>`
    select stopped_at is not null as is_stopped,
      (select count(*) from (
        select from tasks
        where tenant_id = tenants.id and deleted_at is null
          and status in ('QUEUED', 'PENDING', 'THROTTLED', 'RUNNING')
        limit ${liveTasksMax ?? null}::bigint + 1
      ) as live) > ${liveTasksMax ?? null}::bigint as is_full
    from tenants where id = ${tenantId}`.execute(trx);
  if (rows[0]?.is_stopped === true) throw new GatewayError('TENANT_STOPPED');
  if (rows[0]?.is_full === true) {
    throw new GatewayError('TOO_MANY_LIVE_TASKS', { retryAfterMs: LOOK_AGAIN_MS });
  }
}
