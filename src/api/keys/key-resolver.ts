import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { operations } from '../../operations/operations.js';
import type { Context } from '../../ports/context.js';
import type { ManagedKeys } from '../../services/keys/managed-keys.js';
import { apiKeyCursors } from './api-key-cursor.js';
import { checkArgument } from '../input/check-argument.js';
import { checkOverlap, OVERLAP_SECONDS, OVERLAP_SECONDS_MAX } from '../input/overlap-seconds.js';
import { After, First } from '../pagination/page-arguments.js';
import {
  CreateApiKeyInput,
  CreateApiKeyPayload,
  RevokeApiKeyPayload,
  RotateApiKeyPayload,
  UpdateApiKeyInput,
  UpdateApiKeyPayload,
} from './api-key-payloads.js';
import { ApiKeyConnectionType, ApiKeyType, toApiKeyType } from './api-key-type.js';
import { edgeOf, toConnection, type CountedConnection } from '../pagination/connection.js';

const ID_DESCRIPTION = 'The public part of the key.';

@Resolver(() => ApiKeyType)
export class KeyResolver {
  constructor(private readonly keys: ManagedKeys) {}

  /** Throws NOT_FOUND where the viewer may not see the tenant. */
  @Query(() => ApiKeyConnectionType, { description: operations.apiKeys.description })
  async apiKeys(
    @Arg('tenant', () => ID, {
      nullable: true,
      description: 'The keys of one tenant. Only operators may name another than their own.',
    })
    tenant: string | null | undefined,
    @First() first: number,
    @After() after: string | null | undefined,
    @Ctx() { viewer }: Context,
  ): Promise<CountedConnection<ApiKeyType>> {
    const place = apiKeyCursors.after(after);
    const page = await this.keys.list(viewer, tenant ?? null, { first, after: place });
    const edges = page.keys.map((key) => edgeOf(apiKeyCursors, key, toApiKeyType(key)));
    return { ...toConnection(edges, page), totalCount: page.totalCount };
  }

  @Mutation(() => CreateApiKeyPayload, { description: operations.createApiKey.description })
  async createApiKey(
    @Arg('input', () => CreateApiKeyInput, {
      description: 'The key to be made.',
      validateFn: checkArgument('input'),
    })
    { tenant, scopes, name, expiresAt, allowedAddresses }: CreateApiKeyInput,
    @Ctx() { viewer }: Context,
  ): Promise<CreateApiKeyPayload> {
    const { key, text } = await this.keys.create(viewer, {
      scopes,
      ...(tenant !== undefined && { tenantId: tenant }),
      ...(name !== undefined && { name }),
      ...(expiresAt !== undefined && { expiresAt }),
      ...(allowedAddresses !== undefined && { allowedAddresses }),
    });
    return { apiKey: toApiKeyType(key), credential: text };
  }

  @Mutation(() => UpdateApiKeyPayload, { description: operations.updateApiKey.description })
  async updateApiKey(
    @Arg('id', () => ID, { description: ID_DESCRIPTION }) id: string,
    @Arg('input', () => UpdateApiKeyInput, {
      description: 'What is to change.',
      validateFn: checkArgument('input'),
    })
    { name, scopes, expiresAt, allowedAddresses }: UpdateApiKeyInput,
    @Ctx() { viewer }: Context,
  ): Promise<UpdateApiKeyPayload> {
    const key = await this.keys.update(viewer, id, {
      ...(name !== undefined && { name }),
      ...(scopes !== undefined && { scopes }),
      ...(expiresAt !== undefined && { expiresAt }),
      ...(allowedAddresses !== undefined && { allowedAddresses }),
    });
    return { apiKey: toApiKeyType(key) };
  }

  @Mutation(() => RotateApiKeyPayload, { description: operations.rotateApiKey.description })
  async rotateApiKey(
    @Arg('id', () => ID, { description: ID_DESCRIPTION }) id: string,
    @Arg('overlapSeconds', () => Int, {
      defaultValue: OVERLAP_SECONDS,
      description: `Seconds for which the present secret still works, 0–${String(OVERLAP_SECONDS_MAX)}.`,
    })
    overlapSeconds: number,
    @Ctx() { viewer }: Context,
  ): Promise<RotateApiKeyPayload> {
    checkOverlap(overlapSeconds);
    const { key, text } = await this.keys.rotate(viewer, id, overlapSeconds);
    return { apiKey: toApiKeyType(key), credential: text };
  }

  @Mutation(() => RevokeApiKeyPayload, { description: operations.revokeApiKey.description })
  async revokeApiKey(
    @Arg('id', () => ID, { description: ID_DESCRIPTION }) id: string,
    @Ctx() { viewer }: Context,
  ): Promise<RevokeApiKeyPayload> {
    return { apiKey: toApiKeyType(await this.keys.revoke(viewer, id)) };
  }
}
