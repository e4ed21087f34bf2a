import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PAGE_SIZE, PAGE_SIZE_MAX } from '../../domain/page-size.js';
import { GatewayError } from '../../errors.js';
import { operatorOperations } from '../../operations/operator.js';
import type { Context } from '../../ports/context.js';
import type { ReviewFinding } from '../../ports/keys/access-review-store.js';
import { CursorScalar } from '../../scalars/cursor.js';
import type { AccessReviews } from '../../services/keys/access-reviews.js';
import { checkPageSize } from '../pagination/page-size-argument.js';
import { parseReviewCursor, reviewCursor } from './review-cursor.js';
import { parseTenantCursor, tenantCursor } from '../tenants/tenant-cursor.js';
import {
  AccessReviewType,
  ReviewedKeyConnectionType,
  ReviewFindingEnum,
  RevokeUnusedKeysPayload,
  toReviewedKeyType,
} from './access-review-types.js';
import { toApiKeyType } from './api-key-type.js';
import { TenantConnectionType, toTenantType } from '../tenants/tenant-type.js';

/** Days without use after which a key counts as unused. */
const UNUSED_DAYS = 90;

const DAYS_MAX = 3_650;

const FIRST = `Entries of the page, 1–${String(PAGE_SIZE_MAX)}.`;
const AFTER = 'Cursor of the last entry that you have.';

@Resolver(() => AccessReviewType)
export class AccessReviewResolver {
  constructor(private readonly reviews: AccessReviews) {}

  @Query(() => AccessReviewType, { description: operatorOperations.accessReview.description })
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
    @Arg('first', () => Int, { defaultValue: PAGE_SIZE, description: FIRST }) first: number,
    @Arg('after', () => CursorScalar, { nullable: true, description: AFTER })
    after: string | null | undefined,
  ): Promise<ReviewedKeyConnectionType> {
    checkPageSize(first);
    const place = typeof after === 'string' ? parseReviewCursor(after) : null;
    const page = await this.reviews.listKeys(review, finding ?? null, { first, after: place });
    const edges = page.keys.map((reviewed) => ({
      cursor: reviewCursor(reviewed.key),
      node: toReviewedKeyType(reviewed),
    }));
    return toPage(edges, page.hasNextPage);
  }

  @FieldResolver(() => TenantConnectionType, {
    description:
      'Tenants without a limit on the credits of a day or month for the tenant as a whole.',
  })
  async tenantsWithoutBudget(
    @Arg('first', () => Int, { defaultValue: PAGE_SIZE, description: FIRST }) first: number,
    @Arg('after', () => CursorScalar, { nullable: true, description: AFTER })
    after: string | null | undefined,
  ): Promise<TenantConnectionType> {
    checkPageSize(first);
    const place = typeof after === 'string' ? parseTenantCursor(after) : null;
    const page = await this.reviews.listTenantsWithoutBudget({ first, after: place });
    const edges = page.tenants.map((tenant) => ({
      cursor: tenantCursor(tenant.id),
      node: toTenantType(tenant),
    }));
    return toPage(edges, page.hasNextPage);
  }

  @Mutation(() => RevokeUnusedKeysPayload, {
    description: operatorOperations.revokeUnusedKeys.description,
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

function toPage<Node>(
  edges: { readonly cursor: string; readonly node: Node }[],
  hasNextPage: boolean,
): {
  edges: { cursor: string; node: Node }[];
  nodes: Node[];
  pageInfo: ReviewedKeyConnectionType['pageInfo'];
} {
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage,
      hasPreviousPage: false,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
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
