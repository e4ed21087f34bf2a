import type { CardTask } from './listed-task.js';

/** What the store of live tasks has of one session. */
export interface KnownTasks<Task> {
  readonly state: { readonly tasks: ReadonlyMap<string, Task> };
  subscribe(listener: () => void): () => void;
}

/** Tells of each task that the store knows, of each that changes there, and of each that goes. */
export function followKnown<Task extends object>(
  store: KnownTasks<Task>,
  toCard: (task: Task) => CardTask,
  onChange: (id: string, task: CardTask | undefined) => void,
): () => void {
  let before: ReadonlyMap<string, Task> = new Map();
  const tell = (): void => {
    const { tasks } = store.state;
    for (const [id, task] of tasks) if (before.get(id) !== task) onChange(id, toCard(task));
    for (const id of before.keys()) if (!tasks.has(id)) onChange(id, undefined);
    before = tasks;
  };
  const unsubscribe = store.subscribe(tell);
  tell();
  return unsubscribe;
}
