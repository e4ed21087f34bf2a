import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { GatewayError } from '../../errors.js';
import { operations } from '../../operations/operations.js';
import type { Context } from '../../ports/context.js';
import type { ReviewFinding } from '../../ports/keys/access-review-store.js';
import type { AccessReviews } from '../../services/keys/access-reviews.js';
import { edgeOf, toConnection, type Connection } from '../pagination/connection.js';
import { After, First } from '../pagination/page-arguments.js';
import { reviewCursors } from './api-key-cursor.js';
import { tenantCursors } from '../tenants/tenant-cursor.js';
import {
  AccessReviewType,
  ReviewedKeyConnectionType,
  ReviewFindingEnum,
  RevokeUnusedKeysPayload,
  toReviewedKeyType,
  type ReviewedKeyType,
} from './access-review-types.js';
import { toApiKeyType } from './api-key-type.js';
import { TenantConnectionType, toTenantType, type TenantType } from '../tenants/tenant-type.js';

/** Days without use after which a key counts as unused. */
const UNUSED_DAYS = 90;

const DAYS_MAX = 3_650;

@Resolver(() => AccessReviewType)
export class AccessReviewResolver {
  constructor(private readonly reviews: AccessReviews) {}

  @Query(() => AccessReviewType, { description: operations.accessReview.description })
  async accessReview(
    @Arg('unusedDays', () => Int, {
      defaultValue: UNUSED_DAYS,
      description: `Days without use after which a key counts as unused, 1–${String(DAYS_MAX)}.`,
    })
    unusedDays: number,
  ): Promise<AccessReviewType> {
    checkDays('unusedDays', unusedDays);
    return await this.reviews.begin(unusedDays);
  }

  @FieldResolver(() => ReviewedKeyConnectionType, {
    description:
      'Keys that are neither revoked nor expired, of tenants that are not being deleted.',
  })
  async keys(
    @Root() review: AccessReviewType,
    @Arg('finding', () => ReviewFindingEnum, {
      nullable: true,
      description: 'Only keys about which this was found.',
    })
    finding: ReviewFinding | null | undefined,
    @First() first: number,
    @After() after: string | null | undefined,
  ): Promise<Connection<ReviewedKeyType>> {
    const place = reviewCursors.after(after);
    const page = await this.reviews.listKeys(review, finding ?? null, { first, after: place });
    const edges = page.keys.map((reviewed) =>
      edgeOf(reviewCursors, reviewed.key, toReviewedKeyType(reviewed)),
    );
    return toConnection(edges, page);
  }

  @FieldResolver(() => TenantConnectionType, {
    description:
      'Tenants without a limit on the credits of a day or month for the tenant as a whole.',
  })
  async tenantsWithoutBudget(
    @First() first: number,
    @After() after: string | null | undefined,
  ): Promise<Connection<TenantType>> {
    const place = tenantCursors.after(after)?.id ?? null;
    const page = await this.reviews.listTenantsWithoutBudget({ first, after: place });
    const edges = page.tenants.map((tenant) => edgeOf(tenantCursors, tenant, toTenantType(tenant)));
    return toConnection(edges, page);
  }

  @Mutation(() => RevokeUnusedKeysPayload, {
    description: operations.revokeUnusedKeys.description,
  })
  async revokeUnusedKeys(
    @Arg('days', () => Int, {
      description: `Days without use after which a key is revoked, 1–${String(DAYS_MAX)}.`,
    })
    days: number,
    @Ctx() { viewer }: Context,
  ): Promise<RevokeUnusedKeysPayload> {
    checkDays('days', days);
    const { keys, mayHaveMore } = await this.reviews.revokeUnused(viewer, days);
    return { apiKeys: keys.map(toApiKeyType), mayHaveMore };
  }
}

/** Throws BAD_USER_INPUT. */
function checkDays(path: string, days: number): void {
  if (days >= 1 && days <= DAYS_MAX) return;
  const message = `Must be from 1 to ${String(DAYS_MAX)} days.`;
  const allowed = [`1–${String(DAYS_MAX)}`];
  throw new GatewayError('BAD_USER_INPUT', {
    issues: [{ path, rule: 'range', message, allowed }],
  });
}
