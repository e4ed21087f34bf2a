import { Field, Float, ID, InputType, ObjectType } from 'type-graphql';
import {
  isAlertRule,
  type AlertAnswer,
  type AlertSeverity,
} from '../../domain/alerts/alert-rules.js';
import type { SecurityAlert } from '../../domain/alerts/security-alert.js';
import { GatewayError } from '../../errors.js';
import type { AlertFilter } from '../../ports/alerts/alert-store.js';
import { DateTimeScalar } from '../../scalars/date-time-scalar.js';
import { MaxLength, MinLength } from '../../scalars/rules/bounds.js';
import { Optional } from '../../scalars/rules/optional.js';
import { AlertAnswerEnum, AlertSeverityEnum } from '../enums.js';
import { connectionOf } from '../pagination/connection.js';

const RULE_LENGTH_MAX = 60;

@InputType('SecurityAlertFilterInput', {
  description: 'Filter of the alerts: every given field must fit.',
})
export class SecurityAlertFilterInput {
  @Field(() => String, {
    nullable: true,
    description: 'Of this rule, e.g. `credential_stuffing`. 1–60 characters.',
  })
  @Optional()
  @MinLength(1)
  @MaxLength(RULE_LENGTH_MAX)
  rule?: string;

  @Field(() => AlertSeverityEnum, { nullable: true, description: 'Of this severity.' })
  @Optional()
  severity?: AlertSeverity;

  @Field(() => ID, { nullable: true, description: 'About this tenant.' })
  @Optional()
  tenant?: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Raised then or later.' })
  @Optional()
  from?: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Raised before then.' })
  @Optional()
  before?: Date;
}

@ObjectType('SecurityAlert', {
  description: 'A suspicious pattern. It holds names and numbers alone, no text of a client.',
})
export class SecurityAlertType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => String, {
    description: 'The rule that fired, e.g. `credential_stuffing`; see docs/operating/alerts.md.',
  })
  rule!: string;

  @Field(() => AlertSeverityEnum, { description: 'How urgent it is.' })
  severity!: AlertSeverity;

  @Field(() => String, {
    description:
      'What it is about, e.g. `key:ab12cd34`, `tenant:acme`, `address:192.0.2.1` or `account:default`; `others`: further subjects of the rule, when there are very many.',
  })
  subject!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What of it, e.g. a network or one of Runway’s limits.',
  })
  detail!: string | null;

  @Field(() => ID, { nullable: true, description: 'The tenant that it concerns.' })
  tenant!: string | null;

  @Field(() => ID, { nullable: true, description: 'The API key that it concerns.' })
  apiKey!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The IP address, or IPv6 network, that it concerns.',
  })
  address!: string | null;

  @Field(() => Float, {
    description: 'The largest count so far, in the unit of the rule, e.g. refusals in a minute.',
  })
  count!: number;

  @Field(() => Float, { description: 'The count from which on the rule fires.' })
  threshold!: number;

  @Field(() => DateTimeScalar, { description: 'When it was raised.' })
  raisedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When the pattern was last seen.' })
  lastSeenAt!: Date;

  @Field(() => AlertAnswerEnum, {
    nullable: true,
    description: 'What the gateway did by itself; null: nothing.',
  })
  answer!: AlertAnswer | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When that ends by itself; null: never, or there was no answer.',
  })
  answerEndsAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When an operator ended it; null: none did.',
  })
  liftedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who ended it.' })
  liftedBy!: string | null;
}

@ObjectType('SecurityAlertEvent', { description: 'A security alert that was raised.' })
export class SecurityAlertEventType {
  @Field(() => String, { description: 'Pass it as `after` to go on from here.' })
  cursor!: string;

  @Field(() => SecurityAlertType, { description: 'The alert as it was when it was read.' })
  alert!: SecurityAlertType;
}

@ObjectType('LiftAlertAnswerPayload', { description: 'The alert whose answer was ended.' })
export class LiftAlertAnswerPayload {
  @Field(() => SecurityAlertType, { description: 'The alert.' })
  alert!: SecurityAlertType;
}

export const SecurityAlertConnectionType = connectionOf(SecurityAlertType, {
  name: 'SecurityAlert',
  entries: 'security alerts',
});

export function toSecurityAlertType(alert: SecurityAlert): SecurityAlertType {
  const { tenantId: tenant, keyId: apiKey, ...rest } = alert;
  return { ...rest, tenant, apiKey };
}

/** Throws BAD_USER_INPUT for a rule that does not exist. */
export function toAlertFilter(input: SecurityAlertFilterInput | null | undefined): AlertFilter {
  const { rule, ...rest } = input ?? {};
  if (rule === undefined) return rest;
  if (isAlertRule(rule)) return { ...rest, rule };
  throw new GatewayError('BAD_USER_INPUT', {
    issues: [{ path: 'filter.rule', rule: 'exists', message: 'No rule has this name.' }],
  });
}
