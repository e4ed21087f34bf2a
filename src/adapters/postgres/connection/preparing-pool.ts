import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type { Pool, PoolClient } from 'pg';

import { retryConflicts, storeError, unavailable } from './sql-errors.js';
import { statementName } from './statement.js';

/** pg's pool, as Kysely uses it, whose connections prepare the statements that bear a name. */
export class PreparingPool implements PostgresPool {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Throws STORE_UNAVAILABLE. */
  async connect(): Promise<PostgresPoolClient> {
    try {
      return new PreparingClient(await this.#pool.connect());
    } catch (error) {
      throw unavailable(error);
    }
  }

  end(): Promise<void> {
    return this.#pool.end();
  }
}

/** What pg says of a statement that was not answered within `query_timeout`. */
const UNANSWERED = 'Query read timeout';

/** As Kysely begins and ends transactions. */
const BEGIN = /^(?:begin|start transaction)\b/;
const END = /^(?:commit|rollback)$/;

class PreparingClient implements PostgresPoolClient {
  readonly #client: PoolClient;
  /** Why the connection is given up: its answers would be those of the statements before. */
  #lost: Error | undefined;
  #isInTransaction = false;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  release(): void {
    this.#client.release(this.#lost);
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    statement: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof statement !== 'string') throw new Error('Cursors are not used');
    const run = (): Promise<PostgresQueryResult<R>> => this.#run<R>(statement, parameters);
    if (BEGIN.test(statement)) this.#isInTransaction = true;
    const isAlone = !this.#isInTransaction;
    if (END.test(statement)) this.#isInTransaction = false;
    // A transaction can only be run again as a whole.
    return isAlone ? retryConflicts(run) : run();
  }

  async #run<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    // A rollback would only wait as long again.
    if (this.#lost !== undefined) throw unavailable(this.#lost);
    const name = statementName(text);
    try {
      const result = await this.#client.query({
        text,
        values: [...parameters],
        ...(name !== undefined && { name }),
      });
      // pg types neither the command nor the rows.
      return result as unknown as PostgresQueryResult<R>;
    } catch (error) {
      if (error instanceof Error && error.message === UNANSWERED) this.#lost = error;
      throw storeError(error);
    }
  }
}
