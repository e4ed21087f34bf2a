import type { PostgresPool } from 'kysely';

import type { WrapPool } from '../../../src/adapters/postgres/connection/database.js';
import { statementForm } from '../../../src/adapters/postgres/connection/statement.js';

/** A store that is away for some writes, as long as a test says so. */
export class FailingWrites {
  /** Whether this statement fails, by its name and parameters. */
  isStruck: (name: string, parameters: readonly unknown[]) => boolean = () => false;
  /** Statements that have failed so far. */
  count = 0;

  readonly wrapPool: WrapPool = (pool): PostgresPool => ({
    connect: async () => {
      const client = await pool.connect();
      const query = async (sql: string, parameters: readonly unknown[] = []): Promise<unknown> => {
        if (this.isStruck(statementForm(sql)?.name ?? '', parameters)) {
          this.count += 1;
          throw new Error('The store is away');
        }
        return await client.query<unknown>(sql, parameters);
      };
      // Kysely's cursors are not used.
      return { query: query as typeof client.query, release: () => client.release() };
    },
    end: () => pool.end(),
  });
}
