import { IsOptional, Max, Min } from 'class-validator';
import { Field, Float, ID, InputType, ObjectType } from 'type-graphql';
import type { PolicyChange } from '../../domain/tenant/access-policy.js';
import { MaxItems } from '../../scalars/rules/bounds.js';
import { EachLength } from '../../scalars/rules/each.js';
import { POLICED_OPERATIONS } from '../../services/keys/policies.js';
import { CREDITS, MODELS, OPERATIONS, SubmittedOperationEnum } from './access-policy-type.js';
import { ApiKeyType } from './api-key-type.js';
import { TenantType } from '../tenants/tenant-type.js';

/** Entries. */
const MODELS_MAX = 200;

/** Characters. */
const MODEL_LENGTH_MAX = 64;

/** Credits. What is more is a slip. */
const CREDITS_MAX = 1_000_000;

/** The fields of a policy, as decorators: type-graphql does not hand bounds on to a derived input. */
const OperationsField = together(
  Field(() => [SubmittedOperationEnum], {
    nullable: true,
    description: `${OPERATIONS} An empty list permits none. Left out: as it is.`,
  }),
  IsOptional(),
  MaxItems(POLICED_OPERATIONS.length),
);

const ModelsField = together(
  Field(() => [String], {
    nullable: true,
    description: `${MODELS} At most ${String(MODELS_MAX)}. Left out: as it is.`,
  }),
  IsOptional(),
  MaxItems(MODELS_MAX),
  EachLength(1, MODEL_LENGTH_MAX),
);

const CreditsField = together(
  Field(() => Float, {
    nullable: true,
    description: `${CREDITS} 0–${String(CREDITS_MAX)}. Left out: as it is.`,
  }),
  IsOptional(),
  Min(0),
  Max(CREDITS_MAX),
);

interface PolicyInput {
  operations?: string[] | null;
  models?: string[] | null;
  creditsPerRequestMax?: number | null;
}

@InputType('SetTenantPolicyInput', {
  description: 'Limits on the requests that a tenant may submit to Runway.',
})
export class SetTenantPolicyInput implements PolicyInput {
  @Field(() => ID, { description: 'The tenant’s id.' })
  tenant!: string;

  @OperationsField
  operations?: string[] | null;

  @ModelsField
  models?: string[] | null;

  @CreditsField
  creditsPerRequestMax?: number | null;
}

@InputType('SetKeyPolicyInput', {
  description: 'Limits on the requests that a key may submit to Runway.',
})
export class SetKeyPolicyInput implements PolicyInput {
  @Field(() => ID, { description: 'The public part of the key.' })
  key!: string;

  @OperationsField
  operations?: string[] | null;

  @ModelsField
  models?: string[] | null;

  @CreditsField
  creditsPerRequestMax?: number | null;
}

function together(...decorators: readonly PropertyDecorator[]): PropertyDecorator {
  return (target, property) => {
    for (const decorate of decorators) decorate(target, property);
  };
}

@ObjectType('SetTenantPolicyPayload', { description: 'Payload of setTenantPolicy.' })
export class SetTenantPolicyPayload {
  @Field(() => TenantType, { description: 'The tenant with its policy.' })
  tenant!: TenantType;
}

@ObjectType('SetKeyPolicyPayload', { description: 'Payload of setKeyPolicy.' })
export class SetKeyPolicyPayload {
  @Field(() => ApiKeyType, { description: 'The key with its policy.' })
  apiKey!: ApiKeyType;
}

export function policyChangeOf(input: PolicyInput): PolicyChange {
  const { operations, models, creditsPerRequestMax } = input;
  return {
    ...(operations !== undefined && { operations }),
    ...(models !== undefined && { models }),
    ...(creditsPerRequestMax !== undefined && { creditsPerRequestMax }),
  };
}
