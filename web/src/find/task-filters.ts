import type { TaskFilterInput, TaskOperation, TaskStatus } from '../../../client/src/documents.js';

/** Which tasks a list shows. Days are UTC, as the gateway counts them. */
export interface TaskFilters {
  readonly statuses: readonly TaskStatus[];
  readonly operations: readonly TaskOperation[];
  readonly models: readonly string[];
  readonly labels: readonly string[];
  /** The first day, `2026-01-31`. */
  readonly from: string | null;
  /** The last day. */
  readonly to: string | null;
}

export const NO_FILTERS: TaskFilters = {
  statuses: [],
  operations: [],
  models: [],
  labels: [],
  from: null,
  to: null,
};

export const STATUSES = [
  'QUEUED',
  'PENDING',
  'THROTTLED',
  'RUNNING',
  'SUCCEEDED',
  'FAILED',
  'CANCELLED',
  'UNCONFIRMED',
] as const satisfies readonly TaskStatus[];

/** The gateway takes no more entries of one filter. */
const ENTRIES_MAX = 50;
const TEXT_LENGTH_MAX = 100;
const DAY_MS = 86_400_000;

const NAMES = {
  statuses: 'status',
  operations: 'operation',
  models: 'model',
  labels: 'label',
} as const;

/** The filters that an address holds. What is not understood is left out. */
export function readFilters(search: string): TaskFilters {
  const given = new URLSearchParams(search);
  return {
    statuses: textsOf(given, NAMES.statuses).filter(isStatus),
    operations: textsOf(given, NAMES.operations).filter(isOperation),
    models: textsOf(given, NAMES.models),
    labels: textsOf(given, NAMES.labels),
    from: dayOf(given.get('from')),
    to: dayOf(given.get('to')),
  };
}

/** The query of an address that holds these filters: empty, or with its question mark. */
export function writeFilters(filters: TaskFilters): string {
  const query = new URLSearchParams();
  for (const [list, name] of Object.entries(NAMES)) {
    for (const value of filters[list as keyof typeof NAMES]) query.append(name, value);
  }
  if (filters.from !== null) query.set('from', filters.from);
  if (filters.to !== null) query.set('to', filters.to);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** As the gateway takes them. */
export function toFilterInput(filters: TaskFilters): TaskFilterInput {
  const { statuses, operations, models, labels, from, to } = filters;
  return {
    ...(statuses.length > 0 && { statuses: [...statuses] }),
    ...(operations.length > 0 && { operations: [...operations] }),
    ...(models.length > 0 && { models: [...models] }),
    ...(labels.length > 0 && { labels: [...labels] }),
    ...(from !== null && { createdFrom: startOf(from) }),
    ...(to !== null && { createdBefore: new Date(Date.parse(to) + DAY_MS).toISOString() }),
  };
}

interface FilteredTask {
  readonly status: TaskStatus;
  readonly operation: TaskOperation;
  readonly model: string | null;
  readonly label: string | null;
  readonly createdAt: string;
}

/** Whether a task that has just changed belongs into the list. */
export function isWithin(filters: TaskFilters, task: FilteredTask): boolean {
  const { createdFrom, createdBefore } = toFilterInput(filters);
  const createdMs = Date.parse(task.createdAt);
  return (
    fits(filters.statuses, task.status) &&
    fits(filters.operations, task.operation) &&
    fits(filters.models, task.model) &&
    fits(filters.labels, task.label) &&
    (typeof createdFrom !== 'string' || createdMs >= Date.parse(createdFrom)) &&
    (typeof createdBefore !== 'string' || createdMs < Date.parse(createdBefore))
  );
}

export function isFiltered(filters: TaskFilters): boolean {
  return writeFilters(filters) !== '';
}

/** The list with the value, or without it if it was there. */
export function toggled<Value>(values: readonly Value[], value: Value): readonly Value[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
}

function fits(wanted: readonly string[], value: string | null): boolean {
  return wanted.length === 0 || (value !== null && wanted.includes(value));
}

function textsOf(given: URLSearchParams, name: string): readonly string[] {
  const texts = given.getAll(name).filter((text) => text !== '' && text.length <= TEXT_LENGTH_MAX);
  return [...new Set(texts)].slice(0, ENTRIES_MAX);
}

function dayOf(text: string | null): string | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  return Number.isNaN(Date.parse(text)) ? null : text;
}

function startOf(day: string): string {
  return new Date(Date.parse(day)).toISOString();
}

function isStatus(text: string): text is TaskStatus {
  return STATUSES.some((status) => status === text);
}

/** A word in capitals: the gateway tells which of them it knows. */
function isOperation(text: string): text is TaskOperation {
  return /^[A-Z][A-Z0-9_]*$/.test(text);
}
