import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../scalars/date-time-scalar.js';
import { NO_POLICY } from '../../domain/tenant/access-policy.js';
import { apiKeyPrefix } from '../../domain/tenant/api-key.js';
import type { Scope } from '../../domain/tenant/scope.js';
import type { ApiKey } from '../../ports/keys/key-store.js';
import { AccessPolicyType, toAccessPolicyType } from './access-policy-type.js';
import { countedConnectionOf } from '../pagination/connection.js';
import { ScopeEnum } from '../enums.js';

@ObjectType('ApiKey', { description: 'A credential, without its secret.' })
export class ApiKeyType {
  @Field(() => ID, { description: 'The public part of the key: `rgk_<id>_…`.' })
  id!: string;

  @Field(() => String, {
    description:
      'Beginning of the credential, `rgk_<id>`. Search for it where a key may have leaked.',
  })
  prefix!: string;

  @Field(() => ID, { description: 'The tenant it belongs to.' })
  tenant!: string;

  @Field(() => String, { nullable: true, description: 'What it is for.' })
  name!: string | null;

  @Field(() => [ScopeEnum], { description: 'What it permits.' })
  scopes!: readonly Scope[];

  @Field(() => [String], {
    description:
      'IP addresses and networks (CIDR) from which the key may be used; empty: from everywhere. From any other address it is refused like a wrong key.',
  })
  allowedAddresses!: readonly string[];

  @Field(() => AccessPolicyType, {
    description:
      'Limits on the requests of the key and the tokens issued for it (`setKeyPolicy`). The policy of the tenant holds as well.',
  })
  policy!: AccessPolicyType;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Who made it, e.g. `key:ab12cd34`; null: an operator at the command line.',
  })
  createdBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ends; null: never.' })
  expiresAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was revoked; null: it was not.',
  })
  revokedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Since when the gateway refuses it because of a security alert, until an operator lifts that (`liftAlertAnswer`); null: it does not.',
  })
  suspendedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Until when the secret before the last `rotateApiKey` works too; null where there is none.',
  })
  replacedSecretExpiresAt!: Date | null;
}

export const ApiKeyConnectionType = countedConnectionOf(ApiKeyType, {
  name: 'ApiKey',
  entries: 'API keys',
});

export function toApiKeyType(key: ApiKey): ApiKeyType {
  const { id, tenantId, name, scopes, allowedAddresses } = key;
  const { createdAt, createdBy, expiresAt, revokedAt, suspendedAt, replacedSecret } = key;
  return {
    id,
    prefix: apiKeyPrefix(id),
    tenant: tenantId,
    name,
    scopes,
    allowedAddresses,
    policy: toAccessPolicyType(key.policy ?? NO_POLICY),
    createdAt,
    createdBy,
    expiresAt,
    revokedAt,
    suspendedAt,
    replacedSecretExpiresAt: replacedSecret?.until ?? null,
  };
}
