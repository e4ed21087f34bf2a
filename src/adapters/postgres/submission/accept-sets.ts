import { GatheredWork } from '../../../concurrency/gathered-work.js';
import { isStoreUnavailable } from '../../../errors.js';
import type { Acceptance, TakeRules } from '../../../ports/submission/submission-store.js';
import { toJson } from '../connection/json-text.js';
import type { Database } from '../connection/database.js';
import { isBusy, refusalReason } from '../connection/sql-errors.js';
import { LeasedRow } from '../tasks/task-change.js';
import { toTask } from '../tasks/task-rows.js';
import { ACCEPT_SET, ACCEPTED_AT_ONCE_MAX } from './accept-set-statement.js';
import { newLease, newRow, newValues, type PreparedTask } from './task-insertion.js';

interface AskedTask {
  readonly prepared: PreparedTask;
  readonly now: Date;
  readonly rules: TakeRules;
}

/**
 * Requests that can be sent at once. Those that come while a statement of the lane is under way are
 * accepted by the next one together, in one commit, whichever tenants they are of. A set decides
 * nothing but that a request is accepted: whatever else is the case of one is found by the statement
 * for one request, and harms none of the others.
 */
export class AcceptSets {
  readonly #database: Database;
  readonly #asked: GatheredWork<AskedTask, Acceptance | undefined>;

  constructor(database: Database) {
    this.#database = database;
    this.#asked = new GatheredWork((asked) => this.#accept(asked), {
      keyOf,
      max: ACCEPTED_AT_ONCE_MAX,
      lane: database.lane,
    });
  }

  /** Undefined when nothing was written. Throws STORE_UNAVAILABLE: then it may have been. */
  async accept(
    prepared: PreparedTask,
    now: Date,
    rules: TakeRules | undefined,
  ): Promise<Acceptance | undefined> {
    if (rules === undefined || !mayBeSent(prepared, rules)) return undefined;
    const accepted = await this.#asked.run({ prepared, now, rules });
    // Runway's answer is the next event, and both are told together.
    if (accepted !== undefined) this.#database.wakes.wakeSoon(prepared.task.tenantId);
    return accepted;
  }

  async #accept(asked: readonly AskedTask[]): Promise<readonly (Acceptance | undefined)[]> {
    const leases = asked.map(({ prepared: { task, form, submissionId }, rules }) => {
      const lease = newLease(task, form, submissionId, rules.until);
      rules.onLease?.(lease);
      return lease;
    });
    const given = asked.map(({ prepared, now, rules }, place) => ({
      place,
      ...newValues(prepared, now, rules),
    }));
    const now = new Date(Math.min(...asked.map((one) => one.now.getTime())));
    const versions = await this.#write(toJson(given), now);
    return asked.map(({ prepared: { task, form }, now: acceptedAt }, place) => {
      const version = versions.get(place);
      const lease = leases[place];
      if (version === undefined || lease === undefined) return undefined;
      if (task.audit !== undefined) task.audit.isWritten = true;
      const row = newRow(task, form, acceptedAt, null);
      const leased = new LeasedRow(row, version);
      return { task: toTask(row), replayed: false, lease: { ...lease, leased } };
    });
  }

  /** The version of each row that was written, by its place. */
  async #write(tasks: string, now: Date): Promise<ReadonlyMap<number, string>> {
    try {
      const rows = await ACCEPT_SET.run(this.#database.kysely, { tasks, now });
      return new Map(rows.flatMap(({ place, version }) => (version ? [[place, version]] : [])));
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

/** Whether nothing is known that a request would have to wait for. */
function mayBeSent({ task }: PreparedTask, rules: TakeRules): boolean {
  const { runwayAccount, model } = task;
  return (
    rules.isSenderFull !== true &&
    rules.inputUntil === undefined &&
    (rules.slotsOf?.({ runwayAccount, model }) ?? null) === null
  );
}
