import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';

import { auditRecord } from '../../../domain/audit.js';
import type { AttemptOutcome, WebhookTrouble } from '../../../ports/webhooks/delivery-store.js';
import { insertRecords } from '../audit/audit-rows.js';
import type { Db } from '../tasks/task-rows.js';
import type { RecordedRow } from './delivery-statements.js';

/** What some attempts say of one webhook. */
interface Health {
  readonly id: string;
  readonly tenantId: string;
  readonly failed: AttemptOutcome | undefined;
  readonly lost: number;
  readonly isGone: boolean;
}

/**
 * Keeps what attempts say of their webhooks, with the audit record of what the tenant must know.
 */
export async function noteHealth(
  trx: Db,
  recorded: readonly RecordedRow[],
  outcomes: readonly AttemptOutcome[],
  now: Date,
): Promise<readonly WebhookTrouble[]> {
  const troubles: WebhookTrouble[] = [];
  const healths = healthsOf(recorded, outcomes);
  await forgetFailures(
    trx,
    healths.filter(({ failed }) => failed === undefined).map(({ id }) => id),
  );
  for (const health of healths.filter(({ failed }) => failed !== undefined)) {
    troubles.push(...(await noteFailure(trx, health, now)));
  }
  troubles.push(...lostOfTasks(recorded, outcomes));
  if (troubles.length > 0)
    await insertRecords(
      trx,
      troubles.map((trouble) => recordOf(trouble, now)),
    );
  return troubles;
}

/** An address that was given with a task has no state: each delivery that is given up is told. */
function lostOfTasks(
  recorded: readonly RecordedRow[],
  outcomes: readonly AttemptOutcome[],
): readonly WebhookTrouble[] {
  const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  return recorded
    .filter(({ webhook_id: webhook, status }) => webhook === null && status === 'FAILED')
    .map(({ id, tenant_id: tenantId, task_id: taskId }) => ({
      ...{ event: 'webhook_failing' as const, tenantId, taskId, webhookId: null },
      lastStatus: byId.get(id)?.status ?? null,
      lastError: byId.get(id)?.error ?? '',
    }));
}

/** In the order of their ids: two nodes that record at once lock them so. */
function healthsOf(
  recorded: readonly RecordedRow[],
  outcomes: readonly AttemptOutcome[],
): readonly Health[] {
  const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  const healths = new Map<string, Health>();
  for (const { id, tenant_id: tenantId, webhook_id: webhookId, status } of recorded) {
    const outcome = byId.get(id);
    if (webhookId === null || outcome === undefined) continue;
    const known = healths.get(webhookId);
    healths.set(webhookId, {
      id: webhookId,
      tenantId,
      failed: outcome.error === null ? known?.failed : outcome,
      lost: (known?.lost ?? 0) + Number(status === 'FAILED'),
      isGone: outcome.isGone || known?.isGone === true,
    });
  }
  return [...healths.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

async function forgetFailures(trx: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    with held as (
      select id from webhooks where id = any(${[...ids]}::uuid[]) and failing_since is not null
      order by id for no key update
    )
    update webhooks
    set failing_since = null, last_status = null, last_error = null, lost_deliveries = 0
    from held where webhooks.id = held.id`.execute(trx);
}

async function noteFailure(
  trx: Db,
  { id, tenantId, failed, lost, isGone }: Health,
  now: Date,
): Promise<readonly WebhookTrouble[]> {
  const lastStatus = failed?.status ?? null;
  const lastError = failed?.error ?? '';
  const { rows } = await sql<{ readonly lost_before: number; readonly was_disabled: boolean }>`
    with before as (
      select id, lost_deliveries, disabled_at from webhooks where id = ${id}::uuid
      for no key update
    )
    update webhooks
    set failing_since = coalesce(failing_since, ${now}::timestamptz), last_status = ${lastStatus},
      last_error = ${lastError}, lost_deliveries = webhooks.lost_deliveries + ${lost},
      disabled_at = case when ${isGone}::boolean
        then coalesce(webhooks.disabled_at, ${now}::timestamptz) else webhooks.disabled_at end
    from before where webhooks.id = before.id
    returning before.lost_deliveries as lost_before,
      before.disabled_at is not null as was_disabled`.execute(trx);
  const [before] = rows;
  if (before === undefined) return [];
  const trouble = { tenantId, webhookId: id, taskId: null, lastStatus, lastError };
  if (isGone && !before.was_disabled) {
    await endDeliveries(trx, id, now);
    return [{ ...trouble, event: 'webhook_disabled' }];
  }
  return lost > 0 && before.lost_before === 0 ? [{ ...trouble, event: 'webhook_failing' }] : [];
}

/** What is being sent at this moment is recorded by who sends it. */
async function endDeliveries(trx: Db, webhookId: string, now: Date): Promise<void> {
  await sql`
    with gone as (
      update webhook_deliveries
      set status = 'FAILED', ended_at = ${now}::timestamptz, last_error = 'WEBHOOK_DISABLED'
      where webhook_id = ${webhookId}::uuid and ended_at is null
        and (lease_until is null or lease_until <= ${now}::timestamptz)
      returning id
    )
    update webhooks
    set lost_deliveries = lost_deliveries + (select count(*)::integer from gone)
    where id = ${webhookId}::uuid`.execute(trx);
}

function recordOf({ event, tenantId, webhookId, taskId }: WebhookTrouble, now: Date) {
  const objects = [webhookId === null ? `task:${taskId ?? ''}` : `webhook:${webhookId}`];
  return auditRecord(event, 'DONE', {
    id: randomUUID(),
    at: now,
    tenantId,
    address: null,
    objects,
  });
}
