import type { PGlite, Results } from '@electric-sql/pglite';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';

import { PgliteSession } from './pglite-session.js';
import { vacuum } from './pglite-vacuum.js';
import { storeError, unavailable } from './sql-errors.js';

/** 5 s. A transaction takes milliseconds: one that is held this long waits for itself. */
export const POOL_WAIT_MS = 5_000;

/** How often the connection is lent before it is asked whether there is anything to vacuum. */
const USES_BEFORE_VACUUM = 1_000;

/** Frames kept of a holder's stack: Kysely's own take about ten. */
const STACK_FRAMES = 40;

/**
 * Someone held PGlite's one connection for too long, most likely by a query outside its own
 * transaction.
 */
export class PoolExhausted extends Error {
  override readonly name = 'PoolExhausted';
  readonly code = 'POOL_EXHAUSTED';

  constructor(
    /** The stack of the holder of the connection. */
    readonly holder: string,
    waitMs: number,
  ) {
    super(
      `POOL_EXHAUSTED: waited ${String(waitMs)} ms for the one connection of PGlite. It is held by ${holder}`,
    );
  }
}

interface Waiter {
  /** Where it stands; its stack costs something only when it is read. */
  readonly caller: Error;
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
  #holder: { readonly caller: Error } | undefined;
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
    const caller = hereAndNow();
    if (this.#holder === undefined) return Promise.resolve(this.#lend(caller));
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        caller,
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
        const { caller } = this.#holder;
        waiter().refuse(unavailable(new PoolExhausted(framesOf(caller), this.#waitMs)));
      } else {
        waiter().timer.current = this.#watch(waiter);
      }
    }, this.#waitMs);
  }

  #lend(caller: Error): PostgresPoolClient {
    const lent = { caller };
    this.#holder = lent;
    this.#uses += 1;
    return new PgliteClient(this.#session, () => {
      if (this.#holder !== lent) return;
      if (this.#uses < USES_BEFORE_VACUUM) this.#passOn();
      else this.#vacuuming = this.#vacuum();
    });
  }

  /** The connection is not lent meanwhile. */
  async #vacuum(): Promise<void> {
    this.#uses = 0;
    this.#holder = { caller: hereAndNow() };
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
    next.give(this.#lend(next.caller));
  }
}

const COMMANDS = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'] as const;

class PgliteClient implements PostgresPoolClient {
  readonly release: () => void;
  readonly #session: PgliteSession;

  constructor(session: PgliteSession, release: () => void) {
    this.#session = session;
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

/** An error of the caller, with enough frames to reach our own. */
function hereAndNow(): Error {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = STACK_FRAMES;
  const error = new Error();
  Error.stackTraceLimit = limit;
  return error;
}

/** Where the caller stands: our own frames first, without this file's and the libraries'. */
function framesOf({ stack = '' }: Error): string {
  const frames = stack
    .split('\n')
    .slice(1)
    .map((frame) => frame.trim());
  const ours = frames.filter((frame) => !/node_modules|node:|pglite-pool/.test(frame));
  return (ours.length > 0 ? ours : frames).join(' ');
}
