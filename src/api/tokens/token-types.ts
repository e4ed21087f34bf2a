import { ArrayMinSize, Max, Min } from 'class-validator';
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../scalars/date-time-scalar.js';
import {
  TOKEN_LIFETIME_MAX_SECONDS,
  TOKEN_LIFETIME_MIN_SECONDS,
  TOKEN_LIST_MAX,
} from '../../domain/tenant/issued-token.js';
import { SCOPES, type Scope } from '../../domain/tenant/scope.js';
import { CREDENTIAL_KINDS, type CredentialKind } from '../../domain/tenant/credential-kind.js';
import { operations, type OperationName } from '../../operations/operations.js';
import { MaxItems } from '../../scalars/rules/bounds.js';
import { Optional } from '../../scalars/rules/optional.js';
import { ScopeEnum } from '../enums.js';
import { describe, enumOf, screamingSnake } from '../enum-values.js';

const FIELDS = Object.keys(operations) as OperationName[];

export const RootFieldEnum = enumOf(FIELDS);
registerEnumType(RootFieldEnum, {
  name: 'RootField',
  description: 'A field of Query, Mutation or Subscription.',
  valuesConfig: Object.fromEntries(
    FIELDS.map((field) => [screamingSnake(field), { description: `The field \`${field}\`.` }]),
  ),
});

export const CredentialKindEnum = enumOf(CREDENTIAL_KINDS);
registerEnumType(CredentialKindEnum, {
  name: 'CredentialKind',
  description: 'What a credential is.',
  valuesConfig: describe<CredentialKind>({
    key: 'An API key of this gateway.',
    token: 'A short-lived token that was issued for an API key (`issueToken`).',
    issuer: 'An access token of an OAuth issuer that the operator trusts.',
  }),
});

/** Credits: as for a budget. */
const CREDITS_MAX = 1_000_000_000;

const ENTRIES = `1–${String(TOKEN_LIST_MAX)} entries`;

@InputType('IssueTokenInput', { description: 'A token to be issued.' })
export class IssueTokenInput {
  @Field(() => [ScopeEnum], {
    description: 'Its scopes: at least one, and none that you lack.',
  })
  @ArrayMinSize(1)
  @MaxItems(SCOPES.length)
  scopes!: Scope[];

  @Field(() => Int, {
    description: `Seconds until it ends, ${String(TOKEN_LIFETIME_MIN_SECONDS)}–${String(TOKEN_LIFETIME_MAX_SECONDS)}. It ends with your key, should that be earlier.`,
  })
  @Min(TOKEN_LIFETIME_MIN_SECONDS)
  @Max(TOKEN_LIFETIME_MAX_SECONDS)
  expiresInSeconds!: number;

  @Field(() => [RootFieldEnum], {
    nullable: true,
    description: `The only fields that it may use, as far as its scopes permit them; without it, all that they permit. ${ENTRIES}.`,
  })
  @Optional()
  @ArrayMinSize(1)
  @MaxItems(TOKEN_LIST_MAX)
  operations?: OperationName[];

  @Field(() => [ID], {
    nullable: true,
    description: `The only tasks that it may read, follow, cancel and delete. Such a token can do nothing but that: it makes no tasks. NOT_FOUND when one of them is not there. ${ENTRIES}.`,
  })
  @Optional()
  @ArrayMinSize(1)
  @MaxItems(TOKEN_LIST_MAX)
  taskIds?: string[];

  @Field(() => Float, {
    nullable: true,
    description: `Credits that all its requests together may cost, 0–${String(CREDITS_MAX)}; beyond that they are refused with BUDGET_EXCEEDED. Without it, the budgets of your key and tenant alone bound them.`,
  })
  @Optional()
  @Min(0)
  @Max(CREDITS_MAX)
  creditsMax?: number;
}

@ObjectType('IssueTokenPayload', { description: 'Payload of issueToken.' })
export class IssueTokenPayload {
  @Field(() => String, {
    description:
      'The token itself, a JWT (RFC 9068). It is shown here once and stored nowhere. Any holder of this text can use it until it ends.',
  })
  token!: string;

  @Field(() => ID, { description: 'Its public name (`jti`).' })
  id!: string;

  @Field(() => DateTimeScalar, {
    description: 'When it ends. Streams that were opened with it are closed within 5 seconds.',
  })
  expiresAt!: Date;
}

@ObjectType('Credential', { description: 'The caller’s credential, without its secret.' })
export class CredentialType {
  @Field(() => CredentialKindEnum, { description: 'What it is.' })
  kind!: CredentialKind;

  @Field(() => ID, {
    description: 'Its public name: the id of an API key, the `jti` of a token, or a hash of it.',
  })
  id!: string;
}

@ObjectType('TokenLimits', { description: 'Restrictions of a token beyond its scopes.' })
export class TokenLimitsType {
  @Field(() => [RootFieldEnum], {
    nullable: true,
    description: 'The only fields that it may use; null: all that its scopes permit.',
  })
  operations!: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'The only tasks that it sees; null: all.' })
  taskIds!: string[] | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Credits that all its requests together may cost; null: no limit of its own.',
  })
  creditsMax!: number | null;
}
