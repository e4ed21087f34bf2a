import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../scalars/date-time-scalar.js';
import type {
  DeliveryAttempt,
  DeliveryStatus,
  WebhookDelivery,
} from '../../domain/webhooks/webhook.js';
import type { DeliveryFilter } from '../../ports/webhooks/tenant-delivery-store.js';
import { Optional } from '../../scalars/rules/optional.js';
import { connectionOf } from '../pagination/connection.js';
import { DeliveryStatusEnum } from './webhook-enums.js';

@InputType('WebhookDeliveryFilterInput', {
  description: 'Filter of deliveries: every given field must fit.',
})
export class WebhookDeliveryFilterInput {
  @Field(() => ID, { nullable: true, description: 'To this webhook.' })
  @Optional()
  webhook?: string;

  @Field(() => ID, { nullable: true, description: 'About this task.' })
  @Optional()
  task?: string;

  @Field(() => DeliveryStatusEnum, { nullable: true, description: 'With this status.' })
  @Optional()
  status?: DeliveryStatus;
}

@ObjectType('WebhookAttempt', { description: 'The last attempt of a delivery.' })
export class WebhookAttemptType {
  @Field(() => DateTimeScalar, { description: 'When it began.' })
  at!: Date;

  @Field(() => Int, {
    nullable: true,
    description: 'HTTP status of the answer; null: there was none.',
  })
  status!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it failed, e.g. `HTTP_500`, `TIMEOUT` or `ADDRESS_REFUSED`; null: it did not.',
  })
  error!: string | null;

  @Field(() => Int, { description: 'Milliseconds from its begin to the end of the answer.' })
  durationMs!: number;

  @Field(() => String, {
    nullable: true,
    description: 'The first 1,024 bytes of the answer; null: there was none.',
  })
  response!: string | null;
}

@ObjectType('WebhookDelivery', { description: 'One event on its way to one receiver.' })
export class WebhookDeliveryType {
  @Field(() => ID, { description: 'UUID: the `webhook-id` of each attempt.' })
  id!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The webhook; null: the address was given as `webhookUrl`.',
  })
  webhook!: string | null;

  @Field(() => ID, { nullable: true, description: 'The task; null: it is a test.' })
  task!: string | null;

  @Field(() => String, { description: 'What it tells, e.g. `task.succeeded` or `webhook.test`.' })
  type!: string;

  @Field(() => DateTimeScalar, { description: 'When that happened.' })
  eventAt!: Date;

  @Field(() => DeliveryStatusEnum, { description: 'Where it is.' })
  status!: DeliveryStatus;

  @Field(() => Int, { description: 'Attempts so far.' })
  attempts!: number;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the next attempt is due; null: it has ended, or its webhook is paused.',
  })
  dueAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended; null: it has not.' })
  endedAt!: Date | null;

  @Field(() => WebhookAttemptType, {
    nullable: true,
    description: 'The last attempt; null: there was none.',
  })
  lastAttempt!: DeliveryAttempt | null;
}

export const WebhookDeliveryConnectionType = connectionOf(WebhookDeliveryType, {
  name: 'WebhookDelivery',
  entries: 'deliveries',
});

@ObjectType('TestWebhookPayload', { description: 'Payload of testWebhook.' })
export class TestWebhookPayload {
  @Field(() => WebhookDeliveryType, { description: 'The delivery, which is yet to be sent.' })
  delivery!: WebhookDeliveryType;
}

@ObjectType('RedeliverWebhookPayload', { description: 'Payload of redeliverWebhook.' })
export class RedeliverWebhookPayload {
  @Field(() => WebhookDeliveryType, { description: 'The delivery, which is yet to be sent again.' })
  delivery!: WebhookDeliveryType;
}

export function toDeliveryType(delivery: WebhookDelivery): WebhookDeliveryType {
  const { webhookId: webhook, taskId: task, tenantId: _tenantId, ...rest } = delivery;
  return { ...rest, webhook, task };
}

export function toDeliveryFilter(
  input: WebhookDeliveryFilterInput | null | undefined,
): DeliveryFilter {
  const { webhook, task, status } = input ?? {};
  return {
    ...(webhook !== undefined && { webhookId: webhook }),
    ...(task !== undefined && { taskId: task }),
    ...(status !== undefined && { status }),
  };
}
