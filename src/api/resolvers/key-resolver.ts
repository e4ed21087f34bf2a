import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Arg, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { SCOPES, type Scope } from '../../domain/scope.js';
import { TENANT_ID } from '../../domain/tenant.js';
import { gatewayOperations } from '../../operations/gateway.js';
import type { ApiKey } from '../../ports/key-store.js';
import { Matches, MaxItems, MaxLength, MinItems, MinLength } from '../../scalars/rules/bounds.js';
import { Optional } from '../../scalars/rules/optional.js';
import type { Keys } from '../../services/keys.js';
import { checkArgument } from '../check-argument.js';
import { ScopeEnum } from '../types/enums.js';
import { LABEL_LENGTH_MAX } from '../types/task-payloads.js';

@ObjectType('ApiKey', { description: 'A credential, without its secret.' })
export class ApiKeyType {
  @Field(() => ID, { description: 'The public part of the key: `rgk_<id>_…`.' })
  id!: string;

  @Field(() => ID, { description: 'The tenant it belongs to.' })
  tenant!: string;

  @Field(() => [ScopeEnum], { description: 'What it permits.' })
  scopes!: Scope[];

  @Field(() => String, { nullable: true, description: 'What it is for.' })
  label!: string | null;

  @Field(() => GraphQLDateTimeISO, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When it ends; null: never.' })
  expiresAt!: Date | null;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'When it was revoked; null: it was not.',
  })
  revokedAt!: Date | null;
}

@InputType('CreateApiKeyInput', { description: 'An API key to be made.' })
export class CreateApiKeyInput {
  @Field(() => ID, { description: 'The tenant it will belong to.' })
  @Matches(TENANT_ID)
  tenant!: string;

  @Field(() => [ScopeEnum], { description: 'What it permits: at least one scope.' })
  @MinItems(1)
  @MaxItems(SCOPES.length)
  scopes!: Scope[];

  @Field(() => String, { nullable: true, description: 'What it is for. 1–100 characters.' })
  @Optional()
  @MinLength(1)
  @MaxLength(LABEL_LENGTH_MAX)
  label?: string;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'When it ends, in the future; without it, it does not end by itself.',
  })
  @Optional()
  expiresAt?: Date;
}

@ObjectType('CreateApiKeyPayload', { description: 'What createApiKey did.' })
export class CreateApiKeyPayload {
  @Field(() => ApiKeyType, { description: 'The new key, without its secret.' })
  apiKey!: ApiKeyType;

  @Field(() => String, {
    description: 'The credential itself. It is shown here once and stored nowhere.',
  })
  credential!: string;
}

@ObjectType('RevokeApiKeyPayload', { description: 'What revokeApiKey did.' })
export class RevokeApiKeyPayload {
  @Field(() => ApiKeyType, { description: 'The revoked key.' })
  apiKey!: ApiKeyType;
}

@Resolver()
export class KeyResolver {
  constructor(private readonly keys: Keys) {}

  @Mutation(() => CreateApiKeyPayload, { description: gatewayOperations.createApiKey.description })
  async createApiKey(
    @Arg('input', () => CreateApiKeyInput, {
      description: 'The key to be made.',
      validateFn: checkArgument('input'),
    })
    input: CreateApiKeyInput,
  ): Promise<CreateApiKeyPayload> {
    const { key, text } = await this.keys.createApiKey({
      tenantId: input.tenant,
      scopes: input.scopes,
      label: input.label ?? null,
      expiresAt: input.expiresAt ?? null,
    });
    return { apiKey: toApiKeyType(key), credential: text };
  }

  /** Throws NOT_FOUND when there is no such key. */
  @Mutation(() => RevokeApiKeyPayload, { description: gatewayOperations.revokeApiKey.description })
  async revokeApiKey(
    @Arg('id', () => ID, { description: 'The public part of the key.' }) id: string,
  ): Promise<RevokeApiKeyPayload> {
    return { apiKey: toApiKeyType(await this.keys.revokeApiKey(id)) };
  }
}

function toApiKeyType(key: ApiKey): ApiKeyType {
  const { id, tenantId, scopes, label, createdAt, expiresAt, revokedAt } = key;
  return { id, tenant: tenantId, scopes: [...scopes], label, createdAt, expiresAt, revokedAt };
}
