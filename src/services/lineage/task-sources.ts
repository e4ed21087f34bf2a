import { outputId, type OutputName } from '../../domain/archive/output-id.js';
import type { Task } from '../../domain/task/task.js';
import type { Viewer } from '../../domain/tenant/viewer.js';
import type { TaskStore } from '../../ports/tasks/task-store.js';
import { outputReferencesIn } from './output-references.js';

/** Tasks that one statement looks up. */
const BATCH = 100;

/** What tasks are made from. */
export class TaskSources {
  readonly #tasks: Pick<TaskStore, 'listTasks'>;

  constructor(tasks: Pick<TaskStore, 'listTasks'>) {
    this.#tasks = tasks;
  }

  /** The outputs that a task's input names, each once. Some may be gone. */
  namedBy({ operation, input }: Pick<Task, 'operation' | 'input'>): readonly OutputName[] {
    const named = outputReferencesIn(operation, input).map(({ output }) => output);
    return [...new Map(named.map((one) => [outputId(one.taskId, one.position), one])).values()];
  }

  /** In the order of the ids; undefined for a task that the viewer may not see, or that is gone. */
  async tasksOf(viewer: Viewer, ids: readonly string[]): Promise<readonly (Task | undefined)[]> {
    const seen = viewer.limits?.taskIds;
    const wanted = [...new Set(ids)].filter((id) => seen?.includes(id) ?? true);
    const found = new Map<string, Task>();
    for (let at = 0; at < wanted.length; at += BATCH) {
      const page = { first: BATCH, after: null };
      const filter = { ids: wanted.slice(at, at + BATCH) };
      const { tasks } = await this.#tasks.listTasks(viewer.tenantId, filter, page);
      for (const task of tasks) found.set(task.id, task);
    }
    return ids.map((id) => found.get(id));
  }
}
