import { randomUUID } from 'node:crypto';

import type { Task } from '../../../domain/task/task.js';
import type { Lane } from '../../../concurrency/gathered-work.js';
import { GatewayError } from '../../../errors.js';
import type { NewTask } from '../../../ports/submission/new-task.js';
import type { SubmissionLease } from '../../../ports/submission/submission-lease.js';
import type {
  Acceptance,
  SubmissionStore,
  TakeRules,
} from '../../../ports/submission/submission-store.js';
import type { Database } from '../connection/database.js';
import { rowByRow } from '../connection/row-by-row.js';
import { isBusy, isUnstorableText, refusalReason } from '../connection/sql-errors.js';
import { duePools, type DuePool } from '../dispatch/queue-turns.js';
import { PoolLocks } from '../dispatch/slot-pools.js';
import { isFingerprintOf } from '../encryption/fingerprints.js';
import { giveOutByKey, taskWithKey } from '../tasks/tasks-by-key.js';
import { openTaskRow, toTask, type TaskRow } from '../tasks/task-rows.js';
import { AcceptSets } from './accept-sets.js';
import { DATA_KEY_GONE, mustBeAdmitted, tooManyLiveTasks } from './admission.js';
import { EXPIRED_PAGE, expireLease, listExpired, type ExpiredLease } from './expired-leases.js';
import { sealForm, storedForm } from './stored-form.js';
import { takeFromPool } from './submission-leases.js';
import { insertTask, type PreparedTask } from './task-insertion.js';

/** A key can change hands between two statements, though hardly so often in a row. */
const ATTEMPTS_MAX = 5;

export class PostgresSubmissionStore implements SubmissionStore {
  readonly #database: Database;
  readonly #locks: PoolLocks;
  readonly #sets: AcceptSets;

  /** `lane`: of statements that hold rows of many tenants. */
  constructor(database: Database, lane: Lane) {
    this.#database = database;
    this.#locks = new PoolLocks(database);
    this.#sets = new AcceptSets(database, this.#locks, lane);
  }

