import { Ctx, Field, FieldResolver, ObjectType, Query, Resolver } from 'type-graphql';
import { DateTimeScalar } from '../../scalars/date-time-scalar.js';
import { SCOPES, type Scope } from '../../domain/tenant/scope.js';
import type { Viewer } from '../../domain/tenant/viewer.js';
import { operations } from '../../operations/operations.js';
import { findOperation } from '../../operations/operations.js';
import type { Context } from '../../ports/context.js';
import { ScopeEnum } from '../enums.js';
import type { Tenants } from '../../services/tenants/tenants.js';
import { TenantType, toTenantType } from './tenant-type.js';
import { CredentialType, TokenLimitsType } from '../tokens/token-types.js';

@ObjectType('Viewer', { description: 'The caller, by its credential.' })
export class ViewerType {
  @Field(() => String, { description: "The credential's holder, e.g. `key:ab12cd34`." })
  subject!: string;

  @Field(() => [ScopeEnum], { description: 'The scopes of the credential.' })
  scopes!: Scope[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the credential ends; null when it does not.',
  })
  expiresAt!: Date | null;

  @Field(() => CredentialType, { description: 'The credential.' })
  credential!: CredentialType;

  @Field(() => TokenLimitsType, {
    nullable: true,
    description:
      'Restrictions of the token; null for a token without restrictions, and for API keys.',
  })
  limits!: TokenLimitsType | null;
}

@Resolver(() => ViewerType)
export class ViewerResolver {
  constructor(private readonly tenants: Tenants) {}

  /** Throws NOT_FOUND when the tenant has just ended. */
  @FieldResolver(() => TenantType, { description: 'The tenant that the credential belongs to.' })
  async tenant(@Ctx() { viewer }: Context): Promise<TenantType> {
    return toTenantType(await this.tenants.get(viewer.tenantId));
  }

  @Query(() => ViewerType, { description: operations.viewer.description })
  viewer(@Ctx() { viewer }: Context): ViewerType {
    return {
      subject: viewer.subject,
      scopes: SCOPES.filter((scope) => viewer.scopes.has(scope)),
      expiresAt: viewer.expiresAt,
      credential: viewer.credential,
      limits: limitsOf(viewer),
    };
  }
}

function limitsOf({ limits = {} }: Viewer): TokenLimitsType | null {
  const { operations, taskIds, creditsMax } = limits;
  if (operations === undefined && taskIds === undefined && creditsMax === undefined) return null;
  return {
    // One that a later version has taken away permits nothing.
    operations: operations?.filter((field) => findOperation(field) !== undefined) ?? null,
    taskIds: taskIds === undefined ? null : [...taskIds],
    creditsMax: creditsMax ?? null,
  };
}
