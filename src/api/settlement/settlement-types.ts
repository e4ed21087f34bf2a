import { IsOptional, Matches, Max, Min } from 'class-validator';
import { Extensions, Field, Float, ID, InputType, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../scalars/date-time-scalar.js';
import type { CreditsUsed } from '../../services/settlement/settlements.js';
import { connectionOf } from '../pagination/connection.js';
import { TaskType } from '../tasks/task-type.js';

/** Credits of one task. */
const CREDITS_MAX = 1_000_000_000;

@ObjectType('UnconfirmedTask', { description: 'A task of any tenant that waits for an operator.' })
export class UnconfirmedTaskType {
  @Field(() => TaskType, { description: 'The task.' })
  task!: TaskType;

  @Field(() => ID, { description: 'The tenant whose task it is.' })
  tenant!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When its request was last sent to Runway; null: it never was.',
  })
  sentAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The failure that left the outcome of the submission uncertain; null when the outcome is certain.',
  })
  detail!: string | null;
}

export const UnconfirmedTaskConnectionType = connectionOf(UnconfirmedTaskType, {
  name: 'UnconfirmedTask',
  entries: 'tasks that wait for an operator',
});

@ObjectType('CreditsUsed', { description: 'Credits used for a model on a day, as Runway counts.' })
export class CreditsUsedType implements CreditsUsed {
  @Field(() => String, { description: 'The UTC day, YYYY-MM-DD.' })
  day!: string;

  @Field(() => String, { description: "Runway's name of the model." })
  model!: string;

  @Field(() => Float, { description: 'Credits; below 0 where more came back than was used.' })
  credits!: number;
}

@InputType('ResolveTaskInput', {
  description:
    'The outcome of an unconfirmed submission, or of a task that cannot be read: give exactly one field.',
})
@Extensions({ oneOf: true })
export class ResolveTaskInput {
  @Field(() => String, {
    nullable: true,
    description:
      "It reached Runway: Runway's id of the task or workflow invocation. 1–128 letters, digits, `_` and `-`.",
  })
  @IsOptional()
  @Matches(/^[A-Za-z0-9_-]{1,128}$/)
  runwayTaskId?: string;

  @Field(() => Boolean, { nullable: true, description: 'True: it never reached Runway.' })
  notSubmitted?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: ends a live task about which Runway’s answers make no sense. Its cost must still be set.',
  })
  ended?: boolean;
}

@InputType('CorrectTaskInput', {
  description: 'The true outcome of the task: give exactly one field.',
})
@Extensions({ oneOf: true })
export class CorrectTaskInput {
  @Field(() => String, {
    nullable: true,
    description:
      'Runway’s id of the task. The gateway follows it from now on. 1–128 letters, digits, `_` and `-`.',
  })
  @IsOptional()
  @Matches(/^[A-Za-z0-9_-]{1,128}$/)
  runwayTaskId?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: it never reached Runway, and its id belongs to another task.',
  })
  notSubmitted?: boolean;

  @Field(() => Float, {
    nullable: true,
    description: `What Runway charged, in credits, 0–${String(CREDITS_MAX)}.`,
  })
  @IsOptional()
  @Min(0)
  @Max(CREDITS_MAX)
  credits?: number;
}

@ObjectType('CorrectTaskPayload', { description: 'Payload of correctTask.' })
export class CorrectTaskPayload {
  @Field(() => TaskType, { description: 'The task as it now stands.' })
  task!: TaskType;
}

@ObjectType('ResolveTaskPayload', { description: 'Payload of resolveTask.' })
export class ResolveTaskPayload {
  @Field(() => TaskType, { description: 'The task: PENDING, or FAILED.' })
  task!: TaskType;
}

@ObjectType('AdjustCostPayload', { description: 'Payload of adjustCost.' })
export class AdjustCostPayload {
  @Field(() => TaskType, { description: 'The task with its cost.' })
  task!: TaskType;
}