  /** The limits are those that stood when it was called. */
  async accept(task: NewTask, now: Date, rules?: TakeRules): Promise<Acceptance> {
    const { kysely: db, ciphers } = this.#database;
    const form = storedForm(task);
    if (form.isUnstorable) throw unstorable();
    const submissionId = randomUUID();
    const seal = async () => {
      const cipher = await ciphers.forSealing(task.tenantId, db);
      return { task, submissionId, form, sealed: sealForm(form, cipher, { task, submissionId }) };
    };
    let sealed = await seal();
    const accepted = await this.#sets.accept(sealed, now, rules);
    if (accepted !== undefined) return accepted;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const accepted = await this.#tryToAccept(sealed, now, rules);
        if (accepted !== undefined) return accepted;
      } catch (error) {
        if (isUnstorableText(error)) throw unstorable(error);
        const reason = refusalReason(error);
        if (reason === undefined) throw error;
        // It says what is left of a budget, too.
        await mustBeAdmitted(db, task, form.bytes, now);
        if (reason === DATA_KEY_GONE) {
          ciphers.forget(task.tenantId);
          sealed = await seal();
        }
        // Others of the tenant were written meanwhile: whether it still fits is for a new look to say.
        if (attempt === ATTEMPTS_MAX) throw tooManyLiveTasks();
        continue;
      }
      const first = await giveOutHolder(this.#database, task);
      if (first !== undefined) return { task: toTask(first), replayed: true, lease: undefined };
      if (attempt === ATTEMPTS_MAX) {
        throw new GatewayError('INTERNAL', { detail: 'the idempotency key keeps changing hands' });
      }
    }
  }

  /** Undefined when another task has the key. Locks the pool only where there seems to be a slot. */
  async #tryToAccept(
    prepared: PreparedTask,
    now: Date,
    rules: TakeRules | undefined,
  ): Promise<Acceptance | undefined> {
    const { kysely, wakes } = this.#database;
    const { runwayAccount, model, tenantId } = prepared.task;
    const outcome = await insertTask(kysely, prepared, now, rules, this.#locks.areImplied);
    if (outcome === 'HELD') return undefined;
    if (outcome !== 'LOCK') {
      // Where it is being sent, Runway's answer is the next event, and both are told together.
      if (outcome.lease === undefined) wakes.wake(tenantId);
      else wakes.wakeSoon(tenantId);
      return outcome;
    }
    const locked = await this.#locks.hold({ runwayAccount, model }, (trx) =>
      insertTask(trx, prepared, now, rules, true),
    );
    return typeof locked === 'object' ? locked : undefined;
  }

  /**
   * One transaction a pool, so that no two pools are locked at once. Tenants that are held at this
   * moment, as a tenant's own traffic holds it, are waited for when nothing else can be taken.
   */
  async takeNextSubmission(rules: TakeRules): Promise<SubmissionLease | undefined> {
    const passedOver: DuePool[] = [];
    for (const pool of await duePools(this.#database.kysely, rules.now)) {
      const { hold } = pool;
      if (hold !== null && hold.until > rules.now) {
        rules.onHeld?.(pool, { reason: hold.reason, until: hold.until.toISOString() });
        continue;
      }
      // No tenant's turn is spent on it: the outcome of the first one is awaited.
      if (hold?.probeUntil != null && hold.probeUntil > rules.now) {
        rules.onHeld?.(pool, { reason: 'TURN', until: null });
        continue;
      }
      const { lease, isLocked } = await takeFromPool(
        this.#database,
        this.#locks,
        pool,
        rules,
        false,
      );
      if (lease !== undefined) return lease;
      if (isLocked) passedOver.push(pool);
    }
    for (const pool of passedOver) {
      try {
        const { lease } = await takeFromPool(this.#database, this.#locks, pool, rules, true);
        if (lease !== undefined) return lease;
      } catch (error) {
        if (!isBusy(error)) throw error;
      }
    }
    return undefined;
  }

  async expireSending(now: Date, leaseEndedBefore: Date = now): Promise<readonly Task[]> {
    const tasks: Task[] = [];
    let after: ExpiredLease | undefined;
    for (;;) {
      const page = await listExpired(this.#database.kysely, leaseEndedBefore, after);
      const { done } = await rowByRow(
        this.#database,
        page,
        (trx, expired) => expireLease(trx, this.#database.ciphers, expired, now, leaseEndedBefore),
        ({ taskId }) => ({ taskId }),
      );
      tasks.push(...done);
      after = page.at(-1);
      if (after === undefined || page.length < EXPIRED_PAGE) return tasks;
    }
  }
}

function unstorable(cause?: unknown): GatewayError {
  return new GatewayError('BAD_USER_INPUT', {
    issues: [
      {
        path: 'input',
        message: 'Texts must not hold NUL characters or halves of surrogate pairs.',
        rule: 'storableText',
      },
    ],
    cause,
  });
}

/**
 * The task that has the idempotency key, given out to one more caller; undefined when the key has
 * just become free.
 */
async function giveOutHolder(
  { kysely: db, ciphers }: Database,
  task: NewTask,
): Promise<TaskRow | undefined> {
  if (task.idempotency === null) {
    throw new GatewayError('INTERNAL', { detail: `no tenant ${task.tenantId}` });
  }
  const { key } = task.idempotency;
  await giveOutByKey(db, task.tenantId, key);
  const holder = await taskWithKey(db, task.tenantId, key)
    .select('idempotency_keys.fingerprint')
    .executeTakeFirst();
  if (holder === undefined) return undefined;
  const cipher = await ciphers.forSealing(task.tenantId, db);
  if (!isFingerprintOf(cipher, task.idempotency.fingerprint, holder.fingerprint)) {
    throw new GatewayError('IDEMPOTENCY_KEY_REUSED');
  }
  if (holder.deleted_at !== null) {
    throw new GatewayError('CONFLICT', { detail: 'the key made a task that was deleted since' });
  }
  return await ciphers.openedOne(db, holder, openTaskRow);
}
