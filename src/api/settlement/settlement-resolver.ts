import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Float, ID, Info } from 'type-graphql';
import { Mutation, Query, Resolver } from 'type-graphql';
import { GatewayError } from '../../errors.js';
import { operations } from '../../operations/operations.js';
import type { Context } from '../../ports/context.js';
import type { OpenQuestion } from '../../ports/settlement/settlement-store.js';
import {
  USAGE_DAYS,
  type Correction,
  type Settlements,
} from '../../services/settlement/settlements.js';
import type { SettlementWaits } from '../../services/events/settlement-waits.js';
import { storedInputError } from '../errors/refusal-error.js';
import { checkArgument } from '../input/check-argument.js';
import type { InputRules } from '../input/checked-input.js';
import {
  IDEMPOTENCY_KEY_DESCRIPTION,
  idempotencyKey,
  KEY_REQUIRED,
} from '../input/idempotency-key.js';
import { edgeOf, toConnection, type Connection } from '../pagination/connection.js';
import { After, First } from '../pagination/page-arguments.js';
import { taskCursors } from '../tasks/task-cursor.js';
import { OpenQuestionEnum } from '../enums.js';
import {
  AdjustCostPayload,
  CorrectTaskInput,
  CorrectTaskPayload,
  CreditsUsedType,
  ResolveTaskInput,
  ResolveTaskPayload,
  UnconfirmedTaskConnectionType,
  type UnconfirmedTaskType,
} from './settlement-types.js';
import { TaskPayload, toTaskPayload } from '../tasks/task-payloads.js';
import { toTaskType } from '../tasks/task-type.js';
import { WaitSeconds } from '../tasks/wait-argument.js';
import { CREDITS_LIMIT_MAX } from '../budgets/budget-resolver.js';

@Resolver(() => UnconfirmedTaskConnectionType)
export class SettlementResolver {
  constructor(
    private readonly settlements: Settlements,
    private readonly waits: SettlementWaits,
    private readonly rules: Pick<InputRules, 'requireIdempotencyKey'>,
  ) {}

  @Query(() => UnconfirmedTaskConnectionType, {
    description: operations.unconfirmedTasks.description,
  })
  async unconfirmedTasks(
    @Arg('about', () => OpenQuestionEnum, {
      defaultValue: 'SUBMISSION',
      description: 'The open question.',
    })
    about: OpenQuestion,
    @First() first: number,
    @After() after: string | null | undefined,
  ): Promise<Connection<UnconfirmedTaskType>> {
    const page = await this.settlements.listOpen(about, {
      first,
      after: taskCursors.after(after),
    });
    const edges = page.tasks.map(({ task, sentAt, detail }) =>
      edgeOf(taskCursors, task, { task: toTaskType(task), tenant: task.tenantId, sentAt, detail }),
    );
    return toConnection(edges, page);
  }

  @FieldResolver(() => [CreditsUsedType], {
    nullable: true,
    description: `What Runway says the whole organisation used in the last ${String(USAGE_DAYS)} days, to compare with; null when Runway cannot be asked.`,
  })
  async organizationUsage(): Promise<CreditsUsedType[] | null> {
    const used = await this.settlements.findUsage();
    return used === null ? null : [...used];
  }

  /** Throws NOT_FOUND, and CONFLICT when the task is not in such a state or the id is another task's. */
  @Mutation(() => ResolveTaskPayload, { description: operations.resolveTask.description })
  async resolveTask(
    @Arg('id', () => ID, { description: 'The task’s id.' }) id: string,
    @Arg('input', () => ResolveTaskInput, {
      description: 'The outcome.',
      validateFn: checkArgument('input'),
    })
    { runwayTaskId, notSubmitted, ended }: ResolveTaskInput,
    @Ctx() { viewer }: Context,
  ): Promise<ResolveTaskPayload> {
    const { settlements } = this;
    const { subject: by, audit } = viewer;
    if (typeof runwayTaskId === 'string') {
      return { task: toTaskType(await settlements.confirm(id, runwayTaskId, by, audit)) };
    }
    if (typeof ended === 'boolean') {
      mustBeTrue('ended', ended);
      return { task: toTaskType(await settlements.end(id, by, audit)) };
    }
    mustBeTrue('notSubmitted', notSubmitted);
    return { task: toTaskType(await settlements.dismiss(id, by, audit)) };
  }

