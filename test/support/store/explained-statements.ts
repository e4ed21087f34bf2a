import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';

import type { WrapPool } from '../../../src/adapters/postgres/connection/database.js';

/** How a statement is planned: for its values, or once for all values. */
export const PLAN_MODES = ['force_custom_plan', 'force_generic_plan'] as const;

/** What a statement has read, by `explain (analyze)`. */
export interface Reading {
  readonly sql: string;
  /** Rows by table, and entries by index where no row is read; with those that a filter has removed. */
  readonly rows: Readonly<Record<string, number>>;
  /** Tables that were read from one end to the other. */
  readonly scanned: readonly string[];
}

/** Explains each statement of a pool while it is asked to, undoes what that did, and runs it. */
export class ExplainedStatements {
  readonly #planMode: (typeof PLAN_MODES)[number];
  #readings: Reading[] | undefined;

  constructor(planMode: (typeof PLAN_MODES)[number]) {
    this.#planMode = planMode;
  }

  readonly wrapPool: WrapPool = (pool): PostgresPool => ({
    connect: async () => this.#wrap(await pool.connect()),
    end: () => pool.end(),
  });

  /** Of the statements that `work` runs, in order. */
  async during(work: () => Promise<unknown>): Promise<readonly Reading[]> {
    const readings: Reading[] = [];
    this.#readings = readings;
    try {
      await work();
    } finally {
      this.#readings = undefined;
    }
    return readings;
  }

  #wrap(client: PostgresPoolClient): PostgresPoolClient {
    let isInTransaction = false;
    const query = async (text: string, values: readonly unknown[] = []): Promise<unknown> => {
      if (this.#readings !== undefined && EXPLAINABLE.test(text)) {
        this.#readings.push(await this.#explain(client, text, values, isInTransaction));
      }
      const result = await client.query(text, values);
      if (/^(?:begin|start)/i.test(text)) isInTransaction = true;
      if (/^(?:commit|rollback)$/i.test(text)) isInTransaction = false;
      return result;
    };
    return { query: query as typeof client.query, release: () => client.release() };
  }

  async #explain(
    client: PostgresPoolClient,
    text: string,
    values: readonly unknown[],
    isInTransaction: boolean,
  ): Promise<Reading> {
    const run = (sql: string) => client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(sql, []);
    await run(isInTransaction ? 'savepoint explained' : 'begin');
    await run(`set local plan_cache_mode = ${this.#planMode}`);
    await run(`prepare explained as ${text}`);
    const given = values.length === 0 ? '' : `(${values.map(literal).join(', ')})`;
    const { rows } = await run(`explain (analyze, format json) execute explained${given}`);
    await run('deallocate explained');
    await run(isInTransaction ? 'rollback to savepoint explained' : 'rollback');
    const nodes = rows.flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan }) => nodesOf(Plan)));
    return {
      sql: text,
      rows: sumsOf(nodes),
      scanned: nodes.flatMap((node) =>
        node['Node Type'] === 'Seq Scan' ? [node['Relation Name'] ?? ''] : [],
      ),
    };
  }
}

const EXPLAINABLE = /^(?:\/\*.*?\*\/)?[\s(]*(?:with|select|insert|update|delete)\b/i;

function literal(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.map(String).join(',')}}`);
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString());
  return pg.escapeLiteral(`${value as string | number | boolean}`);
}

/** The part of a plan that is looked at. */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

function nodesOf(node: PlanNode): readonly PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

function sumsOf(nodes: readonly PlanNode[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const node of nodes) {
    const name = node['Relation Name'] ?? node['Index Name'];
    if (name !== undefined) sums[name] = (sums[name] ?? 0) + rowsOf(node);
  }
  return sums;
}

function rowsOf(node: PlanNode): number {
  const removed =
    (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return (node['Actual Rows'] + removed) * node['Actual Loops'];
}
