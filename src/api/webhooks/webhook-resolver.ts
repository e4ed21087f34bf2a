import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { operations } from '../../operations/operations.js';
import type { Context } from '../../ports/context.js';
import type { Webhooks } from '../../services/webhooks/webhooks.js';
import { DeletePayload } from '../delete-payload.js';
import { checkArgument } from '../input/check-argument.js';
import { checkOverlap, OVERLAP_SECONDS, OVERLAP_SECONDS_MAX } from '../input/overlap-seconds.js';
import { edgeOf, toConnection, type Connection } from '../pagination/connection.js';
import { After, First } from '../pagination/page-arguments.js';
import { webhookCursors } from './webhook-cursor.js';
import {
  CreateWebhookInput,
  CreateWebhookPayload,
  RotateWebhookSecretPayload,
  toWebhookType,
  UpdateWebhookInput,
  UpdateWebhookPayload,
  WebhookConnectionType,
  WebhookType,
} from './webhook-types.js';

const ID_DESCRIPTION = 'The webhook’s id.';

/** Fields that name a webhook throw NOT_FOUND for one that is missing or another tenant's. */
@Resolver(() => WebhookType)
export class WebhookResolver {
  constructor(private readonly hooks: Webhooks) {}

  @Query(() => WebhookType, { description: operations.webhook.description })
  async webhook(
    @Arg('id', () => ID, { description: ID_DESCRIPTION }) id: string,
    @Ctx() { viewer }: Context,
  ): Promise<WebhookType> {
    return toWebhookType(await this.hooks.get(viewer, id));
  }

  @Query(() => WebhookConnectionType, { description: operations.webhooks.description })
  async webhooks(
    @First() first: number,
    @After() after: string | null | undefined,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<WebhookType>> {
    const page = await this.hooks.list(viewer, { first, after: webhookCursors.after(after) });
    const edges = page.webhooks.map((webhook) =>
      edgeOf(webhookCursors, webhook, toWebhookType(webhook)),
    );
    return toConnection(edges, page);
  }

  @Mutation(() => CreateWebhookPayload, { description: operations.createWebhook.description })
  async createWebhook(
    @Arg('input', () => CreateWebhookInput, {
      description: 'The webhook to be made.',
      validateFn: checkArgument('input'),
    })
    { url, events, operations: names, labels }: CreateWebhookInput,
    @Ctx() { viewer }: Context,
  ): Promise<CreateWebhookPayload> {
    const { webhook, secret } = await this.hooks.create(viewer, {
      url,
      ...(events !== undefined && { events: unique(events) }),
      ...(names !== undefined && { operations: unique(names) }),
      ...(labels !== undefined && { labels: unique(labels) }),
    });
    return { webhook: toWebhookType(webhook), secret };
  }

  @Mutation(() => UpdateWebhookPayload, { description: operations.updateWebhook.description })
  async updateWebhook(
    @Arg('id', () => ID, { description: ID_DESCRIPTION }) id: string,
    @Arg('input', () => UpdateWebhookInput, {
      description: 'What is to change.',
      validateFn: checkArgument('input'),
    })
    { url, events, operations: names, labels, isPaused }: UpdateWebhookInput,
    @Ctx() { viewer }: Context,
  ): Promise<UpdateWebhookPayload> {
    const webhook = await this.hooks.update(viewer, id, {
      ...(url !== undefined && { url }),
      ...(events !== undefined && { events: unique(events) }),
      ...(names !== undefined && { operations: names && unique(names) }),
      ...(labels !== undefined && { labels: labels && unique(labels) }),
      ...(isPaused !== undefined && { isPaused }),
    });
    return { webhook: toWebhookType(webhook) };
  }

  @Mutation(() => RotateWebhookSecretPayload, {
    description: operations.rotateWebhookSecret.description,
  })
  async rotateWebhookSecret(
    @Arg('id', () => ID, {
      nullable: true,
      description: 'The webhook’s id; without it, the secret of your tenant.',
    })
    id: string | null | undefined,
    @Arg('overlapSeconds', () => Int, {
      defaultValue: OVERLAP_SECONDS,
      description: `Seconds for which the present secret signs, too, 0–${String(OVERLAP_SECONDS_MAX)}.`,
    })
    overlapSeconds: number,
    @Ctx() { viewer }: Context,
  ): Promise<RotateWebhookSecretPayload> {
    checkOverlap(overlapSeconds);
    if (typeof id !== 'string') {
      return { webhook: null, ...(await this.hooks.rotateDefaultSecret(viewer, overlapSeconds)) };
    }
    const { webhook, secret } = await this.hooks.rotateSecret(viewer, id, overlapSeconds);
    return { webhook: toWebhookType(webhook), secret, oldSecretUntil: webhook.oldSecretUntil };
  }

  @Mutation(() => DeletePayload, { description: operations.deleteWebhook.description })
  async deleteWebhook(
    @Arg('id', () => ID, { description: ID_DESCRIPTION }) id: string,
    @Ctx() { viewer }: Context,
  ): Promise<DeletePayload> {
    await this.hooks.remove(viewer, id);
    return { id };
  }
}

function unique<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)];
}
