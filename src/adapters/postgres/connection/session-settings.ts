/** 60 s. A node that dies within a transaction must not keep its row locks for ever. */
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 60_000;

/** 25 s. No statement takes as long by itself: the server ends one that waits for ever. */
const STATEMENT_TIMEOUT_MS = 25_000;

/** 10 s. Our transactions hold locks for milliseconds: a longer wait is for a stranger's. */
const LOCK_TIMEOUT_MS = 10_000;

/** Where the tables are when nothing else is said. */
export const SCHEMA_DEFAULT = 'public';

/**
 * `requests`: with deadlines. `unbounded`: for a migration, which may take long or wait for another
 * node's. `embedded`: the one session of a PGlite, which nothing may end.
 */
export type SessionUse = 'requests' | 'unbounded' | 'embedded';

/**
 * Settings that the gateway relies on. Every session sets them for itself, because defaults of a
 * server, a database or a role may be anything, and so may parameters of a connection URL.
 * A setting that decides speed alone, such as work_mem, is left to the server's operator.
 */
const SETTINGS = {
  // A commit is on disk before a client hears of it.
  synchronous_commit: 'on',

  // A change of a credential is told with the answer, as a notice (see keys/told-credential-changes.ts).
  client_min_messages: 'notice',

  // The form in which values travel (see value-parsers.ts and the parsers of both drivers).
  bytea_output: 'hex',
  client_encoding: 'UTF8',
  datestyle: 'ISO, MDY',
  extra_float_digits: '1',
  intervalstyle: 'postgres',
  timezone: 'UTC',

  // The meaning of a statement's text.
  array_nulls: 'on',
  standard_conforming_strings: 'on',
  transform_null_equals: 'off',

  // Every statement sees what was committed before it, and may write.
  default_transaction_deferrable: 'off',
  default_transaction_isolation: 'read committed',
  default_transaction_read_only: 'off',

  // The migrations' tables.
  default_tablespace: '',
  default_table_access_method: 'heap',

  // An idle connection belongs to the pool, or listens.
  idle_session_timeout: '0',

  // Plans that use the indexes. Compiling takes longer than any statement of ours.
  jit: 'off',
  plan_cache_mode: 'auto',
  enable_bitmapscan: 'on',
  enable_hashagg: 'on',
  enable_hashjoin: 'on',
  enable_indexonlyscan: 'on',
  enable_indexscan: 'on',
  enable_material: 'on',
  enable_mergejoin: 'on',
  enable_nestloop: 'on',
  enable_sort: 'on',
  // A table that is almost empty looks cheapest to read whole, and a session keeps such a plan while the table
  // grows, until the database has counted the rows anew.
  enable_seqscan: 'off',
} as const;

const NO_TIMEOUTS = {
  statement_timeout: 0,
  lock_timeout: 0,
  idle_in_transaction_session_timeout: 0,
};

const TIMEOUTS_MS: Readonly<Record<SessionUse, Readonly<Record<string, number>>>> = {
  requests: {
    statement_timeout: STATEMENT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
  },
  unbounded: NO_TIMEOUTS,
  embedded: NO_TIMEOUTS,
};

/** Values by setting; `show` writes some of them with a unit. */
export function sessionSettings(use: SessionUse, schema: string): Readonly<Record<string, string>> {
  const timeouts: Record<string, string> = {};
  for (const [name, ms] of Object.entries(TIMEOUTS_MS[use])) timeouts[name] = String(ms);
  return {
    ...SETTINGS,
    ...timeouts,
    // Where planning takes ten times as long, a statement is planned once, and not for each of its first five values.
    ...(use === 'embedded' && { plan_cache_mode: 'force_generic_plan' }),
    // One schema: names that others make elsewhere cannot come before ours.
    search_path: quoted(schema),
  };
}

/** Statements, for one simple query, that make a session ours. Run before anything else. */
export function sessionStatements(use: SessionUse, schema: string): string {
  const sets = Object.entries(sessionSettings(use, schema)).map(([name, value]) =>
    // A list is not to be quoted as one name.
    name === 'search_path' ? `set ${name} to ${value}` : `set ${name} to '${value}'`,
  );
  return [...sets, NO_TRANSACTION_TIMEOUT].join(';\n');
}

/** PostgreSQL 17 and later have the setting. Qualified, because the search path may be a stranger's. */
const NO_TRANSACTION_TIMEOUT = `select case
  when pg_catalog.current_setting('transaction_timeout', true) is not null
  then pg_catalog.set_config('transaction_timeout', '0', false) end`;

function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
