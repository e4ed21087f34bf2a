import type { PGlite, Results } from '@electric-sql/pglite';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';

import { PgliteSession } from './pglite-session.js';
import { vacuum } from './pglite-vacuum.js';
import { storeError, unavailable } from './sql-errors.js';

/** 5 s. A transaction takes milliseconds: one that is held this long waits for itself. */
export const POOL_WAIT_MS = 5_000;

/** How often the connection is lent before it is asked whether there is anything to vacuum. */
const USES_BEFORE_VACUUM = 1_000;

/**
 * Someone held PGlite's one connection for too long, most likely by a query outside its own
 * transaction.
 */
export class PoolExhausted extends Error {
  override readonly name = 'PoolExhausted';
  readonly code = 'POOL_EXHAUSTED';

  constructor(holder: Holder, waitMs: number) {
    super(
      `POOL_EXHAUSTED: waited ${String(waitMs)} ms for the one connection of PGlite. Its holder has run last: ${holder.statement}`,
    );
  }
}

/** Who has the connection. A stack would tell more, and would take as long as a small statement each time. */
interface Holder {
  /** The last one that it has run. */
  statement: string;
}

const newHolder = (): Holder => ({ statement: 'nothing yet' });

interface Waiter {
  readonly give: (client: PostgresPoolClient) => void;
  readonly refuse: (error: Error) => void;
  readonly timer: { current: NodeJS.Timeout };
}

/**
 * The slice of pg's Pool that Kysely uses, over one PGlite: one connection, lent to one caller at a
 * time; the next waits in line. A wait behind one and the same holder ends in STORE_UNAVAILABLE,
 * whose cause is PoolExhausted. Not BoundedWork: a wait begins again whenever the holder changes.
 */
export class PglitePool implements PostgresPool {
  readonly #pglite: PGlite;
  readonly #waitMs: number;
  readonly #session: PgliteSession;
  readonly #waiters = new Set<Waiter>();
  readonly #onError: (error: unknown) => void;
  #holder: Holder | undefined;
  #uses = 0;
  #vacuuming: Promise<void> | undefined;

  constructor(
    pglite: PGlite,
    /** Told why a vacuum has failed: the next one comes in its time. */
    onError: (error: unknown) => void,
    waitMs = POOL_WAIT_MS,
  ) {
    this.#pglite = pglite;
    this.#onError = onError;
    this.#session = new PgliteSession(pglite);
    this.#waitMs = waitMs;
  }

  get counts(): { readonly used: number; readonly idle: number; readonly waiting: number } {
    const used = this.#holder === undefined ? 0 : 1;
    return { used, idle: 1 - used, waiting: this.#waiters.size };
  }

  connect(): Promise<PostgresPoolClient> {
    if (this.#holder === undefined) return Promise.resolve(this.#lend());
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        give: resolve,
        refuse: reject,
        timer: { current: this.#watch(() => waiter) },
      };
      this.#waiters.add(waiter);
    });
  }

  /** Closes PGlite; waiters are refused. */
  async end(): Promise<void> {
    for (const waiter of this.#waiters) {
      clearTimeout(waiter.timer.current);
      waiter.refuse(unavailable(new Error('PGlite was closed during the wait for its connection')));
    }
    this.#waiters.clear();
    await this.#vacuuming;
    await this.#pglite.close();
  }

  /** Ends the wait when the holder has not changed within it: a line that moves is only busy. */
  #watch(waiter: () => Waiter): NodeJS.Timeout {
    const holder = this.#holder;
    return setTimeout(() => {
      if (this.#holder !== undefined && this.#holder === holder) {
        this.#waiters.delete(waiter());
        waiter().refuse(unavailable(new PoolExhausted(this.#holder, this.#waitMs)));
      } else {
        waiter().timer.current = this.#watch(waiter);
      }
    }, this.#waitMs);
  }

  #lend(): PostgresPoolClient {
    const lent = newHolder();
    this.#holder = lent;
    this.#uses += 1;
    return new PgliteClient(this.#session, lent, () => {
      if (this.#holder !== lent) return;
      if (this.#uses < USES_BEFORE_VACUUM) this.#passOn();
      else this.#vacuuming = this.#vacuum();
    });
  }

  /** The connection is not lent meanwhile. */
  async #vacuum(): Promise<void> {
    this.#uses = 0;
    this.#holder = { statement: 'vacuum' };
    await vacuum(this.#pglite).catch(this.#onError);
    this.#passOn();
  }

  #passOn(): void {
    const [next] = this.#waiters;
    if (next === undefined) {
      this.#holder = undefined;
      return;
    }
    this.#waiters.delete(next);
    clearTimeout(next.timer.current);
    next.give(this.#lend());
  }
}

const COMMANDS = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'] as const;

class PgliteClient implements PostgresPoolClient {
  readonly release: () => void;
  readonly #session: PgliteSession;
  readonly #holder: Holder;

  constructor(session: PgliteSession, holder: Holder, release: () => void) {
    this.#session = session;
    this.#holder = holder;
    this.release = release;
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    statement: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof statement !== 'string') throw new Error('PGlite has no cursors');
    return this.#run<R>(statement, parameters);
  }

  async #run<R>(
    statement: string,
    parameters: readonly unknown[],
  ): Promise<PostgresQueryResult<R>> {
    this.#holder.statement = statement;
    let result: Results<R>;
    try {
      result = await this.#session.query<R>(statement, parameters);
    } catch (error) {
      throw storeError(error);
    }
    const command = COMMANDS.find((word) => word === result.command) ?? 'SELECT';
    return { command, rowCount: result.rowCount ?? result.rows.length, rows: result.rows };
  }
}
