import { ArrayMinSize, IsOptional } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../scalars/date-time-scalar.js';
import { SCOPES, type Scope } from '../../domain/tenant/scope.js';
import { MaxItems, MaxLength, MinLength } from '../../scalars/rules/bounds.js';
import { EachAddressRange, EachLength } from '../../scalars/rules/each.js';
import { Optional } from '../../scalars/rules/optional.js';
import { ApiKeyType } from './api-key-type.js';
import { ScopeEnum } from '../enums.js';
import { LABEL_LENGTH_MAX } from '../tasks/task-payloads.js';

/** Entries. A network in CIDR form takes the place of many addresses. */
const ADDRESSES_MAX = 50;

/** Characters of an IPv6 network. */
const ADDRESS_LENGTH_MAX = 49;

const ADDRESSES = `IP addresses and networks (CIDR, e.g. \`10.0.0.0/8\`) that it may be used from; at most ${String(ADDRESSES_MAX)}.`;

@InputType('CreateApiKeyInput', { description: 'An API key to be made.' })
export class CreateApiKeyInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'The tenant it will belong to; without it, your own. Only operators may name another.',
  })
  @Optional()
  tenant?: string;

  @Field(() => [ScopeEnum], {
    description: 'Its scopes: at least one. Only operators may give scopes that they lack.',
  })
  @ArrayMinSize(1)
  @MaxItems(SCOPES.length)
  scopes!: Scope[];

  @Field(() => String, { nullable: true, description: 'What it is for. 1–100 characters.' })
  @Optional()
  @MinLength(1)
  @MaxLength(LABEL_LENGTH_MAX)
  name?: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When it ends, in the future. Without it, it ends with your own key, or not by itself where you are an operator or yours does not end.',
  })
  @Optional()
  expiresAt?: Date;

  @Field(() => [String], {
    nullable: true,
    description: `${ADDRESSES} Empty: from everywhere. Without it, as with your own key; everywhere where you are an operator.`,
  })
  @Optional()
  @MaxItems(ADDRESSES_MAX)
  @EachLength(2, ADDRESS_LENGTH_MAX)
  @EachAddressRange()
  allowedAddresses?: string[];
}

@InputType('UpdateApiKeyInput', {
  description: 'Changes of a key. Fields that are left out stay as they are.',
})
export class UpdateApiKeyInput {
  @Field(() => String, {
    nullable: true,
    description: 'What it is for. 1–100 characters; null: nothing is said.',
  })
  @IsOptional()
  @MinLength(1)
  @MaxLength(LABEL_LENGTH_MAX)
  name?: string | null;

  @Field(() => [ScopeEnum], {
    nullable: true,
    description: 'All scopes of the key after the change: at least one.',
  })
  @Optional()
  @ArrayMinSize(1)
  @MaxItems(SCOPES.length)
  scopes?: Scope[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it will end, in the future; null: not by itself.',
  })
  @IsOptional()
  expiresAt?: Date | null;

  @Field(() => [String], { nullable: true, description: `${ADDRESSES} Empty: from everywhere.` })
  @Optional()
  @MaxItems(ADDRESSES_MAX)
  @EachLength(2, ADDRESS_LENGTH_MAX)
  @EachAddressRange()
  allowedAddresses?: string[];
}

@ObjectType('CreateApiKeyPayload', { description: 'Payload of createApiKey.' })
export class CreateApiKeyPayload {
  @Field(() => ApiKeyType, { description: 'The new key, without its secret.' })
  apiKey!: ApiKeyType;

  @Field(() => String, {
    description: 'The credential itself. It is shown here once and stored nowhere.',
  })
  credential!: string;
}

@ObjectType('UpdateApiKeyPayload', { description: 'Payload of updateApiKey.' })
export class UpdateApiKeyPayload {
  @Field(() => ApiKeyType, { description: 'The key as it is now.' })
  apiKey!: ApiKeyType;
}

@ObjectType('RotateApiKeyPayload', { description: 'Payload of rotateApiKey.' })
export class RotateApiKeyPayload {
  @Field(() => ApiKeyType, { description: 'The key, without its secret.' })
  apiKey!: ApiKeyType;

  @Field(() => String, {
    description: 'The credential with the new secret. It is shown here once and stored nowhere.',
  })
  credential!: string;
}

@ObjectType('RevokeApiKeyPayload', { description: 'Payload of revokeApiKey.' })
export class RevokeApiKeyPayload {
  @Field(() => ApiKeyType, { description: 'The revoked key.' })
  apiKey!: ApiKeyType;
}
