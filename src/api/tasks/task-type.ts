import { GraphQLJSON } from 'graphql-scalars';
import { Field, Float, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../scalars/date-time-scalar.js';
import { outputId } from '../../domain/archive/output-id.js';
import type { JsonValue } from '../../domain/input/json.js';
import {
  isGuaranteed,
  type Estimate,
  type Failure,
  type Output,
  type Task,
  type TaskState,
} from '../../domain/task/task.js';
import type { TaskStatus, WaitingFor } from '../../domain/task/task.js';
import { EstimateSourceEnum, TaskStatusEnum, WaitingReasonEnum } from '../enums.js';
import { TaskOperationEnum } from './task-operation.js';

@ObjectType('Estimate', { description: 'The credits that are set aside for a task.' })
export class EstimateType implements Estimate {
  @Field(() => Float, { description: 'Credits (1 credit is 0.01 US dollars at Runway).' })
  credits!: number;

  @Field(() => Boolean, {
    description:
      'Whether the task cannot cost more. Without a known ceiling, at least the configured maximum is set aside.',
  })
  isGuaranteed!: boolean;

  @Field(() => EstimateSourceEnum, { description: 'The source of the number.' })
  source!: Estimate['source'];
}

@ObjectType('WaitingFor', { description: 'The reason why a queued task waits.' })
export class WaitingForType {
  @Field(() => WaitingReasonEnum, { description: 'Why it waits.' })
  reason!: WaitingFor['reason'];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Earliest end of the wait; null when no time is known.',
  })
  until!: Date | null;
}

@ObjectType('TaskOutput', { description: 'A media file that a task has made.' })
export class TaskOutputType {
  @Field(() => ID, { description: 'Stays the same for as long as the task exists.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'From the file ending, e.g. `video/mp4`; null when the ending is unknown.',
  })
  mimeType!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The workflow node that made it; null for all other tasks.',
  })
  nodeId!: string | null;

  /** What its addresses are made for. */
  task!: Pick<Task, 'id' | 'tenantId'>;
  position!: number;
}

@ObjectType('TaskFailure', { description: 'Why a task failed.' })
export class TaskFailureType {
  @Field(() => String, {
    nullable: true,
    description:
      "Runway's failure code, e.g. `SAFETY.INPUT`; one of the gateway's error codes; `NOT_SUBMITTED`, when nothing reached Runway; `INPUT_GONE`, `INPUT_TOO_LARGE` or `INPUT_UNUSABLE`, when an output that it is made from can be no input; or `RUNWAY_UNINTELLIGIBLE`, when nothing could be made of Runway's answers about it. Null when none is known.",
  })
  code!: string | null;

  @Field(() => String, { description: 'For people.' })
  message!: string;

  @Field(() => Boolean, {
    description: 'Whether a new task with the same input has a chance to succeed.',
  })
  retryable!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'Runway’s own reason, in English, for developers. Null when Runway gave none, and when it says more than the request may know: another id, a secret, or the state of the Runway account.',
  })
  runwayMessage!: string | null;
}

@ObjectType('Task', {
  description: 'Work that takes time: a generation or a workflow run. Kept after it has settled.',
})
export class TaskType {
  /** Its values are made when a field asks for them: what is stored encrypted is decrypted then. */
  readonly #task: Task;

  constructor(task: Task) {
    this.#task = task;
  }

  @Field(() => ID, { description: "The gateway's own id, a UUID." })
  get id(): string {
    return this.#task.id;
  }

  @Field(() => TaskOperationEnum, { description: 'The mutation that made it.' })
  get operation(): string {
    return this.#task.operation;
  }

  @Field(() => String, {
    nullable: true,
    description:
      "Runway's name of the model, e.g. `gen4.5`; null where there is none, or a router has not chosen yet.",
  })
  get model(): string | null {
    return this.#task.model;
  }

  @Field(() => String, { nullable: true, description: 'The label it was given.' })
  get label(): string | null {
    return this.#task.label;
  }

  @Field(() => TaskStatusEnum, { description: 'Where it is in its life.' })
  get status(): TaskStatus {
    return this.#task.state.status;
  }

  @Field(() => Float, {
    description:
      'From 0 to 1: Runway’s last value while RUNNING, kept when the task is FAILED or CANCELLED; 1 once SUCCEEDED.',
  })
  get progress(): number {
    return progressOf(this.#task.state);
  }

  @Field(() => WaitingForType, {
    nullable: true,
    description:
      'Why it is still QUEUED; null when it is being submitted right now, or is past that.',
  })
  get waitingFor(): WaitingForType | null {
    const { state } = this.#task;
    return state.status === 'QUEUED' ? toWaitingForType(state.waitingFor) : null;
  }

  @Field(() => DateTimeScalar, { description: 'When the gateway accepted it.' })
  get createdAt(): Date {
    return this.#task.createdAt;
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it settled; null while it has not.',
  })
  get settledAt(): Date | null {
    return this.#task.settledAt;
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When cancellation was requested; it takes effect within seconds.',
  })
  get cancelRequestedAt(): Date | null {
    return this.#task.cancelRequestedAt;
  }

  @Field(() => EstimateType, { description: 'Its maximum expected cost.' })
  get estimate(): EstimateType {
    return toEstimateType(this.#task.estimate);
  }

  @Field(() => Float, {
    nullable: true,
    description: 'Credits charged; null before it settles, and when no cost could be read.',
  })
  get cost(): number | null {
    return this.#task.cost;
  }

  @Field(() => GraphQLJSON, {
    description:
      'The input as it was sent. Data URIs are replaced by `{ omitted, sha256, bytes }` once submitted.',
  })
  get input(): JsonValue {
    // Nothing is left of it where its owner has deleted the task.
    return this.#task.input ?? {};
  }

  @Field(() => [TaskOutputType], {
    description: 'The media it made. A running workflow shows what its finished nodes made.',
  })
  get output(): TaskOutputType[] {
    const { state } = this.#task;
    if (!('output' in state)) return [];
    return state.output.map((output, position) => toTaskOutputType(this.#task, output, position));
  }

  @Field(() => TaskFailureType, {
    nullable: true,
    description: 'Why it failed; null when it did not.',
  })
  get failure(): TaskFailureType | null {
    const { state } = this.#task;
    return state.status === 'FAILED' ? toTaskFailureType(state.failure) : null;
  }

  @Field(() => String, {
    nullable: true,
    description:
      "Runway's id of the task or workflow invocation, for support; null until Runway accepts it.",
  })
  get runwayTaskId(): string | null {
    return this.#task.runwayTaskId;
  }
}

function progressOf(state: TaskState): number {
  if (state.status === 'SUCCEEDED') return 1;
  return ('progress' in state ? state.progress : undefined) ?? 0;
}

export function toEstimateType(estimate: Estimate): EstimateType {
  return { ...estimate, isGuaranteed: isGuaranteed(estimate) };
}

export function toTaskType(task: Task): TaskType {
  return new TaskType(task);
}

function toTaskFailureType(failure: Failure): TaskFailureType {
  return { ...failure, runwayMessage: failure.runwayMessage ?? null };
}

function toWaitingForType(waitingFor: WaitingFor | null): WaitingForType | null {
  if (waitingFor === null) return null;
  const { reason, until } = waitingFor;
  return { reason, until: until === null ? null : new Date(until) };
}

function toTaskOutputType(
  { id, tenantId }: Task,
  { mimeType, nodeId }: Output,
  position: number,
): TaskOutputType {
  return { id: outputId(id, position), mimeType, nodeId, task: { id, tenantId }, position };
}
