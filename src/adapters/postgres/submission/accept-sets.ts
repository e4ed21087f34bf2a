import { LRUCache } from 'lru-cache';
import { GatheredWork, type Lane } from '../../../concurrency/gathered-work.js';
import { isStoreUnavailable } from '../../../errors.js';
import type { Acceptance, TakeRules } from '../../../ports/submission/submission-store.js';
import { toJson } from '../connection/json-text.js';
import type { Database } from '../connection/database.js';
import { isBusy, refusalReason } from '../connection/sql-errors.js';
import { toArray } from '../connection/text-array.js';
import type { PoolLocks } from '../dispatch/slot-pools.js';
import { LeasedRow } from '../tasks/task-change.js';
import { toTask } from '../tasks/task-rows.js';
import {
  ACCEPT_SET,
  ACCEPT_SET_INTO_SLOTS,
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

type Accepted = readonly (Acceptance | undefined)[];

/** What a statement takes. */
interface GivenSet {
  readonly tasks: string;
  readonly now: Date;
}

/** Pools that are known to be full at once: there are about as many models for each account. */
const FULL_POOLS_MAX = 10_000;

/**
 * Requests that can be sent at once, and those that wait for a slot. Those that come while a statement
 * of the lane is under way are accepted by the next one together, in one commit, whichever tenants they
 * are of. A set decides nothing but that a request is accepted: whatever else is the case of one is
 * found by the statement for one request, and harms none of the others.
 */
export class AcceptSets {
  readonly #database: Database;
  readonly #locks: PoolLocks;
  readonly #sent: GatheredWork<AskedTask, Acceptance | undefined>;
  readonly #intoSlots: GatheredWork<AskedTask, Acceptance | undefined>;
  readonly #queued: GatheredWork<AskedTask, Acceptance | undefined>;
  /** Those in which the last request had to wait: the next one is not tried for a slot. */
  readonly #fullPools = new LRUCache<string, true>({ max: FULL_POOLS_MAX });

  constructor(database: Database, locks: PoolLocks, lane: Lane) {
    this.#database = database;
    this.#locks = locks;
    const options = { keyOf, max: ACCEPTED_AT_ONCE_MAX, lane };
    this.#sent = new GatheredWork((asked) => this.#accept(asked), options);
    this.#intoSlots = new GatheredWork((asked) => this.#acceptIntoSlots(asked), options);
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
    const asked = { prepared, now, rules };
    const { tenantId, runwayAccount, model } = prepared.task;
    const slots = rules.slotsOf?.({ runwayAccount, model }) ?? null;
    if (slots === 0) return undefined;
    const accepted = slots === null ? await this.#sent.run(asked) : await this.#acceptInPool(asked);
    const { wakes } = this.#database;
    if (accepted?.lease !== undefined) {
      // Runway's answer is the next event, and both are told together.
      wakes.wakeSoon(tenantId);
    } else if (accepted !== undefined) wakes.wake(tenantId);
    return accepted;
  }

  /** Of a pool whose slots are known. */
  async #acceptInPool(asked: AskedTask): Promise<Acceptance | undefined> {
    const { runwayAccount, model } = asked.prepared.task;
    const pool = JSON.stringify([runwayAccount, model]);
    if (!this.#fullPools.has(pool)) {
      const sent = await this.#intoSlots.run(asked);
      if (sent !== undefined) return sent;
    }
    const queued = await this.#queued.run(asked);
    if (queued === undefined) this.#fullPools.delete(pool);
    else this.#fullPools.set(pool, true);
    return queued;
  }

  async #accept(asked: readonly AskedTask[]): Promise<Accepted> {
    const { kysely } = this.#database;
    return await this.#send(asked, (given) => ACCEPT_SET.run(kysely, { ...given }));
  }

  async #acceptIntoSlots(asked: readonly AskedTask[]): Promise<Accepted> {
    const pools = asked.map(({ prepared: { task } }) => task);
    return await this.#send(asked, (given) =>
      this.#locks.holdFree(pools, (db, held) =>
        ACCEPT_SET_INTO_SLOTS.run(db, { ...given, held: toArray(held) }),
      ),
    );
  }

  async #send(
    asked: readonly AskedTask[],
    run: (given: GivenSet) => Promise<readonly SetRow[]>,
  ): Promise<Accepted> {
    const leases = asked.map(({ prepared: { task, form, submissionId }, rules }) => {
      const lease = newLease(task, form, submissionId, rules.until);
      rules.onLease?.(lease);
      return lease;
    });
    const written = await this.#write(asked, run);
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

  async #queue(asked: readonly AskedTask[]): Promise<Accepted> {
    const { kysely } = this.#database;
    const written = await this.#write(asked, (given) => QUEUE_SET.run(kysely, { ...given }));
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
    asked: readonly AskedTask[],
    run: (given: GivenSet) => Promise<readonly SetRow[]>,
  ): Promise<ReadonlyMap<number, SetRow>> {
    const tasks = asked.map(({ prepared, now, rules }, place) => ({
      place,
      ...newValues(prepared, now, rules),
    }));
    const now = new Date(Math.min(...asked.map((one) => one.now.getTime())));
    try {
      const rows = await run({ tasks: toJson(tasks), now });
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

/** Twins would wait for each other in one statement: they are of different sets. */
function keyOf({ prepared: { task } }: AskedTask): string {
  const { tenantId, idempotency } = task;
  return idempotency === null ? task.id : JSON.stringify([tenantId, idempotency.key]);
}
