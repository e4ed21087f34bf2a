import { isDeepStrictEqual } from 'node:util';

import { holdingOf } from '../../../domain/pricing/credits.js';
import { RESOURCE_KINDS, rowOf } from '../../../domain/resource/kinds.js';
import {
  isLive,
  isSettled,
  type Estimate,
  type Task,
  type TaskState,
} from '../../../domain/task/task.js';
import { withLastProgress } from '../../../domain/task/task-advance.js';
import type { Decision } from '../../../ports/settlement/settlement-store.js';
import type { Creation } from '../../../ports/submission/new-task.js';
import { counterValues } from '../budgets/ledger.js';
import { toJson, toJsonLeniently } from '../connection/json-text.js';
import type { Cipher } from '../encryption/cipher.js';
import type { Ciphers } from '../encryption/ciphers.js';
import { PLACES } from '../encryption/places.js';
import { sealState } from '../encryption/sealed-forms.js';
import type { SubmissionsTable } from '../submission/submission-tables.js';
import { CHANGE, CHANGE_FREE } from './change-statement.js';
import { sealSnapshot, snapshotOf, toTask, type Db, type TaskRow } from './task-rows.js';

/** What may change in a task; what is absent stays. */
export interface TaskChange {
  readonly state?: TaskState;
  readonly model?: string | null;
  readonly runwayTaskId?: string | null;
  readonly estimate?: Estimate;
  readonly cost?: number | null;
  readonly cancelRequestedAt?: Date;
}

/** Columns of a task that no viewer sees; what is absent stays. */
export type PollColumns = Partial<
  Pick<
    TaskRow,
    | 'poll_due_at'
    | 'poll_lease_until'
    | 'poll_missing_count'
    | 'poll_senseless_count'
    | 'poll_unknown_count'
    | 'poll_doubted_since'
    | 'last_read_at'
    | 'guessed_by'
  >
>;

type SubmissionStatus = SubmissionsTable['status'];

/** The change of the task's submission, if it is still as expected: its lease ends. */
export interface SubmissionChange {
  readonly id: string;
  readonly fence: number;
  readonly from: readonly SubmissionStatus[];
  readonly status: SubmissionStatus;
  readonly runwayId?: string | null;
  readonly detail?: string;
  /** For one that goes back into the queue. */
  readonly waiting?: { readonly reason: string; readonly until: Date };
  /** Only if its lease has ended before this. */
  readonly leaseEndedBefore?: Date;
}

/**
 * All that happens to a task in one statement, with the event and the bookings that are owed: the
 * tenant's row stays locked from there to the commit, which makes the order of numbers the order of
 * commits.
 */
export interface Change {
  readonly task: TaskChange;
  readonly poll?: PollColumns;
  readonly submission?: SubmissionChange;
  /** What Runway has made: the tenant's from now on, unless it has an owner already. */
  readonly made?: Creation & { readonly runwayId: string };
  /** Runway's id of what the task was thought to have made: no longer the tenant's. */
  readonly forget?: string;
  /** Kept in the task's row with what it has changed. */
  readonly decision?: Pick<Decision, 'by' | 'what'>;
}

/** The record of a decision that makes this of the task. */
export function decisionOf(
  row: TaskRow,
  change: TaskChange,
  { by, what }: Pick<Decision, 'by' | 'what'>,
  now: Date,
): Decision {
  const { state, runwayTaskId, cost } = toTask(row);
  const before = { status: state.status, runwayTaskId, cost };
  const after = {
    status: change.state?.status ?? before.status,
    runwayTaskId: change.runwayTaskId === undefined ? runwayTaskId : change.runwayTaskId,
    cost: change.cost === undefined ? cost : change.cost,
  };
  return { at: now.toISOString(), by, what, before, after };
}

export interface WrittenChange {
  /** Whether the row was as given, and no other client held it. */
  readonly isCurrent: boolean;
  /** Whether no other client held the tenant or the submission; always so after a patient write. */
  readonly isFree: boolean;
  /** Undefined when the row or its submission was not as expected: then nothing was changed. */
  readonly task: Task | undefined;
  /** Whether a viewer can tell. */
  readonly hasEvent: boolean;
  /** How many things of what was made are the tenant's since. */
  readonly resources: number;
}

/** A change of a row; `version` null: this transaction has locked it. */
export interface GivenChange {
  readonly row: TaskRow;
  readonly version: string | null;
  readonly change: Change;
  readonly now: Date;
}

/** A change as its statement takes it. */
interface PreparedChange extends GivenChange {
  readonly task: Task;
  readonly hasEvent: boolean;
  readonly values: object;
}

/**
 * Makes changes of different tasks in one statement; each as a whole or not at all. `isPatient`: waits
 * for tenants that other clients hold, which must be one at most. Within a transaction events are
 * announced with it.
 */
