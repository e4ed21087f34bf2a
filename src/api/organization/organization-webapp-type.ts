import { ArrayMinSize } from 'class-validator';
import { GraphQLJSON } from 'graphql-scalars';
import { Field, Float, ID, InputType, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../scalars/date-time-scalar.js';
import type { JsonValue } from '../../domain/input/json.js';
import type {
  AuditLog,
  AuditLogDetails,
  WebappUsage,
} from '../../domain/organization/organization.js';
import { MaxItems } from '../../scalars/rules/bounds.js';
import { EachMatches } from '../../scalars/rules/each.js';
import { Optional } from '../../scalars/rules/optional.js';
import { countedConnectionOf } from '../pagination/connection.js';

/** Source: the SDK's comments on organization.webapp.auditLogs.list. */
const FILTER_VALUES_MAX = 50;

/** Runway joins lists with commas: an entry with one in it would be two. */
const WORKSPACE_ID = /^\d{1,16}$/;
const ACTION = /^[A-Za-z]{1,100}$/;
const EMAIL = /^[^\s,]{1,320}$/;

@ObjectType('OrganizationWebappUsage', {
  description: 'Credits that a member used in Runway’s app, or that Runway refunded.',
})
export class OrganizationWebappUsageType {
  @Field(() => DateTimeScalar, { description: 'When they were charged or given back.' })
  timestamp!: Date;

  @Field(() => String, { description: 'Who used them.' })
  email!: string;

  @Field(() => String, { description: 'The model or tool, as people know it.' })
  tool!: string;

  @Field(() => String, { description: '`charge` or `refund`; there may be more.' })
  type!: string;

  @Field(() => Float, { description: 'Credits; below 0 for a refund.' })
  credits!: number;

  @Field(() => ID, { description: 'The workspace’s id.' })
  workspaceId!: string;

  @Field(() => String, { description: 'The workspace’s name.' })
  workspaceName!: string;
}

export const OrganizationWebappUsageConnectionType = countedConnectionOf(
  OrganizationWebappUsageType,
  { name: 'OrganizationWebappUsage', entries: 'credits used in Runway’s app' },
);

@ObjectType('AuditLog', { description: 'An action of a member in Runway’s app.' })
export class AuditLogType {
  @Field(() => ID, { description: 'Of the entry.' })
  eventId!: string;

  @Field(() => DateTimeScalar, { description: 'When it was done.' })
  timestamp!: Date;

  @Field(() => String, { description: 'The action, e.g. `UserLogin`; there may be more.' })
  action!: string;

  @Field(() => String, { nullable: true, description: 'Who did it; null when it is not known.' })
  actorEmail!: string | null;

  @Field(() => String, { nullable: true, description: 'The same by user name.' })
  actorUsername!: string | null;

  @Field(() => Boolean, { description: 'Whether that user has been deleted since.' })
  actorDeleted!: boolean;

  @Field(() => ID, { description: 'The workspace’s id.' })
  workspaceId!: string;

  @Field(() => String, { description: 'The workspace’s name.' })
  workspaceName!: string;
}

export const AuditLogConnectionType = countedConnectionOf(AuditLogType, {
  name: 'AuditLog',
  entries: 'what people did in Runway’s app',
});

@ObjectType('AuditLogMetadata', { description: 'A detail of an action.' })
export class AuditLogMetadataType {
  @Field(() => String, { description: 'The name of the detail for people, e.g. `Previous role`.' })
  key!: string;

  @Field(() => GraphQLJSON, {
    nullable: true,
    description: 'The value of the detail, as Runway reports it.',
  })
  value!: JsonValue;
}

@ObjectType('AuditLogDetails', {
  description: 'An action of a member in Runway’s app, with all that is known of it.',
})
export class AuditLogDetailsType extends AuditLogType {
  @Field(() => String, { description: 'The address it came from.' })
  clientIpAddress!: string;

  @Field(() => String, { nullable: true, description: 'The program it came from.' })
  userAgent!: string | null;

  @Field(() => String, { nullable: true, description: "Runway's id of the request." })
  requestId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Kind of the object of the action, e.g. `asset`; there may be more.',
  })
  resourceType!: string | null;

  @Field(() => String, { nullable: true, description: "Runway's id of that thing." })
  resourceId!: string | null;

  @Field(() => [AuditLogMetadataType], { description: 'Details of the action.' })
  metadata!: readonly AuditLogMetadataType[];
}

@InputType('OrganizationWebappUsageFilterInput', { description: 'Which credits to list.' })
export class OrganizationWebappUsageFilterInput {
  @Field(() => DateTimeScalar, { description: 'Used then or later.' })
  from!: Date;

  @Field(() => DateTimeScalar, { description: 'Used before then.' })
  before!: Date;

  @Field(() => ID, {
    nullable: true,
    description: 'Runway’s id of the organisation; needed when the account is linked to several.',
  })
  @Optional()
  organizationId?: string;

  @Field(() => [ID], {
    nullable: true,
    description:
      'In one of these workspaces, by Runway’s ids; in all without it. 1–50 entries of digits.',
  })
  @Optional()
  @ArrayMinSize(1)
  @MaxItems(FILTER_VALUES_MAX)
  @EachMatches(WORKSPACE_ID)
  workspaceIds?: string[];
}

@InputType('AuditLogFilterInput', {
  description: 'Which entries to list: every given field must fit; within a list, any entry.',
})
export class AuditLogFilterInput {
  @Field(() => DateTimeScalar, { nullable: true, description: 'Done then or later.' })
  @Optional()
  from?: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Done before then.' })
  @Optional()
  before?: Date;

  @Field(() => ID, {
    nullable: true,
    description: 'Runway’s id of the organisation; needed when the account is linked to several.',
  })
  @Optional()
  organizationId?: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'In one of these workspaces, by Runway’s ids. 1–50 entries of digits.',
  })
  @Optional()
  @ArrayMinSize(1)
  @MaxItems(FILTER_VALUES_MAX)
  @EachMatches(WORKSPACE_ID)
  workspaceIds?: string[];

  @Field(() => [String], {
    nullable: true,
    description:
      "One of these actions, by Runway's names, e.g. `UserLogin`. 1–50 entries of letters.",
  })
  @Optional()
  @ArrayMinSize(1)
  @MaxItems(FILTER_VALUES_MAX)
  @EachMatches(ACTION)
  actions?: string[];

  @Field(() => [String], {
    nullable: true,
    description: 'Done by one of these people, by e-mail. 1–50 entries without spaces and commas.',
  })
  @Optional()
  @ArrayMinSize(1)
  @MaxItems(FILTER_VALUES_MAX)
  @EachMatches(EMAIL)
  actorEmails?: string[];
}

export function toWebappUsageType(usage: WebappUsage): OrganizationWebappUsageType {
  const { timestamp, workspaceId } = usage;
  return { ...usage, timestamp: new Date(timestamp), workspaceId: String(workspaceId) };
}

export function toAuditLogType(log: AuditLog): AuditLogType {
  const { timestamp, workspaceId } = log;
  return { ...log, timestamp: new Date(timestamp), workspaceId: String(workspaceId) };
}

export function toAuditLogDetailsType(log: AuditLogDetails): AuditLogDetailsType {
  const { timestamp, workspaceId } = log;
  return { ...log, timestamp: new Date(timestamp), workspaceId: String(workspaceId) };
}
