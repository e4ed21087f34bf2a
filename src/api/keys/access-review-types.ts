import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../scalars/date-time-scalar.js';
import { NO_POLICY } from '../../domain/tenant/access-policy.js';
import type { Scope } from '../../domain/tenant/scope.js';
import {
  REVIEW_FINDINGS,
  type ReviewedKey,
  type ReviewFinding,
} from '../../ports/keys/access-review-store.js';
import type { AccessReview } from '../../services/keys/access-reviews.js';
import { AccessPolicyType, toAccessPolicyType } from './access-policy-type.js';
import { ApiKeyType, toApiKeyType } from './api-key-type.js';
import { ScopeEnum, TenantStatusEnum } from '../enums.js';
import { describe, enumOf } from '../enum-values.js';
import { connectionOf } from '../pagination/connection.js';
import type { TenantStatus } from '../../domain/tenant/tenant.js';

export const ReviewFindingEnum = enumOf(REVIEW_FINDINGS);
registerEnumType(ReviewFindingEnum, {
  name: 'ReviewFinding',
  description: 'A finding of an access review about a key.',
  valuesConfig: describe<ReviewFinding>({
    UNUSED: 'It was not used for the days of the review.',
    ENDLESS: 'It does not end by itself.',
    UNUSED_SCOPES: 'It has scopes that were never needed.',
  }),
});

@ObjectType('ReviewedKey', { description: 'A key that can be used, and what was found about it.' })
export class ReviewedKeyType {
  @Field(() => ApiKeyType, { description: 'The key, with its scopes and its policy.' })
  apiKey!: ApiKeyType;

  @Field(() => TenantStatusEnum, { description: 'What its tenant may do.' })
  tenantStatus!: TenantStatus;

  @Field(() => AccessPolicyType, { description: 'The policy of its tenant, which holds as well.' })
  tenantPolicy!: AccessPolicyType;

  @Field(() => Boolean, {
    description:
      'Whether it was not used for the days of the review; one that was never used counts from when it was made.',
  })
  unused!: boolean;

  @Field(() => Boolean, { description: 'Whether it has no end.' })
  endless!: boolean;

  @Field(() => [ScopeEnum], { description: 'Scopes that were never needed.' })
  unusedScopes!: readonly Scope[];
}

export const ReviewedKeyConnectionType = connectionOf(ReviewedKeyType, {
  name: 'ReviewedKey',
  entries: 'reviewed keys',
  order: 'by tenant and id',
});

@ObjectType('AccessReview', {
  description: 'Who can do what. Holders of external access tokens are not in it: see your issuer.',
})
export class AccessReviewType implements AccessReview {
  @Field(() => DateTimeScalar, { description: 'The time of the review.' })
  at!: Date;

  @Field(() => Int, { description: 'Days without use after which a key counts as unused.' })
  unusedDays!: number;
}

@ObjectType('RevokeUnusedKeysPayload', { description: 'Payload of revokeUnusedKeys.' })
export class RevokeUnusedKeysPayload {
  @Field(() => [ApiKeyType], { description: 'The keys that were revoked, at most 100.' })
  apiKeys!: ApiKeyType[];

  @Field(() => Boolean, { description: 'Whether there may be more of them: call again.' })
  mayHaveMore!: boolean;
}

export function toReviewedKeyType(reviewed: ReviewedKey): ReviewedKeyType {
  const { key, tenant, isUnused, unusedScopes } = reviewed;
  return {
    apiKey: toApiKeyType(key),
    tenantStatus: tenant.status,
    tenantPolicy: toAccessPolicyType(tenant.policy ?? NO_POLICY),
    unused: isUnused,
    endless: key.expiresAt === null,
    unusedScopes,
  };
}
