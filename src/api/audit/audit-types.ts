import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../scalars/date-time-scalar.js';
import type { AuditEvent, AuditVerdict } from '../../domain/audit.js';
import type { ListedRecord } from '../../ports/audit/audit-log.js';
import { MaxLength, MinLength } from '../../scalars/rules/bounds.js';
import { Optional } from '../../scalars/rules/optional.js';
import { connectionOf } from '../pagination/connection.js';
import { AuditEventEnum, AuditVerdictEnum } from '../enums.js';

/** Characters of a subject: an issuer's name and the name of a person or program there. */
const SUBJECT_LENGTH_MAX = 400;

@InputType('AuditEventFilterInput', {
  description: 'Filter of the records: every given field must fit.',
})
export class AuditEventFilterInput {
  @Field(() => String, {
    nullable: true,
    description: 'Of this caller, e.g. `key:ab12cd34`. 1–400 characters.',
  })
  @Optional()
  @MinLength(1)
  @MaxLength(SUBJECT_LENGTH_MAX)
  subject?: string;

  @Field(() => AuditEventEnum, { nullable: true, description: 'Of this event.' })
  @Optional()
  event?: AuditEvent;

  @Field(() => AuditVerdictEnum, { nullable: true, description: 'With this verdict.' })
  @Optional()
  verdict?: AuditVerdict;

  @Field(() => DateTimeScalar, { nullable: true, description: 'From then or later.' })
  @Optional()
  from?: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'From before then.' })
  @Optional()
  before?: Date;
}

@ObjectType('AuditEvent', {
  description: 'A security event, spending or a change: names and ids alone, no content.',
})
export class AuditEventType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When it was.' })
  at!: Date;

  @Field(() => AuditEventEnum, { description: 'What it tells of.' })
  event!: AuditEvent;

  @Field(() => AuditVerdictEnum, { description: 'The outcome.' })
  verdict!: AuditVerdict;

  @Field(() => String, {
    nullable: true,
    description: 'The code of the error that the caller got.',
  })
  code!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The tenant of the caller; null where there is no known caller.',
  })
  tenant!: string | null;

  @Field(() => String, { nullable: true, description: 'Who called, e.g. `key:ab12cd34`.' })
  subject!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The kind of the caller’s credential: `key`, `token` of this gateway, or `issuer`.',
  })
  credentialKind!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The id of the key or token; it opens nothing.',
  })
  credentialId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The API key of the caller, or the key for which its token was issued.',
  })
  apiKey!: string | null;

  @Field(() => String, { nullable: true, description: 'The root field.' })
  operation!: string | null;

  @Field(() => [String], { description: 'The objects that it concerned, e.g. `task:<id>`.' })
  objects!: readonly string[];

  @Field(() => ID, { nullable: true, description: 'The `requestId` of the answer.' })
  requestId!: string | null;

  @Field(() => String, { nullable: true, description: 'The IP address of the caller.' })
  address!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many refusals or dropped records this one stands for; null: only itself.',
  })
  count!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Its place in the sealed chain, from 1 on; null: it is not sealed yet.',
  })
  position!: number | null;
}

export const AuditEventConnectionType = connectionOf(AuditEventType, {
  name: 'AuditEvent',
  entries: 'audit records',
});

export function toAuditEventType({ record, position }: ListedRecord): AuditEventType {
  const { tenantId: tenant, keyId: apiKey, ...rest } = record;
  return { ...rest, tenant, apiKey, position };
}
