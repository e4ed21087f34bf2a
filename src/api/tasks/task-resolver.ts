import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { GatewayError } from '../../errors.js';
import { operations } from '../../operations/operations.js';
import type { Context } from '../../ports/context.js';
import type { TaskFilter } from '../../ports/tasks/task-store.js';
import type { SettlementWaits } from '../../services/events/settlement-waits.js';
import type { Tasks } from '../../services/tasks/tasks.js';
import { DeletePayload } from '../delete-payload.js';
import { checkArgument, checkText } from '../input/check-argument.js';
import { edgeOf, toConnection, type Connection } from '../pagination/connection.js';
import { After, First } from '../pagination/page-arguments.js';
import { extentOf } from './asked-extent.js';
import { taskCursors } from './task-cursor.js';
import {
  CancelTaskPayload,
  IDEMPOTENCY_KEY_LENGTH_MAX,
  TaskConnectionType,
  TaskFilterInput,
} from './task-payloads.js';
import { TaskType, toTaskType } from './task-type.js';
import { WaitSeconds } from './wait-argument.js';

@Resolver()
export class TaskResolver {
  constructor(
    private readonly tasks: Tasks,
    private readonly waits: SettlementWaits,
  ) {}

  /** Throws NOT_FOUND when the task does not exist or belongs to someone else. */
  @Query(() => TaskType, { description: operations.task.description })
  async task(
    @Arg('id', () => ID, {
      nullable: true,
      description: 'The task’s id. Give this or idempotencyKey.',
    })
    id: string | null | undefined,
    @Arg('idempotencyKey', () => String, {
      nullable: true,
      description: `The key that the task was made with. 1–${String(IDEMPOTENCY_KEY_LENGTH_MAX)} characters.`,
    })
    key: string | null | undefined,
    @WaitSeconds() waitSeconds: number,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TaskType> {
    const { viewer } = context;
    const wait = this.waits.begin(context, waitSeconds);
    if (typeof id === 'string' && typeof key !== 'string') {
      return toTaskType(await wait.settled(await this.tasks.get(viewer, id, extentOf(info))));
    }
    if (typeof key === 'string' && typeof id !== 'string') {
      checkText('idempotencyKey', key, 1, IDEMPOTENCY_KEY_LENGTH_MAX);
      return toTaskType(await wait.settled(await this.tasks.getByKey(viewer, key)));
    }
    throw new GatewayError('BAD_USER_INPUT', {
      issues: [{ path: 'id', rule: 'oneOf', message: 'Give either id or idempotencyKey.' }],
    });
  }

  @Query(() => TaskConnectionType, {
    name: 'tasks',
    description: operations.tasks.description,
  })
  async list(
    @Arg('filter', () => TaskFilterInput, {
      nullable: true,
      description: 'Which tasks; all without it.',
      validateFn: checkArgument('filter'),
    })
    filter: TaskFilterInput | null | undefined,
    @First() first: number,
    @After() after: string | null | undefined,
    @Ctx() { viewer }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<TaskType>> {
    const place = { first, after: taskCursors.after(after) };
    const page = await this.tasks.list(viewer, toFilter(filter ?? {}), place, extentOf(info));
    const edges = page.tasks.map((task) => edgeOf(taskCursors, task, toTaskType(task)));
    return toConnection(edges, page);
  }

  /** Throws NOT_FOUND, and CONFLICT when the task is not live. */
  @Mutation(() => CancelTaskPayload, { description: operations.cancelTask.description })
  async cancelTask(
    @Arg('id', () => ID, { description: 'The task’s id.' }) id: string,
    @Ctx() { viewer }: Context,
  ): Promise<CancelTaskPayload> {
    return { task: toTaskType(await this.tasks.cancel(viewer, id)) };
  }

  /** Throws NOT_FOUND, and CONFLICT when the task has not settled. */
  @Mutation(() => DeletePayload, { description: operations.deleteTask.description })
  async deleteTask(
    @Arg('id', () => ID, { description: 'The task’s id.' }) id: string,
    @Ctx() { viewer }: Context,
  ): Promise<DeletePayload> {
    return { id: (await this.tasks.delete(viewer, id)).id };
  }
}

/** An empty list filters nothing: a form with no box ticked shows every task. */
function toFilter(filter: TaskFilterInput): TaskFilter {
  const given = Object.entries(filter).filter(
    ([, value]: readonly [string, unknown]) => !Array.isArray(value) || value.length > 0,
  );
  return Object.fromEntries(given);
}
