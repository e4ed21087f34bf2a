/** What a list needs of a task to keep its order. */
export interface ListedTask {
  readonly id: string;
  readonly createdAt: string;
}

/** A list of tasks, newest first, as far as it was read. */
export interface PagedList<Task extends ListedTask> {
  readonly tasks: readonly Task[];
  /** Where the next page begins; null: at the front. */
  readonly endCursor: string | null;
  readonly hasMore: boolean;
}

export interface ListPage<Task extends ListedTask> {
  readonly nodes: readonly Task[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export function emptyList<Task extends ListedTask>(): PagedList<Task> {
  return { tasks: [], endCursor: null, hasMore: true };
}

/** The list with its next page: a task that is already there stays as it is, where it is. */
export function withPage<Task extends ListedTask>(
  list: PagedList<Task>,
  { nodes, pageInfo }: ListPage<Task>,
): PagedList<Task> {
  const known = new Set(list.tasks.map(({ id }) => id));
  return {
    tasks: [...list.tasks, ...nodes.filter(({ id }) => !known.has(id))],
    endCursor: pageInfo.endCursor ?? list.endCursor,
    hasMore: pageInfo.hasNextPage,
  };
}

/**
 * The list after a task has changed. One that belongs to the list comes in at its place, unless that
 * is further back than the list was read; one that no longer belongs goes.
 */
export function withTask<Task extends ListedTask>(
  list: PagedList<Task>,
  task: Task,
  belongs: boolean,
): PagedList<Task> {
  const at = list.tasks.findIndex(({ id }) => id === task.id);
  if (!belongs) return withoutTask(list, task.id);
  if (at !== -1) return { ...list, tasks: list.tasks.with(at, task) };
  const place = list.tasks.findIndex((other) => isNewer(task, other));
  if (place === -1 && list.hasMore) return list;
  const tasks = list.tasks.toSpliced(place === -1 ? list.tasks.length : place, 0, task);
  return { ...list, tasks };
}

export function withoutTask<Task extends ListedTask>(
  list: PagedList<Task>,
  id: string,
): PagedList<Task> {
  const tasks = list.tasks.filter((task) => task.id !== id);
  return tasks.length === list.tasks.length ? list : { ...list, tasks };
}

/** The order of the gateway: by time, then by id. */
function isNewer(one: ListedTask, other: ListedTask): boolean {
  const difference = Date.parse(one.createdAt) - Date.parse(other.createdAt);
  return difference === 0 ? one.id > other.id : difference > 0;
}
