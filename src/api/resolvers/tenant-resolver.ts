import { Arg, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import { gatewayOperations } from '../../operations/gateway.js';
import type { Moderation } from '../../services/moderation.js';
import { TenantType } from './key-resolver.js';

@ObjectType('ResumeTenantPayload', { description: 'What resumeTenant did.' })
export class ResumeTenantPayload {
  @Field(() => TenantType, { description: 'The tenant, which may spend again.' })
  tenant!: TenantType;
}

@Resolver()
export class TenantResolver {
  constructor(private readonly moderation: Moderation) {}

  /** Throws NOT_FOUND when there is no such tenant. */
  @Mutation(() => ResumeTenantPayload, { description: gatewayOperations.resumeTenant.description })
  async resumeTenant(
    @Arg('id', () => ID, { description: 'The tenant’s id.' }) id: string,
  ): Promise<ResumeTenantPayload> {
    return { tenant: await this.moderation.resumeTenant(id) };
  }
}
