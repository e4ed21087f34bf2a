import { Kysely, PostgresDialect, type PostgresPool, type TransactionBuilder } from 'kysely';

import type { Tables } from '../tables.js';
import { retryConflicts } from './sql-errors.js';

/**
 * Kysely over a pool of either driver. A transaction that has to give way to others is run again.
 */
export function kyselyOver(pool: PostgresPool): Kysely<Tables> {
  return new ConflictRetryingKysely({ dialect: new PostgresDialect({ pool }) });
}

class ConflictRetryingKysely extends Kysely<Tables> {
  override transaction(): TransactionBuilder<Tables> {
    const builder = super.transaction();
    const once = builder.execute.bind(builder);
    builder.execute = (work) => retryConflicts(() => once(work));
    return builder;
  }
}
