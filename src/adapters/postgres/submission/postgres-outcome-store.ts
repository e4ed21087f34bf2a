import { randomUUID } from 'node:crypto';

import { refusedSubmission, type AuditedMutation } from '../../../domain/audit.js';
import type { Failure, Task, WaitingFor } from '../../../domain/task/task.js';
import type { SubmissionLease } from '../../../ports/submission/submission-lease.js';
import type { OutcomeStore } from '../../../ports/submission/outcome-store.js';
import { insertRecords } from '../audit/audit-rows.js';
import type { Database } from '../connection/database.js';
import { book } from '../budgets/ledger.js';
import { ANY_OUTCOME, isGuessed, proveHidden, provedAccepted } from '../settlement/guesses.js';
import { provedRefused } from '../settlement/guesses.js';
import { changeLeased, changeTask, type ChangingDatabase } from '../tasks/task-change.js';
import type { Change, SubmissionChange } from '../tasks/write-change.js';
import { storable } from '../connection/json-text.js';
import { CANCELLED } from '../tasks/cancelled-task.js';
import { lockTask, type TaskRow, type Trx } from '../tasks/task-rows.js';

type Accepted = Parameters<OutcomeStore['recordAccepted']>[1];

/**
 * Until when the lease's own answer counts: an answer that comes too late is proof all the same.
 */
const OPEN = ['sending', 'unconfirmed'] as const;

const TOO_LATE: Failure = {
  code: 'NOT_SUBMITTED',
  message: 'Runway did not accept the request, which was found too late to send it again.',
  retryable: true,
};

export class PostgresOutcomeStore implements OutcomeStore {
  readonly #database: ChangingDatabase;

  constructor(database: ChangingDatabase) {
    this.#database = database;
  }

