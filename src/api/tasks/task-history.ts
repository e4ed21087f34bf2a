import DataLoader from 'dataloader';
import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { DateTimeScalar } from '../../scalars/date-time-scalar.js';
import type { TaskStatus } from '../../domain/task/task.js';
import type { Context } from '../../ports/context.js';
import type { StatusChange } from '../../ports/events/event-store.js';
import type { TaskHistories } from '../../services/events/task-histories.js';
import { TaskStatusEnum } from '../enums.js';
import { TaskType } from './task-type.js';

@ObjectType('TaskStatusChange', { description: 'The moment at which a task entered a status.' })
export class TaskStatusChangeType {
  @Field(() => TaskStatusEnum, { description: 'The status that it entered.' })
  status!: TaskStatus;

  @Field(() => DateTimeScalar, { description: 'When it did.' })
  at!: Date;
}

type Loader = DataLoader<string, readonly StatusChange[]>;

@Resolver(() => TaskType)
export class TaskHistoryResolver {
  readonly #byContext = new WeakMap<Context, Loader>();

  constructor(private readonly histories: TaskHistories) {}

  @FieldResolver(() => [TaskStatusChangeType], {
    description:
      'The statuses that it has entered so far, oldest first: the last 100, and only those that the gateway still keeps events of (RETENTION_DAYS).',
  })
  async history(
    @Root() { id }: TaskType,
    @Ctx() context: Context,
  ): Promise<readonly TaskStatusChangeType[]> {
    return await this.#loader(context).load(id);
  }

  /** One read for all tasks of a page. Nothing is remembered: a stream lives on, and so do its tasks. */
  #loader(context: Context): Loader {
    const loader =
      this.#byContext.get(context) ??
      new DataLoader((ids: readonly string[]) => this.histories.of(context.viewer, ids), {
        cache: false,
      });
    this.#byContext.set(context, loader);
    return loader;
  }
}
