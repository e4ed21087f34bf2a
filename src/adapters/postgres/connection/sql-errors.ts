import { GatewayError, isStoreUnavailable } from '../../../errors.js';

/** SQLSTATEs, the same from both drivers. Source: PostgreSQL 15 documentation, appendix A. */
const FOREIGN_KEY_VIOLATION = '23503';
const UNIQUE_VIOLATION = '23505';
const INSUFFICIENT_PRIVILEGE = '42501';

/** Our own, raised by the function `refuse`: the statement must not have done what it did. */
const REFUSED = 'GW001';

/** A NUL in text (22021), a NUL in jsonb (22P05), half a surrogate pair in jsonb (22P02). */
const UNSTORABLE_TEXT = ['22021', '22P05', '22P02'];

/** One of several transactions had to give way: nothing of it is kept, and it may be run again. */
const CONFLICT = ['40001', '40P01'];

/** A lock that another client holds (55P03), or a statement that waited for one to its deadline. */
const BUSY = ['55P03', '57014'];

/** The server, the connection or the way to it failed, or another transaction was in the way. */
const UNAVAILABLE = [
  ...CONFLICT,
  ...BUSY,
  // The database is read-only, as a stand-by is: read_only_sql_transaction.
  '25006',
  // The server ended the session: idle_in_transaction_session_timeout, transaction_timeout.
  '25P03',
  '25P04',
  '3D000',
  // statement_completion_unknown.
  '40003',
];

/**
 * Connection exception, invalid authorization (a password that was changed), insufficient resources
 * (disk full, too many connections), operator intervention (shutdown), system error.
 */
const UNAVAILABLE_CLASSES = ['08', '28', '53', '57', '58'];

/** Errors of connections that carry no code. Source: pg 8.23.1, lib/client.js; PGlite 0.5.16. */
const CONNECTION_ENDED = [
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Query read timeout',
  'PGlite is closed',
  'PGlite is closing',
];

/** Names of errors by which WebAssembly says that PGlite has ended. */
const PGLITE_ENDED = ['ExitStatus', 'RuntimeError'];

/** Until a client should try again: a server restarts or fails over in seconds. */
const RETRY_AFTER_MS = 2_000;

/** Runs of what conflicts with others, before the last conflict is an error. */
const CONFLICT_RUNS_MAX = 3;

/** Without a digit it is a code of Node's, such as EPIPE. */
const SQLSTATE = /^(?=.*\d)[0-9A-Z]{5}$/;

/** Also of an error that `storeError` has wrapped. */
export function sqlState(error: unknown): string | undefined {
  const told = isStoreUnavailable(error) ? error.cause : error;
  if (!(told instanceof Error) || !('code' in told)) return undefined;
  return typeof told.code === 'string' && SQLSTATE.test(told.code) ? told.code : undefined;
}

/** Whether other clients of the database were in the way of this statement alone. */
export function isBusy(error: unknown): boolean {
  return [...BUSY, ...CONFLICT].includes(sqlState(error) ?? '');
}

/**
 * What a driver's error leaves the adapter as: STORE_UNAVAILABLE, retryable, where the store and
 * not the statement is at fault; otherwise itself. Both pools call it, so that every store tells
 * the same.
 */
export function storeError(error: unknown): unknown {
  return isOfStore(error) ? unavailable(error) : error;
}

/** For a connection that cannot be had, whatever the reason. */
export function unavailable(cause: unknown): GatewayError {
  if (isStoreUnavailable(cause)) return cause;
  return new GatewayError('STORE_UNAVAILABLE', { retryAfterMs: RETRY_AFTER_MS, cause });
}

function isOfStore(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const state = sqlState(error);
  if (state !== undefined) {
    return UNAVAILABLE.includes(state) || UNAVAILABLE_CLASSES.includes(state.slice(0, 2));
  }
  // Of a socket: ECONNRESET, EPIPE, ETIMEDOUT …
  if ('syscall' in error) return true;
  return CONNECTION_ENDED.includes(error.message) || PGLITE_ENDED.includes(error.name);
}

/** Runs `work`, which keeps nothing when it fails, again where it had to give way to others. */
export async function retryConflicts<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let run = 1; ; run += 1) {
    try {
      return await work();
    } catch (error) {
      if (run === CONFLICT_RUNS_MAX || !CONFLICT.includes(sqlState(error) ?? '')) throw error;
    }
  }
}

export function isForeignKeyViolation(error: unknown): boolean {
  return sqlState(error) === FOREIGN_KEY_VIOLATION;
}

export function isUniqueViolation(error: unknown): boolean {
  return sqlState(error) === UNIQUE_VIOLATION;
}

/** Whether the role of the connection may not do it. */
export function isDenied(error: unknown): boolean {
  return sqlState(error) === INSUFFICIENT_PRIVILEGE;
}

/** What a statement gave to `refuse`; undefined for any other error. */
export function refusalReason(error: unknown): string | undefined {
  if (sqlState(error) !== REFUSED) return undefined;
  const told = isStoreUnavailable(error) ? error.cause : error;
  return told instanceof Error ? told.message : undefined;
}

/** Whether a text held what PostgreSQL cannot store. */
export function isUnstorableText(error: unknown): boolean {
  return UNSTORABLE_TEXT.includes(sqlState(error) ?? '');
}
