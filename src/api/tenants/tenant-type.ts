import { Matches } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { RESOURCE_KINDS, type ResourceKind } from '../../domain/resource/kinds.js';
import { DateTimeScalar } from '../../scalars/date-time-scalar.js';
import { NO_POLICY } from '../../domain/tenant/access-policy.js';
import { TENANT_ID, type Tenant, type TenantStatus } from '../../domain/tenant/tenant.js';
import { MaxLength, MinLength } from '../../scalars/rules/bounds.js';
import { AccessPolicyType, toAccessPolicyType } from '../keys/access-policy-type.js';
import { TenantStatusEnum } from '../enums.js';
import { connectionOf } from '../pagination/connection.js';
import { LABEL_LENGTH_MAX } from '../tasks/task-payloads.js';

@ObjectType('TenantHoldings', { description: 'How much a tenant has.' })
export class TenantHoldingsType {
  @Field(() => Int, { description: 'Tasks that can be read.' })
  tasks!: number;

  @Field(() => Int, { description: 'Keys that have not been revoked.' })
  apiKeys!: number;
}

/** `avatar` → `avatars`: the member of TenantHoldings. */
export const holdingOf = (kind: ResourceKind): string => `${kind}s`;

for (const kind of RESOURCE_KINDS) {
  Field(() => Int, { description: `Its ${wordsOf(holdingOf(kind))} that are known here.` })(
    TenantHoldingsType.prototype,
    holdingOf(kind),
  );
}

/** `avatarConversations` → `avatar conversations`. */
function wordsOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

@ObjectType('TenantRemaining', {
  description:
    'What a tenant that is DELETING still has. Each resource goes here when it has gone at Runway.',
})
export class TenantRemainingType {
  @Field(() => Int, { description: 'Tasks.' })
  tasks!: number;

  @Field(() => Int, { description: 'Resources at Runway that are not tasks.' })
  resources!: number;
}

@ObjectType('Tenant', {
  description: 'A party whose tasks, resources and keys no other party can see.',
})
export class TenantType {
  @Field(() => ID, { description: 'Chosen by the operator.' })
  id!: string;

  @Field(() => String, { description: 'For people.' })
  name!: string;

  @Field(() => TenantStatusEnum, { description: 'What it may do.' })
  status!: TenantStatus;

  @Field(() => Int, {
    nullable: true,
    description:
      'Tasks that it may have QUEUED or live at once (`setTenantLimits`); null: as many as the configuration says (LIVE_TASKS_PER_TENANT_MAX).',
  })
  liveTasksMax!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Percentage of the configured operations and points a minute that it may use (`setTenantLimits`); null: 100.',
  })
  ratePercent!: number | null;

  @Field(() => AccessPolicyType, {
    description: 'Limits on the requests that it may submit to Runway (`setTenantPolicy`).',
  })
  policy!: AccessPolicyType;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;
}

export const TenantConnectionType = connectionOf(TenantType, {
  name: 'Tenant',
  entries: 'tenants',
  order: 'by id',
});

@InputType('CreateTenantInput', { description: 'A tenant to be made.' })
export class CreateTenantInput {
  @Field(() => ID, {
    description: '1–32 characters a–z 0–9 and hyphen, a letter first. Cannot be changed.',
  })
  @Matches(TENANT_ID)
  id!: string;

  @Field(() => String, { description: 'For people. 1–100 characters.' })
  @MinLength(1)
  @MaxLength(LABEL_LENGTH_MAX)
  name!: string;
}

@ObjectType('CreateTenantPayload', { description: 'Payload of createTenant.' })
export class CreateTenantPayload {
  @Field(() => TenantType, { description: 'The new tenant.' })
  tenant!: TenantType;
}

@ObjectType('SetTenantLimitsPayload', { description: 'Payload of setTenantLimits.' })
export class SetTenantLimitsPayload {
  @Field(() => TenantType, { description: 'The tenant with its limits.' })
  tenant!: TenantType;
}

@ObjectType('SuspendTenantPayload', { description: 'Payload of suspendTenant.' })
export class SuspendTenantPayload {
  @Field(() => TenantType, { description: 'The tenant: SUSPENDED.' })
  tenant!: TenantType;
}

@ObjectType('ResumeTenantPayload', { description: 'Payload of resumeTenant.' })
export class ResumeTenantPayload {
  @Field(() => TenantType, { description: 'The tenant: ACTIVE.' })
  tenant!: TenantType;
}

export function toTenantType({ policy, ...tenant }: Tenant): TenantType {
  return { ...tenant, policy: toAccessPolicyType(policy ?? NO_POLICY) };
}
