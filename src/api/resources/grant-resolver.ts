import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { ListableKind } from '../../domain/resource/kinds.js';
import type { ResourceSummary } from '../../domain/resource/resource-summary.js';
import { operations } from '../../operations/operations.js';
import type { Context } from '../../ports/context.js';
import type { Resource } from '../../ports/resources/resource-store.js';
import type { Grants } from '../../services/resources/grants.js';
import { checkArgument } from '../input/check-argument.js';
import { After, First } from '../pagination/page-arguments.js';
import { runwayConnection } from '../pagination/runway-connection.js';
import type { Connection } from '../pagination/connection.js';
import type { GrantedResourceType } from './grant-types.js';
import {
  GrantResourceInput,
  GrantResourcePayload,
  ResourceKindEnum,
  RevokeResourcePayload,
  UnownedResourceConnectionType,
  type UnownedResourceType,
} from './grant-types.js';
import { toDate } from '../to-date.js';

@Resolver()
export class GrantResolver {
  constructor(private readonly grants: Grants) {}

  @Query(() => UnownedResourceConnectionType, {
    description: operations.unownedResources.description,
  })
  async unownedResources(
    @Arg('kind', () => ResourceKindEnum, { description: 'What to look for.' }) kind: ListableKind,
    @Arg('tenant', () => ID, {
      nullable: true,
      description:
        'Look in the account for new work of this tenant; without it, in the operator’s.',
    })
    tenant: string | null | undefined,
    @First() first: number,
    @After() after: string | null | undefined,
  ): Promise<Connection<UnownedResourceType>> {
    return await runwayConnection(
      { first, after },
      (page) => this.grants.listUnowned(kind, page, tenant ?? null),
      (item) => item && toUnowned(kind, item),
    );
  }

  /** Throws NOT_FOUND and CONFLICT as Grants.grant does. */
  @Mutation(() => GrantResourcePayload, {
    description: operations.grantResource.description,
  })
  async grantResource(
    @Arg('input', () => GrantResourceInput, {
      description: 'What is given to whom.',
      validateFn: checkArgument('input'),
    })
    { tenant, kind, id, slug }: GrantResourceInput,
    @Ctx() { viewer }: Context,
  ): Promise<GrantResourcePayload> {
    const grant = { tenantId: tenant, kind, runwayId: id, alias: slug ?? null };
    return { resource: toGranted(kind, await this.grants.grant(viewer, grant)) };
  }

  /** Throws NOT_FOUND when it has no owner. */
  @Mutation(() => RevokeResourcePayload, {
    description: operations.revokeResource.description,
  })
  async revokeResource(
    @Arg('kind', () => ResourceKindEnum, { description: 'What it is.' }) kind: ListableKind,
    @Arg('id', () => ID, { description: "Runway's id." }) id: string,
    @Ctx() { viewer }: Context,
  ): Promise<RevokeResourcePayload> {
    return { resource: toGranted(kind, await this.grants.revoke(kind, id, viewer.audit)) };
  }
}

function toGranted(kind: ListableKind, resource: Resource): GrantedResourceType {
  const { runwayId: id, tenantId: tenant, alias: slug } = resource;
  return { kind, id, tenant, slug };
}

function toUnowned(
  kind: ListableKind,
  { id, name, slug, createdAt }: ResourceSummary,
): UnownedResourceType {
  return { kind, id, name, slug, createdAt: toDate(createdAt) };
}