  /** Throws NOT_FOUND, and CONFLICT when there is nothing to correct or the id is another task's. */
  @Mutation(() => CorrectTaskPayload, { description: operations.correctTask.description })
  async correctTask(
    @Arg('id', () => ID, { description: 'The task’s id.' }) id: string,
    @Arg('input', () => CorrectTaskInput, {
      description: 'The true outcome.',
      validateFn: checkArgument('input'),
    })
    input: CorrectTaskInput,
    @Ctx() { viewer }: Context,
  ): Promise<CorrectTaskPayload> {
    const task = await this.settlements.correct(
      id,
      correctionIn(input),
      viewer.subject,
      viewer.audit,
    );
    return { task: toTaskType(task) };
  }

  /** Throws NOT_FOUND, FORBIDDEN, CONFLICT, INPUT_EXPIRED, and what a generation throws. */
  @Mutation(() => TaskPayload, { description: operations.resubmitTask.description })
  async resubmitTask(
    @Arg('id', () => ID, { description: 'The task to be done once more.' }) id: string,
    @Arg('idempotencyKey', () => String, {
      nullable: true,
      description: IDEMPOTENCY_KEY_DESCRIPTION,
    })
    argument: string | null | undefined,
    @WaitSeconds() waitSeconds: number,
    @Ctx() context: Context,
    @Info() { schema }: GraphQLResolveInfo,
  ): Promise<TaskPayload> {
    const wait = this.waits.begin(context, waitSeconds);
    const key = idempotencyKey(argument, context);
    if (this.rules.requireIdempotencyKey && key === null) {
      throw new GatewayError('BAD_USER_INPUT', { issues: [KEY_REQUIRED] });
    }
    const submitted = await this.settlements
      .resubmit(context.viewer, id, key)
      .catch((error: unknown) => {
        throw storedInputError('id', error, schema);
      });
    return toTaskPayload({ ...submitted, task: await wait.settled(submitted.task) });
  }

  /** Throws NOT_FOUND, and CONFLICT when the task has not settled or its cost is known. */
  @Mutation(() => AdjustCostPayload, { description: operations.adjustCost.description })
  async adjustCost(
    @Arg('id', () => ID, { description: 'The task’s id.' }) id: string,
    @Arg('credits', () => Float, {
      description: `What Runway charged, in credits, 0–${String(CREDITS_LIMIT_MAX)}.`,
    })
    credits: number,
    @Ctx() { viewer }: Context,
  ): Promise<AdjustCostPayload> {
    if (!(credits >= 0 && credits <= CREDITS_LIMIT_MAX)) {
      const allowed = [`0–${String(CREDITS_LIMIT_MAX)}`];
      const issue = { path: 'credits', rule: 'range', message: 'Must be a cost in credits.' };
      throw new GatewayError('BAD_USER_INPUT', { issues: [{ ...issue, allowed }] });
    }
    const { subject, audit } = viewer;
    return { task: toTaskType(await this.settlements.adjustCost(id, credits, subject, audit)) };
  }
}

function correctionIn({ runwayTaskId, credits, notSubmitted }: CorrectTaskInput): Correction {
  if (typeof runwayTaskId === 'string') return { runwayTaskId };
  if (typeof credits === 'number') return { credits };
  mustBeTrue('notSubmitted', notSubmitted);
  return 'notSubmitted';
}

/** False would mean the same as absent, and a caller gives one of them on purpose. */
function mustBeTrue(name: string, value: boolean | undefined): void {
  if (value === true) return;
  const issue = { path: `input.${name}`, rule: 'allowedValues', message: 'Must be true.' };
  throw new GatewayError('BAD_USER_INPUT', { issues: [{ ...issue, allowed: ['true'] }] });
}
