import { CompiledQuery, sql, type Kysely, type PostgresPool } from 'kysely';

import type { Database } from '../../../src/adapters/postgres/connection/database.js';
import { kyselyOver } from '../../../src/adapters/postgres/connection/kysely-over.js';
import type { Tables } from '../../../src/adapters/postgres/tables.js';

/** How a prepared statement is planned: for its values, or once for any. */
export const PLAN_MODES = ['force_custom_plan', 'force_generic_plan'] as const;

export type PlanMode = (typeof PLAN_MODES)[number];

/** What the statements of some work have read. */
export interface Reads {
  /** Rows that scans have returned or filtered out. */
  readonly rows: number;
  /** Pages of tables and indexes, from memory or disk. */
  readonly pages: number;
  /** Tables that rows were read from. */
  readonly tables: ReadonlySet<string>;
  /** Tables that were read from one end to the other. */
  readonly scanned: ReadonlySet<string>;
  /** Indexes that were used. */
  readonly indexes: ReadonlySet<string>;
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly 'Shared Hit Blocks'?: number;
  readonly 'Shared Read Blocks'?: number;
  readonly Plans?: readonly PlanNode[];
}

/**
 * Runs `work` on one connection, where each statement runs under EXPLAIN ANALYZE as well: for
 * statements that only read, or may run twice.
 */
export async function readsOf(
  { kysely }: Database,
  mode: PlanMode,
  work: (db: Kysely<Tables>) => Promise<unknown>,
): Promise<Reads> {
  return await kysely.connection().execute(async (connection) => {
    const plans: PlanNode[] = [];
    await sql`set plan_cache_mode = ${sql.lit(mode)}`.execute(connection);
    try {
      await work(kyselyOver(explainingPool(connection, plans)));
    } finally {
      await sql`reset plan_cache_mode`.execute(connection);
    }
    return summaryOf(plans);
  });
}

function explainingPool(connection: Kysely<Tables>, plans: PlanNode[]): PostgresPool {
  const query = async (text: string, parameters: readonly unknown[] = []): Promise<unknown> => {
    if (/^(begin|commit|rollback)$/i.test(text)) return { command: 'BEGIN', rowCount: 0, rows: [] };
    await connection.executeQuery(CompiledQuery.raw(`prepare probe as ${text}`));
    const values = parameters.map(literal).join(', ');
    const explained = await connection.executeQuery<{
      readonly 'QUERY PLAN': readonly { readonly Plan: PlanNode }[];
    }>(
      CompiledQuery.raw(
        `explain (analyze, buffers, format json) execute probe${values && `(${values})`}`,
      ),
    );
    await connection.executeQuery(CompiledQuery.raw('deallocate probe'));
    plans.push(...explained.rows.flatMap((row) => row['QUERY PLAN'].map(({ Plan }) => Plan)));
    const { rows } = await connection.executeQuery(CompiledQuery.raw(text, [...parameters]));
    return { command: 'SELECT', rowCount: rows.length, rows };
  };
  const client = { query, release: () => undefined };
  return { connect: () => Promise.resolve(client), end: () => Promise.resolve() } as PostgresPool;
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return `'${value.toISOString()}'`;
  if (Array.isArray(value)) return `array[${value.map(literal).join(', ')}]`;
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  throw new Error('No literal is known of it');
}

function summaryOf(plans: readonly PlanNode[]): Reads {
  let [rows, pages] = [0, 0];
  const [tables, scanned, indexes] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const visit = (node: PlanNode): void => {
    const table = node['Relation Name'];
    const index = node['Index Name'];
    if (node['Actual Loops'] > 0 && index !== undefined) indexes.add(index);
    const isScan = node['Node Type'].endsWith('Scan') && (table ?? index) !== undefined;
    if (isScan && node['Actual Loops'] > 0) {
      const seen =
        node['Actual Rows'] +
        (node['Rows Removed by Filter'] ?? 0) +
        (node['Rows Removed by Index Recheck'] ?? 0);
      rows += seen * node['Actual Loops'];
      if (table !== undefined) tables.add(table);
      if (table !== undefined && node['Node Type'] === 'Seq Scan') scanned.add(table);
    }
    node.Plans?.forEach(visit);
  };
  for (const plan of plans) {
    visit(plan);
    pages += (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);
  }
  return { rows, pages, tables, scanned, indexes };
}
