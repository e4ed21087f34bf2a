import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type { Pool, PoolClient } from 'pg';

import type { CredentialChange } from '../../../ports/keys/credential-changes.js';
import { noticedChange, type ToldCredentialChanges } from '../keys/told-credential-changes.js';
import { retryConflicts, storeError, unavailable } from './sql-errors.js';
import { asWritten, statementForm } from './statement.js';

/** pg's pool, as Kysely uses it, whose connections prepare the statements that bear a name. */
export class PreparingPool implements PostgresPool {
  readonly #pool: Pool;
  /** Changes of credentials that each connection has made and not yet told. */
  readonly #untold = new WeakMap<PoolClient, CredentialChange[]>();
  readonly #tell: (change: CredentialChange) => void;

  /** `changes` is told of the changes of credentials that the pool's own connections make. */
  constructor(pool: Pool, changes?: ToldCredentialChanges) {
    this.#pool = pool;
    this.#tell = (change) => changes?.tell(change);
    pool.on('connect', (client) => {
      const untold: CredentialChange[] = [];
      this.#untold.set(client, untold);
      client.on('notice', (notice) => {
        const change = noticedChange(notice);
        if (change !== undefined) untold.push(change);
      });
    });
  }

  /** Throws STORE_UNAVAILABLE. */
  async connect(): Promise<PostgresPoolClient> {
    try {
      const client = await this.#pool.connect();
      return new PreparingClient(client, this.#untold.get(client) ?? [], this.#tell);
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

/** What pg makes of the rows of a statement that wants them as texts. */
const AS_TEXTS = { rowMode: 'array', types: { getTypeParser: () => asWritten } } as const;

/** As Kysely begins and ends transactions. */
const BEGIN = /^(?:begin|start transaction)\b/;
const END = /^(?:commit|rollback)$/;

class PreparingClient implements PostgresPoolClient {
  readonly #client: PoolClient;
  readonly #untold: CredentialChange[];
  readonly #tell: (change: CredentialChange) => void;
  /** Why the connection is given up: its answers would be those of the statements before. */
  #lost: Error | undefined;
  #isInTransaction = false;

  constructor(
    client: PoolClient,
    untold: CredentialChange[],
    tell: (change: CredentialChange) => void,
  ) {
    this.#client = client;
    this.#untold = untold;
    this.#tell = tell;
  }

  release(): void {
    this.#tellChanges();
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
    const form = statementForm(text);
    try {
      const result = await this.#client.query({
        text,
        values: [...parameters],
        ...(form !== undefined && { name: form.name }),
        ...(form?.asTexts === true && AS_TEXTS),
      });
      // pg types neither the command nor the rows.
      return result as unknown as PostgresQueryResult<R>;
    } catch (error) {
      if (error instanceof Error && error.message === UNANSWERED) this.#lost = error;
      throw storeError(error);
    } finally {
      if (!this.#isInTransaction) this.#tellChanges();
    }
  }

  /** Once they hold, or may: a commit that was not answered can have been one. */
  #tellChanges(): void {
    if (this.#untold.length === 0) return;
    for (const change of this.#untold.splice(0)) this.#tell(change);
  }
}
