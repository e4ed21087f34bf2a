import { sql } from 'kysely';

import { isStoreUnavailable } from '../../../errors.js';
import type { Database } from './database.js';
import { isBusy } from './sql-errors.js';
import type { Trx } from '../tasks/task-rows.js';

/** 1 s: what a batch waits for a lock at most, once for each tenant. Ours are held for milliseconds. */
const LOCK_WAIT = sql`set local lock_timeout = '1s'`;

export interface BatchOutcome<Result> {
  readonly done: readonly Result[];
  /** Items that another client's locks, or their own fault, have left to the next round. */
  readonly left: number;
}

/**
 * Does `work` for each item in a transaction of its own, so that no item can stop or delay the
 * others: what another client holds is skipped (`work` returns `LOCKED`, or waits for a second and
 * fails), and what fails is logged. After a wait in vain for a row of a tenant, that tenant's other
 * items are skipped too. Throws STORE_UNAVAILABLE when the store itself fails.
 */
export async function rowByRow<Item extends { readonly tenantId: string }, Result>(
  { kysely, log }: Pick<Database, 'kysely' | 'log'>,
  items: readonly Item[],
  work: (trx: Trx, item: Item) => Promise<Result | typeof LOCKED | undefined>,
  /** Of an item that failed, for the log. */
  fieldsOf: (item: Item) => object,
): Promise<BatchOutcome<Result>> {
  const done: Result[] = [];
  const blocked = new Set<string>();
  let left = 0;
  for (const item of items) {
    if (blocked.has(item.tenantId)) {
      left += 1;
      continue;
    }
    try {
      const result = await kysely.transaction().execute(async (trx) => {
        await LOCK_WAIT.execute(trx);
        return await work(trx, item);
      });
      if (result === LOCKED) left += 1;
      else if (result !== undefined) done.push(result);
    } catch (error) {
      left += 1;
      if (isBusy(error)) {
        blocked.add(item.tenantId);
        log.warn({ ...fieldsOf(item), error }, 'a row is held by another client and left for now');
      } else if (isStoreUnavailable(error)) {
        throw error;
      } else {
        log.error({ ...fieldsOf(item), error }, 'a row of a batch failed and is left for now');
      }
    }
  }
  return { done, left };
}

/** What `work` returns of an item whose rows another client holds. */
export const LOCKED = Symbol('locked');
