import type { PostgresPool } from 'kysely';
import type { WrapPool } from '../src/adapters/postgres/connection/database.js';

/** A statement and how long the store took for it, its rows included. */
export interface TimedStatement {
  readonly sql: string;
  readonly ms: number;
}

/** Times each statement between the gateway and its store. */
export class TimedStatements {
  #timed: TimedStatement[] | undefined;

  readonly wrapPool: WrapPool = (pool): PostgresPool => ({
    connect: async () => {
      const client = await pool.connect();
      const query = async (text: string, values: readonly unknown[] = []): Promise<unknown> => {
        const startedAt = performance.now();
        const result = await client.query<unknown>(text, values);
        this.#timed?.push({ sql: text, ms: performance.now() - startedAt });
        return result;
      };
      // Kysely's cursors are not used.
      return { query: query as typeof client.query, release: () => client.release() };
    },
    end: () => pool.end(),
  });

  /** Those that run during the work. */
  async during(work: () => Promise<unknown>): Promise<readonly TimedStatement[]> {
    const timed: TimedStatement[] = [];
    this.#timed = timed;
    try {
      await work();
    } finally {
      this.#timed = undefined;
    }
    return timed;
  }
}
