import type { Kysely } from 'kysely';

import { GatheredWork, Lane } from '../../../concurrency/gathered-work.js';
import { isStoreUnavailable } from '../../../errors.js';
import type { Logger } from '../../../ports/logger.js';
import { isBusy } from '../connection/sql-errors.js';
import type { Wakes } from '../dispatch/wakes.js';
import type { Ciphers } from '../encryption/ciphers.js';
import type { Tables } from '../tables.js';
import { CHANGES_MAX } from './change-statement.js';
import { writeChanges, type GivenChange, type WrittenChange } from './write-change.js';

/**
 * Changes of tasks by their leases. Those that come while a statement of the lane is under way
 * are made by the next one together, in one commit, whichever tenants they are of. That statement
 * waits for no other client: the changes of a tenant that one holds are made by a second one, which
 * waits for that tenant alone.
 */
export class TaskChanges {
  readonly #kysely: Kysely<Tables>;
  readonly #ciphers: Ciphers;
  readonly #wakes: Wakes;
  readonly #log: Logger;
  readonly #all: GatheredWork<GivenChange, WrittenChange>;
  /** Of tenants that another client holds; each with the number of its changes. */
  readonly #held = new Map<
    string,
    { readonly changes: GatheredWork<GivenChange, WrittenChange>; count: number }
  >();

  constructor(database: {
    readonly kysely: Kysely<Tables>;
    readonly ciphers: Ciphers;
    readonly wakes: Wakes;
    readonly log: Logger;
    readonly lane: Lane;
  }) {
    this.#kysely = database.kysely;
    this.#ciphers = database.ciphers;
    this.#wakes = database.wakes;
    this.#log = database.log;
    this.#all = this.#gathered(false, database.lane);
  }

  /** `isCurrent` is false also where another client holds the task's row. */
  async write(change: GivenChange): Promise<WrittenChange> {
    const tried = await this.#all.run(change);
    const isHeld = tried.isCurrent && !tried.isFree;
    const written = isHeld ? await this.#writePatiently(change) : tried;
    if (written.hasEvent && written.task !== undefined) this.#wakes.wake(written.task.tenantId);
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
    try {
      return await writeChanges(this.#kysely, this.#ciphers, changes, isPatient);
    } catch (error) {
      // Whether an unanswered statement was committed is not known: it is not repeated.
      if (changes.length === 1 || (isStoreUnavailable(error) && !isBusy(error))) throw error;
      this.#log.warn({ err: error }, 'tasks are changed one by one');
      return changes.map((change) => this.#writeAlone(change));
    }
  }

  async #writeAlone(change: GivenChange): Promise<WrittenChange> {
    const [written] = await writeChanges(this.#kysely, this.#ciphers, [change], true);
    if (written === undefined) throw new Error('A change has no outcome.');
    return written;
  }
}
