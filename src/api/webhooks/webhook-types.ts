import { ArrayMinSize, IsOptional } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../scalars/date-time-scalar.js';
import type { WebhookEvent } from '../../domain/webhooks/webhook-event.js';
import { WEBHOOK_EVENTS } from '../../domain/webhooks/webhook-event.js';
import { statusOf, type Webhook, type WebhookStatus } from '../../domain/webhooks/webhook.js';
import { MaxItems, MaxLength, MinLength } from '../../scalars/rules/bounds.js';
import { EachLength } from '../../scalars/rules/each.js';
import { Optional } from '../../scalars/rules/optional.js';
import { WEBHOOK_URL_LENGTH_MAX } from '../../domain/webhooks/webhook-address.js';
import { connectionOf } from '../pagination/connection.js';
import { TaskOperationEnum } from '../tasks/task-operation.js';
import { LABEL_LENGTH_MAX } from '../tasks/task-payloads.js';
import { WebhookEventEnum, WebhookStatusEnum } from './webhook-enums.js';

/** Operations, and labels, of one webhook. */
export const FILTER_MAX = 50;

const URL_TEXT =
  'Its address: https, on the public internet, without a user, on port 443 or one from 1024 on. At most 2,000 characters.';

const EVENTS_TEXT =
  'Its events. Default: SUCCEEDED, FAILED, CANCELLED and UNCONFIRMED. At least one.';

@InputType('CreateWebhookInput', { description: 'A webhook to be made.' })
export class CreateWebhookInput {
  @Field(() => String, { description: URL_TEXT })
  @MinLength(1)
  @MaxLength(WEBHOOK_URL_LENGTH_MAX)
  url!: string;

  @Field(() => [WebhookEventEnum], { nullable: true, description: EVENTS_TEXT })
  @Optional()
  @ArrayMinSize(1)
  @MaxItems(WEBHOOK_EVENTS.length)
  events?: WebhookEvent[];

  @Field(() => [TaskOperationEnum], {
    nullable: true,
    description: 'Only tasks of these operations; without it, all. At most 50.',
  })
  @Optional()
  @ArrayMinSize(1)
  @MaxItems(FILTER_MAX)
  operations?: string[];

  @Field(() => [String], {
    nullable: true,
    description:
      'Only tasks with one of these labels; without it, all. At most 50, 1–100 characters each.',
  })
  @Optional()
  @ArrayMinSize(1)
  @MaxItems(FILTER_MAX)
  @EachLength(1, LABEL_LENGTH_MAX)
  labels?: string[];
}

@InputType('UpdateWebhookInput', {
  description: 'Changes of a webhook. Fields that are left out stay as they are.',
})
export class UpdateWebhookInput {
  @Field(() => String, { nullable: true, description: URL_TEXT })
  @Optional()
  @MinLength(1)
  @MaxLength(WEBHOOK_URL_LENGTH_MAX)
  url?: string;

  @Field(() => [WebhookEventEnum], {
    nullable: true,
    description: 'Its events after the change. At least one.',
  })
  @Optional()
  @ArrayMinSize(1)
  @MaxItems(WEBHOOK_EVENTS.length)
  events?: WebhookEvent[];

  @Field(() => [TaskOperationEnum], {
    nullable: true,
    description: 'Only tasks of these operations; null: all. At most 50.',
  })
  @IsOptional()
  @ArrayMinSize(1)
  @MaxItems(FILTER_MAX)
  operations?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Only tasks with one of these labels; null: all. At most 50, 1–100 characters each.',
  })
  @IsOptional()
  @ArrayMinSize(1)
  @MaxItems(FILTER_MAX)
  @EachLength(1, LABEL_LENGTH_MAX)
  labels?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: deliveries wait. False: they are sent again, also where the webhook is DISABLED.',
  })
  @Optional()
  isPaused?: boolean;
}

@ObjectType('WebhookFailure', { description: 'What went wrong since a webhook last worked.' })
export class WebhookFailureType {
  @Field(() => DateTimeScalar, { description: 'When the first attempt failed.' })
  since!: Date;

  @Field(() => Int, {
    nullable: true,
    description: 'HTTP status of the last answer; null: there was none.',
  })
  lastStatus!: number | null;

  @Field(() => String, {
    description: 'Why the last attempt failed, e.g. `HTTP_500`, `TIMEOUT` or `ADDRESS_REFUSED`.',
  })
  lastError!: string;

  @Field(() => Int, { description: 'Deliveries that were given up since.' })
  lostDeliveries!: number;
}

@ObjectType('Webhook', { description: 'Where your tenant is told of its tasks.' })
export class WebhookType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => String, { description: 'Its address.' })
  url!: string;

  @Field(() => [WebhookEventEnum], { description: 'Its events.' })
  events!: readonly WebhookEvent[];

  @Field(() => [TaskOperationEnum], {
    nullable: true,
    description: 'Only tasks of these operations; null: all.',
  })
  operations!: readonly string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Only tasks with one of these labels; null: all.',
  })
  labels!: readonly string[] | null;

  @Field(() => WebhookStatusEnum, { description: 'Whether it works.' })
  status!: WebhookStatus;

  @Field(() => WebhookFailureType, {
    nullable: true,
    description: 'What went wrong since it last worked; null: nothing.',
  })
  failure!: WebhookFailureType | null;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => String, { description: 'Who made it, e.g. `key:ab12cd34`.' })
  createdBy!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when deliveries are signed with the secret before the present one, too.',
  })
  oldSecretUntil!: Date | null;
}

export const WebhookConnectionType = connectionOf(WebhookType, {
  name: 'Webhook',
  entries: 'webhooks',
});

@ObjectType('CreateWebhookPayload', { description: 'Payload of createWebhook.' })
export class CreateWebhookPayload {
  @Field(() => WebhookType, { description: 'The new webhook.' })
  webhook!: WebhookType;

  @Field(() => String, {
    description: 'Its secret, `whsec_…`, to verify deliveries with. It is shown here once.',
  })
  secret!: string;
}

@ObjectType('UpdateWebhookPayload', { description: 'Payload of updateWebhook.' })
export class UpdateWebhookPayload {
  @Field(() => WebhookType, { description: 'The webhook as it is now.' })
  webhook!: WebhookType;
}

@ObjectType('RotateWebhookSecretPayload', { description: 'Payload of rotateWebhookSecret.' })
export class RotateWebhookSecretPayload {
  @Field(() => WebhookType, {
    nullable: true,
    description: 'The webhook; null: the secret is that of your tenant.',
  })
  webhook!: WebhookType | null;

  @Field(() => String, { description: 'The new secret, `whsec_…`. It is shown here once.' })
  secret!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when the secret before signs, too; null: there was none.',
  })
  oldSecretUntil!: Date | null;
}

export function toWebhookType(webhook: Webhook): WebhookType {
  return {
    id: webhook.id,
    url: webhook.url,
    events: webhook.events,
    operations: webhook.operations,
    labels: webhook.labels,
    status: statusOf(webhook),
    failure: webhook.failure,
    createdAt: webhook.createdAt,
    createdBy: webhook.createdBy,
    oldSecretUntil: webhook.oldSecretUntil,
  };
}
