import type { PGlite } from '@electric-sql/pglite';

/** Rows that a table may have dead before it is vacuumed: so many, and a share of the living. */
const DEAD_ROWS = 1_000;
const DEAD_SHARE = 0.02;

/**
 * What autovacuum does on a server, which PGlite, a single process, lacks: frees what changed and
 * deleted rows have left, which every search would go through for ever, and counts what there is
 * for the planner. Called between two users of the one connection.
 */
export async function vacuum(pglite: PGlite): Promise<void> {
  const { rows } = await pglite.query<{ relname: string }>(
    `select relname from pg_stat_user_tables where n_dead_tup > $1::float8 + $2::float8 * n_live_tup`,
    [DEAD_ROWS, DEAD_SHARE],
  );
  for (const { relname } of rows) await pglite.exec(`vacuum (analyze) "${relname}"`);
}
