import { Arg, Field, ID, ObjectType, Resolver } from 'type-graphql';
import type { WebhookEvent } from '../../domain/webhooks/webhook-event.js';
import { operations } from '../../operations/operations.js';
import { itemsBound } from '../../scalars/rules/bounds.js';
import type { SignedEvent, WebhookEvents } from '../../services/webhooks/webhook-events.js';
import { afterArgument, defineSubscription } from '../define-subscription.js';
import { TaskOperationEnum } from '../tasks/task-operation.js';
import { eventCursors } from '../tasks/task-cursor.js';
import { WebhookEventEnum } from './webhook-enums.js';
import { FILTER_MAX } from './webhook-types.js';

@ObjectType('WebhookHeader', { description: 'A header of a delivery.' })
export class WebhookHeaderType {
  @Field(() => String, { description: 'E.g. `webhook-signature`.' })
  name!: string;

  @Field(() => String, { description: 'Its value.' })
  value!: string;
}

@ObjectType('WebhookEventDelivery', { description: 'An event as a webhook would get it.' })
export class WebhookEventDeliveryType {
  @Field(() => String, { description: 'Pass it as `after` to go on from here.' })
  cursor!: string;

  @Field(() => ID, { description: 'The `webhook-id`.' })
  id!: string;

  @Field(() => String, { description: 'What it tells, e.g. `task.succeeded`.' })
  type!: string;

  @Field(() => String, { description: 'The body as it is signed: JSON.' })
  body!: string;

  @Field(() => [WebhookHeaderType], { description: 'The signature and what belongs to it.' })
  headers!: WebhookHeaderType[];
}

/** The subscription to what webhooks would get: added below. */
@Resolver()
export class WebhookSubscriptions {
  constructor(readonly events: WebhookEvents) {}
}

interface EventArguments {
  readonly events: readonly WebhookEvent[] | null | undefined;
  readonly operations: readonly string[] | null | undefined;
  readonly labels: readonly string[] | null | undefined;
  readonly after: string | null | undefined;
}

/** As of a webhook. */
const LISTED = { maxItems: itemsBound(FILTER_MAX) };

defineSubscription<WebhookSubscriptions, EventArguments, SignedEvent>(WebhookSubscriptions, {
  name: 'webhookEvents',
  row: operations.webhookEvents,
  type: () => WebhookEventDeliveryType,
  args: {
    events: Arg('events', () => [WebhookEventEnum], {
      nullable: true,
      description: 'Default: SUCCEEDED, FAILED, CANCELLED and UNCONFIRMED. At most 50 entries.',
    }),
    operations: Arg('operations', () => [TaskOperationEnum], {
      nullable: true,
      description: 'Only tasks of these operations; without it, all. At most 50 entries.',
    }),
    labels: Arg('labels', () => [String], {
      nullable: true,
      description: 'Only tasks with one of these labels; without it, all. At most 50 entries.',
    }),
    after: afterArgument('events'),
  },
  bounds: { events: LISTED, operations: LISTED, labels: LISTED },
  subscribe: ({ events: source }, { after, events, operations: names, labels }, context) => {
    const wanted = {
      ...(events != null && { events }),
      ...(names != null && { operations: names }),
      ...(labels != null && { labels }),
    };
    const { viewer, ended } = context;
    return source.watch(viewer, wanted, eventCursors.after(after)?.number ?? null, ended);
  },
  show: ({ number, headers, ...event }) => ({
    ...event,
    cursor: eventCursors.write({ number }),
    headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
  }),
});
