import { Arg, Ctx, FieldResolver, Mutation, Resolver } from 'type-graphql';
import { operations } from '../../operations/operations.js';
import type { Context } from '../../ports/context.js';
import type { ManagedKeys } from '../../services/keys/managed-keys.js';
import { effectivePolicy, type Policies } from '../../services/keys/policies.js';
import type { Tenants } from '../../services/tenants/tenants.js';
import { checkArgument } from '../input/check-argument.js';
import {
  policyChangeOf,
  SetKeyPolicyInput,
  SetKeyPolicyPayload,
  SetTenantPolicyInput,
  SetTenantPolicyPayload,
} from './access-policy-payloads.js';
import { AccessPolicyType, toAccessPolicyType } from './access-policy-type.js';
import { toApiKeyType } from './api-key-type.js';
import { toTenantType } from '../tenants/tenant-type.js';
import { ViewerType } from '../tenants/viewer-resolver.js';

interface PolicyServices {
  readonly keys: ManagedKeys;
  readonly policies: Policies;
  readonly tenants: Tenants;
}

@Resolver(() => ViewerType)
export class PolicyResolver {
  readonly #services: PolicyServices;

  constructor(services: PolicyServices) {
    this.#services = services;
  }

  @FieldResolver(() => AccessPolicyType, {
    description:
      'What the policies of your tenant and your key together let you submit. Scopes and budgets come on top.',
  })
  async policy(@Ctx() { viewer }: Context): Promise<AccessPolicyType> {
    return toAccessPolicyType(effectivePolicy(await this.#services.policies.of(viewer)));
  }

  /** Throws NOT_FOUND, and CONFLICT when it is DELETING. */
  @Mutation(() => SetTenantPolicyPayload, {
    description: operations.setTenantPolicy.description,
  })
  async setTenantPolicy(
    @Arg('input', () => SetTenantPolicyInput, {
      description: 'The policy.',
      validateFn: checkArgument('input'),
    })
    input: SetTenantPolicyInput,
    @Ctx() { viewer }: Context,
  ): Promise<SetTenantPolicyPayload> {
    const { tenants } = this.#services;
    const change = policyChangeOf(input);
    const tenant = await tenants.setPolicy(input.tenant, change, viewer.audit);
    return { tenant: toTenantType(tenant) };
  }

  /** Throws what ManagedKeys.setPolicy throws. */
  @Mutation(() => SetKeyPolicyPayload, { description: operations.setKeyPolicy.description })
  async setKeyPolicy(
    @Arg('input', () => SetKeyPolicyInput, {
      description: 'The policy.',
      validateFn: checkArgument('input'),
    })
    input: SetKeyPolicyInput,
    @Ctx() { viewer }: Context,
  ): Promise<SetKeyPolicyPayload> {
    const key = await this.#services.keys.setPolicy(viewer, input.key, policyChangeOf(input));
    return { apiKey: toApiKeyType(key) };
  }
}
