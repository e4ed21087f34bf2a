import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { operations } from '../../operations/operations.js';
import type { Context } from '../../ports/context.js';
import type {
  RunwayCredentials,
  TenantAccount,
} from '../../services/accounts/runway-credentials.js';
import { checkArgument } from '../input/check-argument.js';
import { OrganizationType } from '../organization/organization-type.js';
import {
  OperatorCredentialType,
  RemoveOperatorCredentialPayload,
  RemoveRunwayCredentialPayload,
  RunwayAccountType,
  SetOperatorCredentialInput,
  SetOperatorCredentialPayload,
  SetRunwayCredentialInput,
  SetRunwayCredentialPayload,
  toCredentialType,
} from './account-types.js';

const TENANT = 'The tenant; your own without it. Only operators may name another.';

/** The account of a RunwayAccountType, which clients are not shown. */
const ACCOUNTS = new WeakMap<RunwayAccountType, TenantAccount>();

@Resolver(() => RunwayAccountType)
export class AccountResolver {
  constructor(private readonly credentials: RunwayCredentials) {}

  /** Throws NOT_FOUND. */
  @Query(() => RunwayAccountType, { description: operations.runwayAccount.description })
  async runwayAccount(
    @Arg('tenant', () => ID, { nullable: true, description: TENANT })
    tenant: string | null | undefined,
    @Ctx() { viewer }: Context,
  ): Promise<RunwayAccountType> {
    return toAccountType(await this.credentials.find(viewer, tenant ?? viewer.tenantId));
  }

  /** Throws the RUNWAY_ errors of RunwayOrganization. */
  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description:
      'Runway’s credits and limits of the tenant’s own account; null while it uses the operator’s.',
  })
  async organization(@Root() account: RunwayAccountType): Promise<OrganizationType | null> {
    const credential = ACCOUNTS.get(account)?.credential ?? null;
    return credential === null ? null : await this.credentials.organizationOf(credential);
  }

  /** Throws NOT_FOUND, CONFLICT, RUNWAY_CREDENTIAL_REFUSED, RUNWAY_UNAVAILABLE. */
  @Mutation(() => SetRunwayCredentialPayload, {
    description: operations.setRunwayCredential.description,
  })
  async setRunwayCredential(
    @Arg('input', () => SetRunwayCredentialInput, {
      description: 'The secret and its tenant.',
      validateFn: checkArgument('input'),
    })
    { tenant, secret, sameOrganization }: SetRunwayCredentialInput,
    @Ctx() { viewer }: Context,
  ): Promise<SetRunwayCredentialPayload> {
    const change = { secret, sameOrganization: sameOrganization ?? null };
    const account = await this.credentials.set(viewer, tenant ?? viewer.tenantId, change);
    return { account: toAccountType(account) };
  }

  /** Throws NOT_FOUND. */
  @Mutation(() => RemoveRunwayCredentialPayload, {
    description: operations.removeRunwayCredential.description,
  })
  async removeRunwayCredential(
    @Arg('tenant', () => ID, { nullable: true, description: TENANT })
    tenant: string | null | undefined,
    @Ctx() { viewer }: Context,
  ): Promise<RemoveRunwayCredentialPayload> {
    const account = await this.credentials.remove(viewer, tenant ?? viewer.tenantId);
    return { account: toAccountType(account) };
  }

  @Query(() => OperatorCredentialType, {
    description: operations.operatorCredential.description,
  })
  async operatorCredential(): Promise<OperatorCredentialType> {
    const stored = await this.credentials.findOperator();
    return { stored: stored && toCredentialType(stored) };
  }

  /** Throws RUNWAY_CREDENTIAL_REFUSED and RUNWAY_UNAVAILABLE. */
  @Mutation(() => SetOperatorCredentialPayload, {
    description: operations.setOperatorCredential.description,
  })
  async setOperatorCredential(
    @Arg('input', () => SetOperatorCredentialInput, {
      description: 'The secret.',
      validateFn: checkArgument('input'),
    })
    { secret }: SetOperatorCredentialInput,
    @Ctx() { viewer }: Context,
  ): Promise<SetOperatorCredentialPayload> {
    const stored = await this.credentials.setOperator(viewer, secret);
    return { credential: { stored: toCredentialType(stored) } };
  }

  @Mutation(() => RemoveOperatorCredentialPayload, {
    description: operations.removeOperatorCredential.description,
  })
  async removeOperatorCredential(
    @Ctx() { viewer }: Context,
  ): Promise<RemoveOperatorCredentialPayload> {
    await this.credentials.removeOperator(viewer);
    return { credential: { stored: null } };
  }
}

function toAccountType(account: TenantAccount): RunwayAccountType {
  const { tenantId: tenant, credential } = account;
  const shown = { tenant, credential: credential && toCredentialType(credential) };
  ACCOUNTS.set(shown, account);
  return shown;
}
