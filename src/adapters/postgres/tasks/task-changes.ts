import { GatheredWork, Lane } from '../../../concurrency/gathered-work.js';
import { isStoreUnavailable } from '../../../errors.js';
import type { Database } from '../connection/database.js';
import { isBusy } from '../connection/sql-errors.js';
import { CHANGES_MAX } from './change-statement.js';
import { writeChanges, type GivenChange, type WrittenChange } from './write-change.js';

/**
 * Changes of tasks by their leases. Those that come while a statement of the lane is under way
 * are made by the next one together, in one commit, whichever tenants they are of. That statement
 * waits for no other client: the changes of a tenant that one holds are made by a second one, which
 * waits for that tenant alone.
 */
export class TaskChanges {
  readonly #database: Database;
  readonly #all: GatheredWork<GivenChange, WrittenChange>;
  /** Of tenants that another client holds; each with the number of its changes. */
  readonly #held = new Map<
    string,
    { readonly changes: GatheredWork<GivenChange, WrittenChange>; count: number }
  >();

  constructor(database: Database, lane: Lane) {
    this.#database = database;
    this.#all = this.#gathered(false, lane);
  }

  /** `isCurrent` is false also where another client holds the task's row. */
  async write(change: GivenChange): Promise<WrittenChange> {
    const tried = await this.#all.run(change);
    const isHeld = tried.isCurrent && !tried.isFree;
    const written = isHeld ? await this.#writePatiently(change) : tried;
    if (written.hasEvent && written.task !== undefined) {
      this.#database.wakes.wake(written.task.tenantId);
    }
    return written;
  }

  async #writePatiently(change: GivenChange): Promise<WrittenChange> {
    const tenant = change.row.tenant_id;
    const held = this.#held.get(tenant) ?? { changes: this.#gathered(true, new Lane()), count: 0 };
    this.#held.set(tenant, held);
    held.count += 1;
    try {
      return await held.changes.run(change);
    } finally {
      held.count -= 1;
      if (held.count === 0) this.#held.delete(tenant);
    }
  }

  #gathered(isPatient: boolean, lane: Lane): GatheredWork<GivenChange, WrittenChange> {
    return new GatheredWork((changes) => this.#writeSet(changes, isPatient), {
      keyOf: ({ row }) => row.id,
      max: CHANGES_MAX,
      lane,
    });
  }

  /** What one change makes impossible is made without it: then each is written by itself. */
  async #writeSet(
    changes: readonly GivenChange[],
    isPatient: boolean,
  ): Promise<readonly (WrittenChange | Promise<WrittenChange>)[]> {
    const { kysely, ciphers, log } = this.#database;
    try {
      return await writeChanges(kysely, ciphers, changes, isPatient);
    } catch (error) {
      // Whether an unanswered statement was committed is not known: it is not repeated.
      if (changes.length === 1 || (isStoreUnavailable(error) && !isBusy(error))) throw error;
      log.warn({ err: error }, 'tasks are changed one by one');
      return changes.map((change) => this.#writeAlone(change));
    }
  }

  async #writeAlone(change: GivenChange): Promise<WrittenChange> {
    const { kysely, ciphers } = this.#database;
    const [written] = await writeChanges(kysely, ciphers, [change], true);
    if (written === undefined) throw new Error('A change has no outcome.');
    return written;
  }
}
