import { randomUUID } from 'node:crypto';
import { sql, type Selectable } from 'kysely';

import { auditRecord } from '../../../domain/audit.js';
import { alertRule, type AlertAnswer } from '../../../domain/alerts/alert-rules.js';
import type { AlertSighting, SecurityAlert } from '../../../domain/alerts/security-alert.js';
import type { AlertPlan } from '../../../ports/alerts/alert-store.js';
import { insertRecords } from '../audit/audit-rows.js';
import type { SecurityAlertsTable } from './alert-tables.js';
import { TASK_EVENTS_CHANNEL, type Db, type Trx } from '../tasks/task-rows.js';

/** The payload of a notification that there are alerts: no tenant has this id. */
export const ALERTS_WAKE = '';

const HOUR_MS = 3_600_000;

export function toAlert(row: Selectable<SecurityAlertsTable>): SecurityAlert {
  return {
    id: row.id,
    number: row.number,
    rule: row.rule,
    severity: row.severity,
    subject: row.subject,
    detail: row.detail,
    tenantId: row.tenant_id,
    keyId: row.key_id,
    address: row.address,
    count: row.count,
    threshold: row.threshold,
    raisedAt: row.raised_at,
    lastSeenAt: row.last_seen_at,
    answer: row.answer,
    answerEndsAt: row.answer_ends_at,
    liftedAt: row.lifted_at,
    liftedBy: row.lifted_by,
  };
}

/**
 * Raises sightings of one rule, the largest first, in a transaction that holds alert_state; `number`
 * is the newest one. Returns how many alerts are new.
 */
export async function raiseSightings(
  trx: Trx,
  sightings: readonly AlertSighting[],
  { plan, now, number }: { readonly plan: AlertPlan; readonly now: Date; readonly number: number },
): Promise<number> {
  const fresh = await withoutKnown(trx, sightings, now);
  const [first] = fresh;
  if (first === undefined) return 0;
  const room = Math.max(0, plan.perHourMax - (await raisedLately(trx, first, now)));
  const shown = fresh.slice(0, room);
  shown.push(...(await withoutKnown(trx, othersOf(fresh.slice(room)), now)));
  for (const [at, sighting] of shown.entries()) {
    await insertAlert(trx, sighting, { plan, now, number: number + at + 1 });
  }
  return shown.length;
}

/** One alert for all subjects for which there is no room. */
function othersOf(sightings: readonly AlertSighting[]): readonly AlertSighting[] {
  const [first] = sightings;
  if (first === undefined) return [];
  const nothing = { detail: null, tenantId: null, keyId: null, address: null };
  return [{ ...first, ...nothing, subject: 'others', count: sightings.length, threshold: 1 }];
}

/** Brings the alerts up to date that are told of already, and returns the other sightings. */
async function withoutKnown(
  trx: Trx,
  sightings: readonly AlertSighting[],
  now: Date,
): Promise<readonly AlertSighting[]> {
  const [first] = sightings;
  if (first === undefined) return [];
  const since = new Date(now.getTime() - alertRule(first.rule).quietMs);
  const seen = JSON.stringify(sightings.map((sighting, place) => ({ ...sighting, place })));
  const { rows } = await sql<{ readonly place: number }>`
    update security_alerts as alert
    set last_seen_at = ${now}::timestamptz, count = greatest(alert.count, seen.count)
    from jsonb_to_recordset(${seen}::jsonb) as seen (
      place integer, subject text, detail text, "tenantId" text, count double precision
    )
    where alert.rule = ${first.rule} and alert.subject = seen.subject
      and alert.raised_at > ${since}::timestamptz
      and alert.detail is not distinct from seen.detail
      and alert.tenant_id is not distinct from seen."tenantId"
    returning seen.place`.execute(trx);
  const known = new Set(rows.map(({ place }) => place));
  return sightings.filter((_, place) => !known.has(place));
}

async function raisedLately(trx: Trx, { rule }: AlertSighting, now: Date): Promise<number> {
  const since = new Date(now.getTime() - HOUR_MS);
  const { count } = await trx
    .selectFrom('security_alerts')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('rule', '=', rule)
    .where('raised_at', '>', since)
    .executeTakeFirstOrThrow();
  return count;
}

async function insertAlert(
  trx: Trx,
  sighting: AlertSighting,
  { plan, now, number }: { readonly plan: AlertPlan; readonly now: Date; readonly number: number },
): Promise<void> {
  const { rule, subject, detail, tenantId, keyId, address, count, threshold } = sighting;
  const id = randomUUID();
  const answer = await answerTo(trx, sighting, plan, now);
  await trx
    .insertInto('security_alerts')
    .values({
      ...{ id, number, rule, subject, detail, address, count, threshold, answer },
      severity: alertRule(rule).severity,
      tenant_id: tenantId,
      key_id: keyId,
      raised_at: now,
      last_seen_at: now,
      answer_ends_at: answer === 'THROTTLE' ? new Date(now.getTime() + plan.throttleMs) : null,
    })
    .execute();
  const objects = [`alert:${id}`, `rule:${rule}`, ...(keyId === null ? [] : [`key:${keyId}`])];
  const facts = { at: now, tenantId, address, objects };
  await insertRecords(trx, [
    auditRecord('security_alert', 'DONE', { ...facts, id: randomUUID() }),
    ...(answer === null
      ? []
      : [auditRecord('security_answer', 'DONE', { ...facts, id: randomUUID() })]),
  ]);
}

/** Does what the operator has configured. Null: nothing is, or the answer does not fit. */
async function answerTo(
  trx: Trx,
  { rule, subject, keyId, address }: AlertSighting,
  { answers }: AlertPlan,
  now: Date,
): Promise<AlertAnswer | null> {
  const answer = answers.get(rule);
  if (answer === 'THROTTLE') return subject === 'others' ? null : answer;
  if (answer === undefined || keyId === null || address !== null) return null;
  // An operator whose key is suspended could not lift it.
  const { numUpdatedRows } = await trx
    .updateTable('api_keys')
    .set({ suspended_at: now })
    .where('id', '=', keyId)
    .where('suspended_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where(sql<boolean>`not 'operator' = any(scopes)`)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n ? answer : null;
}

export async function announceAlerts(db: Db): Promise<void> {
  await sql`select pg_notify(${TASK_EVENTS_CHANNEL}, ${ALERTS_WAKE})`.execute(db);
}
