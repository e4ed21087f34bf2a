import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import type { AccessPolicy } from '../../domain/tenant/access-policy.js';
import { POLICED_OPERATIONS } from '../../services/keys/policies.js';
import { enumOf, screamingSnake } from '../enum-values.js';

export const SubmittedOperationEnum = enumOf(POLICED_OPERATIONS);
registerEnumType(SubmittedOperationEnum, {
  name: 'SubmittedOperation',
  description: 'A mutation that submits a request to Runway as a task.',
  valuesConfig: Object.fromEntries(
    POLICED_OPERATIONS.map((field) => [
      screamingSnake(field),
      { description: `The mutation \`${field}\`.` },
    ]),
  ),
});

export const OPERATIONS = 'Mutations that may be used; null: all.';
export const MODELS =
  'Models that may be used, by Runway’s names, e.g. `gen4.5`; null: all. Where a router, a recipe or a workflow chooses the model, the mutation must stand in `operations` too.';
export const CREDITS = 'Credits that one request may cost, by its estimate; null: no limit.';

@ObjectType('AccessPolicy', {
  description: 'Limits on the requests that may be submitted to Runway.',
})
export class AccessPolicyType {
  @Field(() => [SubmittedOperationEnum], { nullable: true, description: OPERATIONS })
  operations!: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: MODELS })
  models!: readonly string[] | null;

  @Field(() => Float, { nullable: true, description: CREDITS })
  creditsPerRequestMax!: number | null;
}

/** Operations that this version does not know permit nothing. */
export function toAccessPolicyType(policy: AccessPolicy): AccessPolicyType {
  const operations = policy.operations?.filter((field) => POLICED_OPERATIONS.includes(field));
  return { ...policy, operations: operations ?? null };
}