export async function writeChanges(
  db: Db,
  ciphers: Ciphers,
  changes: readonly GivenChange[],
  isPatient: boolean,
): Promise<readonly WrittenChange[]> {
  const prepared: PreparedChange[] = [];
  for (const change of changes) {
    prepared.push(prepare(change, await ciphers.forSealing(change.row.tenant_id, db)));
  }
  const given = prepared.map(({ values }, place) => ({ place, ...values }));
  const outcomes = await (isPatient ? CHANGE : CHANGE_FREE).run(db, {
    changes: toJson(given),
    is_announced: db.isTransaction,
  });
  const byPlace = new Map(outcomes.map((outcome) => [outcome.place, outcome]));
  const written: WrittenChange[] = [];
  for (const [place, { row, change, task, hasEvent }] of prepared.entries()) {
    const outcome = byPlace.get(place);
    const isChanged = outcome?.is_changed === true;
    if (isChanged && change.forget !== undefined) await forgetMade(db, row, change.forget);
    written.push({
      isCurrent: outcome?.is_current === true,
      isFree: outcome?.is_free === true,
      task: isChanged ? task : undefined,
      hasEvent,
      resources: outcome?.resources ?? 0,
    });
  }
  return written;
}

function prepare(given: GivenChange, cipher: Cipher): PreparedChange {
  const { row, version, now, change } = given;
  const { poll, submission, made, decision } = change;
  const before = toTask(row);
  const state = withLastProgress(before.state, change.task.state ?? before.state);
  const changed: Task = { ...before, ...change.task, state };
  const isOver = isSettled(changed.state.status);
  const settles = isOver && before.settledAt === null;
  const task: Task = { ...changed, settledAt: isOver ? (before.settledAt ?? now) : null };
  const columns = { ...row, ...(settles && { poll_due_at: null }), ...poll };
  const hasEvent = !isDeepStrictEqual(snapshotOf(before), snapshotOf(task));
  const values = {
    id: task.id,
    version,
    tenant: task.tenantId,
    now,
    ...taskValues(task, cipher),
    ...creditValues(row, task),
    ...pollValues(columns),
    guessed_by: columns.guessed_by,
    decision: decision && toJson(decisionOf(row, change.task, decision, now)),
    is_visible: hasEvent,
    live: Number(isLive(task.state.status)) - Number(isLive(before.state.status)),
    ...counterValues(row.created_by, row.created_at),
    token: row.token_id,
    ...(submission && submissionValues(submission, cipher)),
    account: task.runwayAccount,
    outputs: settles ? outputCount(task.state) : 0,
    resources: made && toJson(resourcesOf(made)),
  };
  return { ...given, task, hasEvent, values };
}

/** Outputs that are to be archived. */
function outputCount(state: TaskState): number {
  return state.status === 'SUCCEEDED' ? state.output.length : 0;
}

function taskValues(task: Task, cipher: Cipher) {
  return {
    state: toJsonLeniently(sealState(task.state, cipher, PLACES.taskState(task.id))),
    model: task.model,
    runway_id: task.runwayTaskId,
    estimate: task.estimate.credits,
    estimate_source: task.estimate.source,
    cost: task.cost,
    cancel_requested_at: task.cancelRequestedAt,
    settled_at: task.settledAt,
    snapshot: sealSnapshot(task, cipher),
  };
}

/** What the task holds of budgets, before and after. */
function creditValues(row: TaskRow, task: Task) {
  const from = { reserved: row.reserved_credits, spent: row.spent_credits };
  const to = holdingOf(task);
  return {
    reserved: to.reserved,
    spent: to.spent,
    was_reserved: from.reserved,
    was_spent: from.spent,
    set_aside: row.set_aside_credits,
    is_moved: !isDeepStrictEqual(from, to),
  };
}

function pollValues(columns: TaskRow) {
  return {
    poll_due_at: columns.poll_due_at,
    poll_lease_until: columns.poll_lease_until,
    poll_missing_count: columns.poll_missing_count,
    poll_senseless_count: columns.poll_senseless_count,
    poll_unknown_count: columns.poll_unknown_count,
    poll_doubted_since: columns.poll_doubted_since,
    last_read_at: columns.last_read_at,
  };
}

/** What an operator has handed out stays the tenant's, whichever task has made it. */
async function forgetMade(db: Db, row: TaskRow, runwayId: string): Promise<void> {
  await db
    .deleteFrom('resources')
    .where('runway_account', '=', row.runway_account)
    .where('kind', 'in', RESOURCE_KINDS)
    .where('runway_id', '=', runwayId)
    .where('tenant_id', '=', row.tenant_id)
    .where('granted_at', 'is', null)
    .execute();
}

/** What has been made, and what it turns into under the same id. */
export function resourcesOf({
  kind,
  runwayId,
  alias,
  runwaySlug,
  avatarId,
}: NonNullable<Change['made']>) {
  const resource = { kind, runway_id: runwayId, alias, runway_slug: runwaySlug, parent_id: null };
  const { becomes } = rowOf(kind);
  if (becomes === undefined) return [resource];
  return [resource, { ...resource, kind: becomes.kind, parent_id: avatarId }];
}

function submissionValues(submission: SubmissionChange, cipher: Cipher) {
  const { id, detail } = submission;
  return {
    submission: id,
    fence: submission.fence,
    submission_from: `{${submission.from.join(',')}}`,
    submission_status: submission.status,
    submission_runway_id: submission.runwayId,
    detail: detail === undefined ? null : cipher.seal(detail, PLACES.submissionDetail(id)),
    due_at: submission.waiting?.until,
    waiting_reason: submission.waiting?.reason,
    lease_ended_before: submission.leaseEndedBefore,
  };
}