  /**
   * Also counts when the lease has run out meanwhile, as long as no node has taken the submission
   * again: a task that Runway has named is no longer unconfirmed, nor what an operator has said of it.
   */
  async recordAccepted(
    lease: SubmissionLease,
    answer: Accepted,
    now: Date,
  ): Promise<Task | undefined> {
    const { runwayTaskId: runwayId, resource, state, cost, model, estimate } = answer;
    const submission = { ...held(lease, OPEN), status: 'submitted', runwayId } as const;
    const accepted: Change = {
      task: {
        state,
        runwayTaskId: runwayId,
        cost,
        ...(model !== null && { model }),
        ...(estimate !== null && { estimate }),
      },
      poll: { poll_due_at: answer.pollDueAt },
      submission,
      ...(resource !== null && runwayId !== null && { made: { ...resource, runwayId } }),
    };
    const late = { ...accepted, submission: { ...submission, from: ANY_OUTCOME } };
    const decide = (row: TaskRow) => (isGuessed(row) ? provedAccepted(row, late) : accepted);
    const task = await changeLeased(this.#database, lease, lease.taskId, decide, now);
    if (task === undefined) await proveHidden(this.#database, lease, runwayId, now);
    return task;
  }

  async recordDeferred(
    lease: SubmissionLease,
    waitingFor: WaitingFor & { readonly until: string },
    now: Date,
  ): Promise<Task | undefined> {
    const waiting = { reason: waitingFor.reason, until: new Date(waitingFor.until) };
    const decide = (row: TaskRow): Change => {
      if (isGuessed(row)) return stillRefused(row, lease, TOO_LATE);
      if (row.cancel_requested_at !== null) {
        return { task: CANCELLED, submission: { ...held(lease, OPEN), status: 'cancelled' } };
      }
      // Its owner may have bought it again meanwhile.
      if (row.state.status === 'UNCONFIRMED') return refused(lease, TOO_LATE);
      return {
        task: { state: { status: 'QUEUED', waitingFor } },
        submission: { ...held(lease, ['sending']), status: 'queued', waiting },
      };
    };
    return await changeLeased(this.#database, lease, lease.taskId, decide, now);
  }

  async recordRefused(
    lease: SubmissionLease,
    failure: Failure,
    now: Date,
  ): Promise<Task | undefined> {
    const decide = (row: TaskRow): Change =>
      isGuessed(row) ? stillRefused(row, lease, failure) : refused(lease, failure);
    return await changeLeased(this.#database, lease, lease.taskId, decide, now);
  }

  /** Submission, events, reservation and idempotency key go with the task. */
  async discard(
    lease: SubmissionLease,
    failure: Failure,
    now: Date,
    audit?: AuditedMutation,
  ): Promise<boolean> {
    const { kysely, ciphers } = this.#database;
    return await kysely.transaction().execute(async (trx) => {
      const isRefused = await discardIn(trx, ciphers, lease, failure, now);
      if (isRefused && audit !== undefined) {
        const objects = [`task:${lease.taskId}`];
        const facts = { id: randomUUID(), at: now, code: failure.code, objects };
        await insertRecords(trx, [refusedSubmission(audit, facts)]);
      }
      return isRefused;
    });
  }

  async recordUnconfirmed(
    lease: SubmissionLease,
    detail: string,
    now: Date,
  ): Promise<Task | undefined> {
    const submission = { ...held(lease), status: 'unconfirmed', detail: storable(detail) } as const;
    const change: Change = { task: UNCONFIRMED, submission };
    return await changeLeased(this.#database, lease, lease.taskId, () => change, now);
  }
}

/** Proof that comes after a decision about the request. */
function stillRefused(row: TaskRow, lease: SubmissionLease, failure: Failure): Change {
  return provedRefused(row, failure, { ...held(lease, ANY_OUTCOME), status: 'refused' });
}

async function discardIn(
  trx: Trx,
  ciphers: Database['ciphers'],
  lease: SubmissionLease,
  failure: Failure,
  now: Date,
): Promise<boolean> {
  const row = await lockTask(trx, ciphers, lease.taskId);
  if (row === undefined) return false;
  if (isGuessed(row)) {
    const change = stillRefused(row, lease, failure);
    return (await changeTask(trx, ciphers, row, change, now)) !== undefined;
  }
  const submission = await trx
    .selectFrom('submissions')
    .select(['status', 'is_given_out', 'held_bytes'])
    .where('id', '=', lease.submissionId)
    .where('fence', '=', lease.fence)
    .where('status', 'in', OPEN)
    .forUpdate()
    .executeTakeFirst();
  if (submission === undefined) return false;
  if (submission.status === 'unconfirmed' || submission.is_given_out) {
    await trx.deleteFrom('idempotency_keys').where('task_id', '=', lease.taskId).execute();
    return (await changeTask(trx, ciphers, row, refused(lease, failure), now)) !== undefined;
  }
  await trx.deleteFrom('submissions').where('id', '=', lease.submissionId).execute();
  await trx.deleteFrom('tasks').where('id', '=', lease.taskId).execute();
  await trx
    .updateTable('tenants')
    .set(({ eb }) => ({
      live_tasks: eb('live_tasks', '-', 1),
      tasks: eb('tasks', '-', 1),
      stored_bytes: eb('stored_bytes', '-', submission.held_bytes),
    }))
    .where('id', '=', row.tenant_id)
    .execute();
  const from = { reserved: row.reserved_credits, spent: row.spent_credits };
  await book(trx, { drawer: row, from, to: { reserved: 0, spent: 0 } });
  return true;
}

const UNCONFIRMED = { state: { status: 'UNCONFIRMED' } } as const;

function refused(lease: SubmissionLease, failure: Failure): Change {
  const detail = failure.code === null ? {} : { detail: failure.code };
  return {
    task: { state: { status: 'FAILED', failure }, cost: 0 },
    submission: { ...held(lease, OPEN), status: 'refused', ...detail },
  };
}

type Held = Pick<SubmissionLease, 'submissionId' | 'fence'>;

function held({ submissionId: id, fence }: Held, from: SubmissionChange['from'] = ['sending']) {
  return { id, fence, from };
}
