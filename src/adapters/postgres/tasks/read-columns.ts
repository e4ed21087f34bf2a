import { TASK_EXTENTS, type TaskExtent } from '../../../ports/tasks/task-store.js';
import { Statement, type TextRow } from '../connection/statement.js';
import { parseTime } from '../connection/value-parsers.js';

/** What is read for each extent, beside all of those before it. */
const COLUMNS = {
  heading: {
    id: 'tasks.id',
    operation: 'tasks.operation',
    model: 'tasks.model',
    label: 'tasks.label',
    status: `tasks.state->>'status'`,
    createdAt: 'tasks.created_at',
  },
  course: {
    progress: `tasks.state->>'progress'`,
    waitingFor: `tasks.state->>'waitingFor'`,
    settledAt: 'tasks.settled_at',
    cancelRequestedAt: 'tasks.cancel_requested_at',
    estimateCredits: 'tasks.estimate_credits',
    estimateSource: 'tasks.estimate_source',
    cost: 'tasks.cost_credits',
    runwayTaskId: 'tasks.runway_task_id',
  },
  whole: {
    runwayAccount: 'tasks.runway_account',
    runwayTaskKind: 'tasks.runway_task_kind',
    traceparent: 'tasks.traceparent',
    state: 'tasks.state',
    input: 'tasks.input',
  },
} as const satisfies Record<TaskExtent, Readonly<Record<string, string>>>;

type ReadColumn = {
  readonly [Extent in TaskExtent]: keyof (typeof COLUMNS)[Extent];
}[TaskExtent];

const NAMES = TASK_EXTENTS.flatMap((extent) => Object.keys(COLUMNS[extent])) as ReadColumn[];

/** Where each stands in a row: a row that was read for more begins as one that was read for less. */
export const AT = Object.fromEntries(NAMES.map((name, index) => [name, index + 1])) as Readonly<
  Record<ReadColumn, number>
>;

/** A tenant's task as it was read. */
export interface ReadRow {
  readonly tenant_id: string;
  /** First the place of the question that it answers, then the columns. */
  readonly texts: TextRow;
}

/** The text at a place of the row that was read. */
export function valueAt({ texts }: ReadRow, place: number): string | null {
  const value = texts[place];
  if (value === undefined) throw notRead(NAMES[place - 1] ?? '');
  return value;
}

/** The same of a column that is never null. */
export function textAt(row: ReadRow, place: number): string {
  const value = valueAt(row, place);
  if (value === null) throw new Error(`The task's ${NAMES[place - 1] ?? ''} is null`);
  return value;
}

export function timeAt(row: ReadRow, place: number): Date | null {
  const text = valueAt(row, place);
  return text === null ? null : parseTime(text);
}

export function notRead(what: string): Error {
  return new Error(`The task was read without its ${what}`);
}

/** A statement for each extent; `text` is given its columns. */
export function byExtent(
  name: string,
  text: (columns: string) => string,
): Readonly<Record<TaskExtent, Statement<TextRow>>> {
  const statements = TASK_EXTENTS.map((extent, index) => {
    const columns = TASK_EXTENTS.slice(0, index + 1).flatMap((part) =>
      Object.values(COLUMNS[part]),
    );
    return [extent, new Statement(`${name}_${extent}`, text(columns.join(', ')), 'as texts')];
  });
  return Object.fromEntries(statements) as Readonly<Record<TaskExtent, Statement<TextRow>>>;
}

/** The largest extent that is asked for. */
export function widest(asked: readonly { readonly extent: TaskExtent }[]): TaskExtent {
  const places = asked.map(({ extent }) => TASK_EXTENTS.indexOf(extent));
  return TASK_EXTENTS[Math.max(...places)] ?? 'whole';
}
