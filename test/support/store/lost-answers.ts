import type { PostgresPool } from 'kysely';

import type { WrapPool } from '../../../src/adapters/postgres/connection/database.js';
import { unavailable } from '../../../src/adapters/postgres/connection/sql-errors.js';

/** A pool that carries a statement out and whose connection ends before it answers. */
export class LostAnswers {
  #isLost: ((statement: string) => boolean) | undefined;

  /** The answer to the next statement of this kind is lost. */
  loseNext(isLost: (statement: string) => boolean): void {
    this.#isLost = isLost;
  }

  readonly wrapPool: WrapPool = (pool): PostgresPool => ({
    connect: async () => {
      const client = await pool.connect();
      const query = async (sql: string, parameters: readonly unknown[] = []): Promise<unknown> => {
        const result = await client.query<unknown>(sql, parameters);
        if (this.#isLost?.(sql) !== true) return result;
        this.#isLost = undefined;
        throw unavailable(new Error('Connection terminated unexpectedly'));
      };
      // Kysely's cursors are not used.
      return { query: query as typeof client.query, release: () => client.release() };
    },
    end: () => pool.end(),
  });
}
