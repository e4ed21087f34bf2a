import DataLoader from 'dataloader';
import { Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';
import { outputId } from '../../domain/archive/output-id.js';
import type { Task } from '../../domain/task/task.js';
import type { Context } from '../../ports/context.js';
import type { TaskSources } from '../../services/lineage/task-sources.js';
import { TaskOutputType, TaskType, toTaskType } from './task-type.js';

@ObjectType('TaskSource', { description: 'An output that a task is made from.' })
export class TaskSourceType {
  @Field(() => ID, {
    description: 'The id of the output, which the input names as `gateway://outputs/<id>`.',
  })
  id!: string;

  @Field(() => ID, { description: 'The task that made it.' })
  taskId!: string;

  position!: number;
}

/** What tasks are made from: their inputs say it. */
@Resolver(() => TaskType)
export class TaskSourcesResolver {
  constructor(private readonly sources: TaskSources) {}

  @FieldResolver(() => [TaskSourceType], {
    description:
      'The outputs of other tasks that its input names, each once. Empty after deleteTask. Which tasks were made from a task is a filter of `tasks`.',
  })
  madeFrom(@Root() task: TaskType): readonly TaskSourceType[] {
    return this.sources
      .namedBy(task)
      .map(({ taskId, position }) =>
        Object.assign(new TaskSourceType(), { id: outputId(taskId, position), taskId, position }),
      );
  }
}

type Loader = DataLoader<string, Task | undefined>;

@Resolver(() => TaskSourceType)
export class TaskSourceResolver {
  readonly #byContext = new WeakMap<Context, Loader>();

  constructor(private readonly sources: TaskSources) {}

  @FieldResolver(() => TaskOutputType, {
    nullable: true,
    description: 'The output itself; null when its task was deleted or is no longer kept.',
  })
  async output(
    @Root() { taskId, position }: TaskSourceType,
    @Ctx() context: Context,
  ): Promise<TaskOutputType | null> {
    const task = await this.#loader(context).load(taskId);
    return task === undefined ? null : (toTaskType(task).output[position] ?? null);
  }

  /** One look-up for all tasks of a page. Nothing is remembered: a stream lives on. */
  #loader(context: Context): Loader {
    const loader =
      this.#byContext.get(context) ??
      new DataLoader((ids: readonly string[]) => this.sources.tasksOf(context.viewer, ids), {
        cache: false,
      });
    this.#byContext.set(context, loader);
    return loader;
  }
}
