import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type { Pool, PoolClient } from 'pg';

import { statementName } from './statement.js';

/** pg's pool, as Kysely uses it, whose connections prepare the statements that bear a name. */
export class PreparingPool implements PostgresPool {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async connect(): Promise<PostgresPoolClient> {
    return new PreparingClient(await this.#pool.connect());
  }

  end(): Promise<void> {
    return this.#pool.end();
  }
}

/** What pg says of a statement that was not answered within `query_timeout`. */
const UNANSWERED = 'Query read timeout';

class PreparingClient implements PostgresPoolClient {
  readonly #client: PoolClient;
  /** Why the connection is given up: its answers would be those of the statements before. */
  #lost: Error | undefined;

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
    return this.#run<R>(statement, parameters);
  }

  async #run<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    // A rollback would only wait as long again.
    if (this.#lost !== undefined) throw this.#lost;
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
      throw error;
    }
  }
}
