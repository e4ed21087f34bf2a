import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../scalars/date-time-scalar.js';
import type { TaskStatus } from '../../domain/task/task.js';
import { MaxItems } from '../../scalars/rules/bounds.js';
import { EachLength } from '../../scalars/rules/each.js';
import { Optional } from '../../scalars/rules/optional.js';
import type { Submitted } from '../../services/submission/submission-checks.js';
import { TaskStatusEnum } from '../enums.js';
import { connectionOf } from '../pagination/connection.js';
import { TaskOperationEnum } from './task-operation.js';
import { EstimateType, TaskType, toEstimateType, toTaskType } from './task-type.js';

/** Unicode characters of a label and of an idempotency key. */
export const LABEL_LENGTH_MAX = 100;
export const IDEMPOTENCY_KEY_LENGTH_MAX = 255;

/** Entries of one list in a filter. */
const FILTER_VALUES_MAX = 50;

@ObjectType('RequestEstimate', {
  description: 'The maximum expected cost of a request, and whether it would have to wait now.',
})
export class RequestEstimateType extends EstimateType {
  /** Runway's name of the model; null where there is none. */
  model!: string | null;
}

@ObjectType('TaskPayload', { description: 'Payload of a billable mutation.' })
export class TaskPayload {
  @Field(() => TaskType, { description: 'The task.' })
  task!: TaskType;

  @Field(() => EstimateType, { description: 'The maximum expected cost of the request.' })
  estimate!: EstimateType;

  @Field(() => Boolean, {
    description:
      'True when the idempotency key was known: this is the first task, and nothing was sent.',
  })
  replayed!: boolean;
}

export function toTaskPayload({ task, estimate, replayed }: Submitted): TaskPayload {
  return { task: toTaskType(task), estimate: toEstimateType(estimate), replayed };
}

@ObjectType('CancelTaskPayload', { description: 'Payload of cancelTask.' })
export class CancelTaskPayload {
  @Field(() => TaskType, { description: 'The task with its recorded wish, or already CANCELLED.' })
  task!: TaskType;
}

@ObjectType('TaskEvent', {
  description: 'A task as it was when something visible about it changed.',
})
export class TaskEventType {
  @Field(() => String, { description: 'Pass it as `after` to go on from here.' })
  cursor!: string;

  @Field(() => TaskType, { description: 'The task at that moment.' })
  task!: TaskType;
}

export const TaskConnectionType = connectionOf(TaskType, { name: 'Task', entries: 'tasks' });

@InputType('TaskFilterInput', {
  description:
    'Which tasks to list: every given field must fit; within a list, any entry. An empty list filters nothing.',
})
export class TaskFilterInput {
  @Field(() => [TaskStatusEnum], {
    nullable: true,
    description: 'One of these statuses. At most 50 entries.',
  })
  @Optional()
  @MaxItems(FILTER_VALUES_MAX)
  statuses?: TaskStatus[];

  @Field(() => [TaskOperationEnum], {
    nullable: true,
    description: 'Made by one of these fields. At most 50 entries.',
  })
  @Optional()
  @MaxItems(FILTER_VALUES_MAX)
  operations?: string[];

  @Field(() => [String], {
    nullable: true,
    description: "One of these models, by Runway's name. At most 50 entries of 1–100 characters.",
  })
  @Optional()
  @MaxItems(FILTER_VALUES_MAX)
  @EachLength(1, LABEL_LENGTH_MAX)
  models?: string[];

  @Field(() => [String], {
    nullable: true,
    description: 'One of these labels. At most 50 entries of 1–100 characters.',
  })
  @Optional()
  @MaxItems(FILTER_VALUES_MAX)
  @EachLength(1, LABEL_LENGTH_MAX)
  labels?: string[];

  @Field(() => ID, {
    nullable: true,
    description:
      'Made from an output of this task. Together with other filters: of the newest 1,000 that were.',
  })
  @Optional()
  madeFrom?: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Created then or later.' })
  @Optional()
  createdFrom?: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Created before then.' })
  @Optional()
  createdBefore?: Date;
}
