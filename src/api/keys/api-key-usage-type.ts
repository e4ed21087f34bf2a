import { Field, Float, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../scalars/date-time-scalar.js';
import { SCOPES, type Scope } from '../../domain/tenant/scope.js';
import type { KeyUsageRecord } from '../../ports/keys/key-usage-store.js';
import { ScopeEnum } from '../enums.js';

@ObjectType('ScopeUsage', { description: 'When a key last needed a scope.' })
export class ScopeUsageType {
  @Field(() => ScopeEnum, { description: 'The scope.' })
  scope!: Scope;

  @Field(() => DateTimeScalar, { description: 'When a field that needs it was last used.' })
  lastUsedAt!: Date;
}

@ObjectType('ApiKeyUsage', {
  description:
    'How a key was used, including tokens issued for it. Written every 10 seconds, so newer uses are missing.',
})
export class ApiKeyUsageType {
  @Field(() => Float, { description: 'Accepted requests and sockets of the credential.' })
  requests!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'The last of them.' })
  lastUsedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'The IP address of the last request; null: not known.',
  })
  lastAddress!: string | null;

  @Field(() => [ScopeUsageType], { description: 'Scopes that were needed.' })
  scopes!: ScopeUsageType[];
}

export function toApiKeyUsageType(record: KeyUsageRecord | undefined): ApiKeyUsageType {
  const { requests = 0, lastAt = null, lastAddress = null, scopes } = record ?? {};
  return {
    requests,
    lastUsedAt: lastAt,
    lastAddress,
    scopes: SCOPES.flatMap((scope) => {
      const lastUsedAt = scopes?.get(scope);
      return lastUsedAt === undefined ? [] : [{ scope, lastUsedAt }];
    }),
  };
}
