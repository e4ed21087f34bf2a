import type { PostgresPool, PostgresQueryResult } from 'kysely';

import type { WrapPool } from '../../../src/adapters/postgres/connection/database.js';

/** A statement as the gateway has run it. */
export interface RanStatement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  /** Characters of its rows as JSON: about what was read from the store. */
  readonly charactersRead: number;
  /** Characters of its parameters as JSON. */
  readonly charactersSent: number;
}

/** Every statement that runs through a pool, in order. */
export class Statements {
  readonly #ran: RanStatement[] = [];

  readonly wrapPool: WrapPool = (pool): PostgresPool => ({
    connect: async () => {
      const client = await pool.connect();
      const query = async (sql: string, parameters: readonly unknown[] = []): Promise<unknown> => {
        const result = await client.query<unknown>(sql, parameters);
        this.#note(sql, parameters, result);
        return result;
      };
      // Kysely's cursors are not used.
      return { query: query as typeof client.query, release: () => client.release() };
    },
    end: () => pool.end(),
  });

  #note(sql: string, parameters: readonly unknown[], { rows }: PostgresQueryResult<unknown>): void {
    this.#ran.push({
      sql,
      parameters,
      charactersRead: JSON.stringify(rows).length,
      charactersSent: JSON.stringify(parameters).length,
    });
  }

  get all(): readonly RanStatement[] {
    return this.#ran;
  }

  /** Those that run during the work. */
  async during(work: () => Promise<unknown>): Promise<readonly RanStatement[]> {
    const from = this.#ran.length;
    await work();
    return this.#ran.slice(from);
  }
}
