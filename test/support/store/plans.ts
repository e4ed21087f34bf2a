import { CompiledQuery, sql } from 'kysely';

import type { Db } from '../../../src/adapters/postgres/tasks/task-rows.js';
import type { RanStatement } from './statements.js';

/** `literal`: planned for its values. `prepared`: once for all values, as a session plans it later on. */
export type PlanKind = 'literal' | 'prepared';

/** One step of a plan, as EXPLAIN tells it. */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly PlanNode[];
}

/** Steps that want all rows of those below, whatever limit stands above. */
const WANTS_ALL = /^(?:Sort|Incremental Sort|Aggregate|WindowAgg|Hash|Unique|Recursive Union)$/;

interface Explained {
  readonly 'QUERY PLAN': readonly [{ readonly Plan: PlanNode }];
}

const EXPLAINABLE = /^\s*(?:\/\*.*?\*\/)?[\s(]*(?:with|select|insert|update|delete)\b/i;

export function isExplainable({ sql: text }: Pick<RanStatement, 'sql'>): boolean {
  return EXPLAINABLE.test(text);
}

/** A statement that begins with this reads every live row on purpose, and no row of history. */
const ALL_LIVE_ROWS = '/* all live rows */';

/** Partial indexes whose rows are live: a task leaves them when it settles. */
const LIVE_INDEXES: ReadonlySet<string> = new Set([
  'tasks_in_slots',
  'tasks_doubted',
  'tasks_unconfirmed',
  'submissions_in_slots',
  'submissions_sending',
  'submissions_in_turn',
  'submissions_in_pool',
  'submissions_by_reason',
]);

/**
 * Tables that the statement's plan reads from one end to the other: by a sequential scan, or by an
 * index without a condition and without a limit. Nothing of the statement is run.
 */
export async function wholeTablesIn(
  db: Db,
  { sql: text, parameters }: Pick<RanStatement, 'sql' | 'parameters'>,
  kind: PlanKind,
): Promise<readonly string[]> {
  return await db.transaction().execute(async (trx) => {
    if (kind === 'literal') {
      const explain = CompiledQuery.raw(`explain (format json) ${text}`, [...parameters]);
      return wholeTables((await trx.executeQuery<Explained>(explain)).rows, text);
    }
    await sql`set local plan_cache_mode = force_generic_plan`.execute(trx);
    await sql.raw(`prepare planned as ${text}`).execute(trx);
    const values = parameters.length === 0 ? '' : `(${parameters.map(() => 'null').join(', ')})`;
    const explain = sql.raw<Explained>(`explain (format json) execute planned${values}`);
    try {
      return wholeTables((await explain.execute(trx)).rows, text);
    } finally {
      await sql`deallocate planned`.execute(trx);
    }
  });
}

function wholeTables(rows: readonly Explained[], text: string): readonly string[] {
  const allowed = text.trimStart().startsWith(ALL_LIVE_ROWS) ? LIVE_INDEXES : new Set<string>();
  return rows.flatMap((row) =>
    row['QUERY PLAN'].flatMap(({ Plan }) => wholeTablesOf(Plan, false, allowed)),
  );
}

/** `allowed`: indexes that may be read whole. */
function wholeTablesOf(
  node: PlanNode,
  isLimited: boolean,
  allowed: ReadonlySet<string>,
): readonly string[] {
  const type = node['Node Type'];
  const index = node['Index Name'];
  const isWhole =
    type === 'Seq Scan' ||
    (/^Index (?:Only )?Scan/.test(type) &&
      node['Index Cond'] === undefined &&
      !isLimited &&
      (index === undefined || !allowed.has(index)));
  const limited = type === 'Limit' || (isLimited && !WANTS_ALL.test(type));
  return [
    ...(isWhole ? [node['Relation Name'] ?? ''] : []),
    ...(node.Plans ?? []).flatMap((child) => wholeTablesOf(child, limited, allowed)),
  ];
}
