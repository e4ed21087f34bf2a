import { LRUCache } from 'lru-cache';
import { GatheredWork } from '../../../concurrency/gathered-work.js';
import { isStoreUnavailable } from '../../../errors.js';
import type { Acceptance, TakeRules } from '../../../ports/submission/submission-store.js';
import { toJson } from '../connection/json-text.js';
import type { Database } from '../connection/database.js';
import type { Statement } from '../connection/statement.js';
import { isBusy, refusalReason } from '../connection/sql-errors.js';
import { LeasedRow } from '../tasks/task-change.js';
import { toTask } from '../tasks/task-rows.js';
import {
  ACCEPT_SET,
  ACCEPTED_AT_ONCE_MAX,
  QUEUE_SET,
  type SetRow,
} from './accept-set-statement.js';
import { newLease, newRow, newValues, type PreparedTask } from './task-insertion.js';

interface AskedTask {
  readonly prepared: PreparedTask;
  readonly now: Date;
  readonly rules: TakeRules;
}

type Written = Pick<SetRow, 'version' | 'reason'>;

/** Pools that are known to be full at once: there are about as many models for each account. */
const FULL_POOLS_MAX = 10_000;

/**
 * Requests that can be sent at once, and those that wait in a pool that was full a moment ago. Those
 * that come while a statement of the lane is under way are accepted by the next one together, in one
 * commit, whichever tenants they are of. A set decides nothing but that a request is accepted: whatever
 * else is the case of one is found by the statement for one request, and harms none of the others.
 */
export class AcceptSets {
  readonly #database: Database;
  readonly #sent: GatheredWork<AskedTask, Acceptance | undefined>;
  readonly #queued: GatheredWork<AskedTask, Acceptance | undefined>;
  /** Elsewhere the statement for one request is the first to look. */
  readonly #fullPools = new LRUCache<string, true>({ max: FULL_POOLS_MAX });

  constructor(database: Database) {
    this.#database = database;
    const options = { keyOf, max: ACCEPTED_AT_ONCE_MAX, lane: database.lane };
    this.#sent = new GatheredWork((asked) => this.#accept(asked), options);
    this.#queued = new GatheredWork((asked) => this.#queue(asked), options);
  }

  /** Undefined when nothing was written. Throws STORE_UNAVAILABLE: then it may have been. */
  async accept(
    prepared: PreparedTask,
    now: Date,
    rules: TakeRules | undefined,
  ): Promise<Acceptance | undefined> {
    if (rules === undefined || rules.isSenderFull === true || rules.inputUntil !== undefined) {
      return undefined;
    }
    const { tenantId, runwayAccount, model } = prepared.task;
    const { wakes } = this.#database;
    const slots = rules.slotsOf?.({ runwayAccount, model }) ?? null;
    if (slots === null) {
      const accepted = await this.#sent.run({ prepared, now, rules });
      // Runway's answer is the next event, and both are told together.
      if (accepted !== undefined) wakes.wakeSoon(tenantId);
      return accepted;
    }
    const pool = poolOf(prepared);
    if (slots === 0 || !this.#fullPools.has(pool)) return undefined;
    const accepted = await this.#queued.run({ prepared, now, rules });
    if (accepted === undefined) this.#fullPools.delete(pool);
    else wakes.wake(tenantId);
    return accepted;
  }

  /** The statement for one request has found the pool full, or others waiting. */
  expectFull(prepared: PreparedTask): void {
    this.#fullPools.set(poolOf(prepared), true);
  }

  async #accept(asked: readonly AskedTask[]): Promise<readonly (Acceptance | undefined)[]> {
    const leases = asked.map(({ prepared: { task, form, submissionId }, rules }) => {
      const lease = newLease(task, form, submissionId, rules.until);
      rules.onLease?.(lease);
      return lease;
    });
    const written = await this.#write(ACCEPT_SET, asked);
    return asked.map(({ prepared: { task, form }, now: acceptedAt }, place) => {
      const version = written.get(place)?.version ?? undefined;
      const lease = leases[place];
      if (version === undefined || lease === undefined) return undefined;
      if (task.audit !== undefined) task.audit.isWritten = true;
      const row = newRow(task, form, acceptedAt, null);
      const leased = new LeasedRow(row, version);
      return { task: toTask(row), replayed: false, lease: { ...lease, leased } };
    });
  }

  async #queue(asked: readonly AskedTask[]): Promise<readonly (Acceptance | undefined)[]> {
    const written = await this.#write(QUEUE_SET, asked);
    return asked.map(({ prepared: { task, form }, now: acceptedAt }, place) => {
      const reason = written.get(place)?.reason ?? undefined;
      if (reason === undefined) return undefined;
      if (task.audit !== undefined) task.audit.isWritten = true;
      const row = newRow(task, form, acceptedAt, { reason, until: null });
      return { task: toTask(row), replayed: false, lease: undefined };
    });
  }

  /** What was written, by its place. */
  async #write(
    statement: Statement<SetRow>,
    asked: readonly AskedTask[],
  ): Promise<ReadonlyMap<number, Written>> {
    const tasks = asked.map(({ prepared, now, rules }, place) => ({
      place,
      ...newValues(prepared, now, rules),
    }));
    const now = new Date(Math.min(...asked.map((one) => one.now.getTime())));
    try {
      const rows = await statement.run(this.#database.kysely, { tasks: toJson(tasks), now });
      return new Map(rows.flatMap((row) => (row.version === null ? [] : [[row.place, row]])));
    } catch (error) {
      // Whether an unanswered statement was committed is not known: nothing is tried again.
      if (isStoreUnavailable(error) && !isBusy(error)) throw error;
      if (refusalReason(error) === undefined) {
        this.#database.log.warn({ err: error }, 'requests are accepted one by one');
      }
      return new Map();
    }
  }
}

function poolOf({ task: { runwayAccount, model } }: PreparedTask): string {
  return `${runwayAccount} ${model ?? ''}`;
}

/** Twins would wait for each other in one statement: they are of different sets. */
function keyOf({ prepared: { task } }: AskedTask): string {
  const { tenantId, idempotency } = task;
  return idempotency === null ? task.id : JSON.stringify([tenantId, idempotency.key]);
}
