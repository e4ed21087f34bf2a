import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { operations } from '../../operations/operations.js';
import type { Context } from '../../ports/context.js';
import type { Webhooks } from '../../services/webhooks/webhooks.js';
import { checkArgument } from '../input/check-argument.js';
import { edgeOf, toConnection, type Connection } from '../pagination/connection.js';
import { After, First } from '../pagination/page-arguments.js';
import { deliveryCursors } from './webhook-cursor.js';
import {
  RedeliverWebhookPayload,
  TestWebhookPayload,
  toDeliveryFilter,
  toDeliveryType,
  WebhookDeliveryConnectionType,
  WebhookDeliveryFilterInput,
  WebhookDeliveryType,
} from './webhook-delivery-types.js';

@Resolver(() => WebhookDeliveryType)
export class WebhookDeliveryResolver {
  constructor(private readonly hooks: Webhooks) {}

  @Query(() => WebhookDeliveryConnectionType, {
    description: operations.webhookDeliveries.description,
  })
  async webhookDeliveries(
    @Arg('filter', () => WebhookDeliveryFilterInput, {
      nullable: true,
      description: 'Which of them; without it, all.',
      validateFn: checkArgument('filter'),
    })
    filter: WebhookDeliveryFilterInput | null | undefined,
    @First() first: number,
    @After() after: string | null | undefined,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<WebhookDeliveryType>> {
    const place = { first, after: deliveryCursors.after(after) };
    const page = await this.hooks.listDeliveries(viewer, toDeliveryFilter(filter), place);
    const edges = page.deliveries.map((delivery) =>
      edgeOf(deliveryCursors, delivery, toDeliveryType(delivery)),
    );
    return toConnection(edges, page);
  }

  /** Throws NOT_FOUND for a webhook that is missing or another tenant's. */
  @Mutation(() => TestWebhookPayload, { description: operations.testWebhook.description })
  async testWebhook(
    @Arg('id', () => ID, { description: 'The webhook’s id.' }) id: string,
    @Ctx() { viewer }: Context,
  ): Promise<TestWebhookPayload> {
    return { delivery: toDeliveryType(await this.hooks.test(viewer, id)) };
  }

  /** Throws NOT_FOUND for a delivery that is missing or another tenant's. */
  @Mutation(() => RedeliverWebhookPayload, { description: operations.redeliverWebhook.description })
  async redeliverWebhook(
    @Arg('id', () => ID, { description: 'The delivery’s id.' }) id: string,
    @Ctx() { viewer }: Context,
  ): Promise<RedeliverWebhookPayload> {
    return { delivery: toDeliveryType(await this.hooks.redeliver(viewer, id)) };
  }
}
