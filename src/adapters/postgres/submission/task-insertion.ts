import type { WaitingFor } from '../../../domain/task/task.js';
import type { NewTask } from '../../../ports/submission/new-task.js';
import type { SubmissionLease } from '../../../ports/submission/submission-lease.js';
import type { Acceptance, TakeRules } from '../../../ports/submission/submission-store.js';
import { auditValue } from '../audit/audited-work.js';
import { counterValues } from '../budgets/ledger.js';
import { toJson } from '../connection/json-text.js';
import { LeasedRow } from '../tasks/task-change.js';
import { snapshotOf, toTask, type Db, type TaskRow } from '../tasks/task-rows.js';
import { ACCEPT } from './accept-statement.js';
import type { SealedForm, StoredForm } from './stored-form.js';

/** A request as it is written. */
export interface PreparedTask {
  readonly task: NewTask;
  readonly submissionId: string;
  readonly form: StoredForm;
  readonly sealed: SealedForm;
}

/**
 * `HELD`: another task has the key; twins wait for each other at it, so that the second one sees
 * the first's task. `LOCK`: there seems to be a slot, which only the pool's lock can make sure of.
 * In either case nothing was written. What is not admitted ends in the error of `refuse`.
 */
export async function insertTask(
  db: Db,
  prepared: PreparedTask,
  now: Date,
  rules: TakeRules | undefined,
  isLocked: boolean,
): Promise<Acceptance | 'HELD' | 'LOCK'> {
  const { task, submissionId, form } = prepared;
  const lease = newLease(task, form, submissionId, rules?.until ?? now);
  if (rules !== undefined) rules.onLease?.(lease);
  const [written] = await ACCEPT.run(db, {
    ...newValues(prepared, now, rules),
    is_sent: rules !== undefined,
    is_sender_full: rules?.isSenderFull === true,
    is_locked: isLocked,
    is_announced: db.isTransaction,
    input_until: rules?.inputUntil ?? null,
  });
  if (written === undefined || written.verdict === 'LOCK') return 'LOCK';
  const { verdict, until, version } = written;
  if (version === null) return 'HELD';
  if (task.audit !== undefined) task.audit.isWritten = true;
  const waits = verdict !== 'SEND' && verdict !== 'QUEUE';
  const row = newRow(task, form, now, waits ? { reason: verdict, until } : null);
  const accepted = { task: toTask(row), replayed: false } as const;
  if (verdict !== 'SEND') return { ...accepted, lease: undefined };
  return { ...accepted, lease: { ...lease, leased: new LeasedRow(row, version) } };
}

/** What the statements that accept a task take of it. */
export function newValues(
  { task, submissionId, form, sealed }: PreparedTask,
  now: Date,
  rules: TakeRules | undefined,
) {
  const { estimate, idempotency, tokenBudget, runwayAccount, model } = task;
  return {
    id: task.id,
    tenant: task.tenantId,
    created_by: task.createdBy,
    operation: task.operation,
    model,
    label: task.label,
    account: runwayAccount,
    kind: task.runwayTaskKind,
    input: sealed.input,
    credits: estimate.credits,
    estimate_source: estimate.source,
    now,
    snapshot: toJson(snapshotOf(toTask(newRow(task, form, now, null)))),
    submission: submissionId,
    sdk_method: task.sdkMethod,
    request: sealed.request,
    reduced_request: sealed.reducedRequest,
    data_key: sealed.dataKeyId,
    bytes: form.bytes,
    creates: task.creates === null ? null : toJson(task.creates),
    until: rules?.until ?? null,
    key: idempotency?.key ?? null,
    fingerprint: sealed.fingerprint,
    expires_at: idempotency?.expiresAt ?? null,
    live_max: task.liveTasksMax ?? null,
    stored_bytes_max: task.storedBytesMax ?? null,
    ...counterValues(task.createdBy, now),
    token: tokenBudget?.tokenId ?? null,
    traceparent: task.traceparent ?? null,
    webhook_url: sealed.webhookUrl,
    token_credits_max: tokenBudget?.creditsMax ?? null,
    is_unpriced: task.isRefusedByBudgets === true,
    token_expires_at: tokenBudget?.expiresAt ?? null,
    audit: auditValue(task.audit, [`task:${task.id}`]),
    slots: rules?.slotsOf?.({ runwayAccount, model }) ?? null,
    queued_max: task.queuedTasksMax ?? null,
  };
}

/** The task's row as it is written. */
export function newRow(
  task: NewTask,
  { input }: StoredForm,
  now: Date,
  waitingFor: WaitingFor | null,
): TaskRow {
  return {
    id: task.id,
    tenant_id: task.tenantId,
    created_by: task.createdBy,
    operation: task.operation,
    model: task.model,
    label: task.label,
    runway_account: task.runwayAccount,
    runway_task_id: null,
    runway_task_kind: task.runwayTaskKind,
    input,
    state: { status: 'QUEUED', waitingFor },
    status: 'QUEUED',
    estimate_credits: task.estimate.credits,
    estimate_source: task.estimate.source,
    cost_credits: null,
    reserved_credits: task.estimate.credits,
    spent_credits: 0,
    set_aside_credits: task.estimate.credits,
    cancel_requested_at: null,
    created_at: now,
    settled_at: null,
    deleted_at: null,
    poll_due_at: null,
    poll_lease_until: null,
    poll_fence: 0,
    poll_missing_count: 0,
    poll_senseless_count: 0,
    poll_unknown_count: 0,
    poll_doubted_since: null,
    guessed_by: null,
    decisions: null,
    last_read_at: null,
    token_id: task.tokenBudget?.tokenId ?? null,
    traceparent: task.traceparent ?? null,
    // What is sealed is in the row alone.
    webhook_url: null,
  };
}

/**
 * The lease of a submission that is written as it is being sent. No other lease has the
 * fence 0, because a submission that is taken from the queue gets the next one.
 */
export function newLease(
  task: NewTask,
  { input }: StoredForm,
  submissionId: string,
  until: Date,
): SubmissionLease {
  return {
    submissionId,
    taskId: task.id,
    tenantId: task.tenantId,
    operation: task.operation,
    sdkMethod: task.sdkMethod,
    runwayAccount: task.runwayAccount,
    model: task.model,
    request: task.request,
    input,
    estimate: task.estimate,
    creates: task.creates,
    fence: 0,
    until,
    attempt: 0,
    poolRefusals: null,
    traceparent: task.traceparent ?? null,
  };
}
