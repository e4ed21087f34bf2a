import type { PGlite } from '@electric-sql/pglite';
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';

import { kyselyOver, startPglite, type Database } from '../../src/adapters/postgres/database.js';
import { PglitePool } from '../../src/adapters/postgres/pglite-pool.js';
import { unavailable } from '../../src/adapters/postgres/sql-errors.js';
import { Wakes } from '../../src/adapters/postgres/wakes.js';
import { pgliteTemplate, silentLog } from './database.js';

/** A database that carries a statement out and whose connection ends before it answers. */
export class LosingDatabase implements PostgresPool {
  readonly database: Database;
  readonly #pool: PglitePool;
  #isLost: ((statement: string) => boolean) | undefined;

  private constructor(pglite: PGlite) {
    this.#pool = new PglitePool(pglite, () => undefined);
    const kysely = kyselyOver(this);
    const wakes = new Wakes(kysely, silentLog);
    this.database = {
      kind: 'pglite',
      kysely,
      wakes,
      log: silentLog,
      check: () => Promise.resolve(),
      listen: () => Promise.reject(new Error('Nobody listens here')),
      close: async () => {
        await wakes.stop();
        await this.#pool.end();
      },
    };
  }

  static async open(): Promise<LosingDatabase> {
    return new LosingDatabase(await startPglite(undefined, await pgliteTemplate()));
  }

  /** The answer to the next statement of this kind is lost. */
  loseNext(isLost: (statement: string) => boolean): void {
    this.#isLost = isLost;
  }

  async connect(): Promise<PostgresPoolClient> {
    const client = await this.#pool.connect();
    const query = async <R>(
      statement: string,
      parameters: readonly unknown[],
    ): Promise<PostgresQueryResult<R>> => {
      const result = await client.query<R>(statement, parameters);
      if (this.#isLost?.(statement) !== true) return result;
      this.#isLost = undefined;
      throw unavailable(new Error('Connection terminated unexpectedly'));
    };
    return { query, release: () => client.release() } as PostgresPoolClient;
  }

  end(): Promise<void> {
    return this.#pool.end();
  }
}
