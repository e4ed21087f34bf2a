/** What to do where the gateway has met a pooler that it cannot work behind. */
const MODE =
  'The gateway needs sessions of its own (settings, LISTEN, prepared statements). Set pool_mode=session for this database and user in PgBouncer, or name Postgres itself (docs/operating/production.md).';

/** For sessions that other connections have between two transactions. */
export const sharedSessions = (at: string): string =>
  `a pooler at ${at} gives one session of Postgres to several connections, as PgBouncer does with pool_mode=transaction. ${MODE}`;

/** For a parameter of the address that a pooler does not pass on. */
export const refusedParameter = (at: string, told: string): string =>
  `a pooler at ${at} refuses a parameter of the address (${told}). Take it out of the address: the gateway sets what it needs by itself. ${MODE}`;
