import { Arg, ID, Query, Resolver } from 'type-graphql';
import { DateScalar } from '../../scalars/date-scalar.js';
import { operations } from '../../operations/operations.js';
import type { OrganizationReports } from '../../services/organization/organization-reports.js';
import { checkArgument } from '../input/check-argument.js';
import { BEFORE_DAY, checkReportDays, FROM_DAY } from '../input/report-days.js';
import { After, First } from '../pagination/page-arguments.js';
import { runwayConnection } from '../pagination/runway-connection.js';
import type { Connection } from '../pagination/connection.js';
import { AvatarUsageType, OrganizationType, OrganizationUsageType } from './organization-type.js';
import {
  AuditLogConnectionType,
  AuditLogDetailsType,
  AuditLogFilterInput,
  OrganizationWebappUsageConnectionType,
  OrganizationWebappUsageFilterInput,
  toAuditLogDetailsType,
  toAuditLogType,
  toWebappUsageType,
  type AuditLogType,
  type OrganizationWebappUsageType,
} from './organization-webapp-type.js';

/** Every method throws the RUNWAY_ errors of RunwayOrganization. */
@Resolver()
export class OrganizationResolver {
  constructor(private readonly reports: OrganizationReports) {}

  @Query(() => OrganizationType, { description: operations.organization.description })
  async organization(): Promise<OrganizationType> {
    return await this.reports.organization();
  }

  /** Throws BAD_USER_INPUT. */
  @Query(() => OrganizationUsageType, {
    description: operations.organizationUsage.description,
  })
  async organizationUsage(
    @Arg('from', () => DateScalar, { description: FROM_DAY }) from: string,
    @Arg('before', () => DateScalar, { description: BEFORE_DAY }) before: string,
  ): Promise<OrganizationUsageType> {
    checkReportDays(from, before);
    return await this.reports.usage(from, before);
  }

  /** Throws BAD_USER_INPUT. */
  @Query(() => AvatarUsageType, { description: operations.avatarUsage.description })
  async avatarUsage(
    @Arg('from', () => DateScalar, { description: FROM_DAY }) from: string,
    @Arg('before', () => DateScalar, { description: BEFORE_DAY }) before: string,
  ): Promise<AvatarUsageType> {
    checkReportDays(from, before);
    return await this.reports.avatarUsage(from, before);
  }

  /** Throws BAD_USER_INPUT. */
  @Query(() => OrganizationWebappUsageConnectionType, {
    description: operations.organizationWebappUsage.description,
  })
  async organizationWebappUsage(
    @Arg('filter', () => OrganizationWebappUsageFilterInput, {
      description: 'Which credits.',
      validateFn: checkArgument('filter'),
    })
    filter: OrganizationWebappUsageFilterInput,
    @First() first: number,
    @After() after: string | null | undefined,
  ): Promise<Connection<OrganizationWebappUsageType>> {
    return await runwayConnection(
      { first, after },
      (page) => this.reports.webappUsage(filter, page),
      toWebappUsageType,
    );
  }

  /** Throws BAD_USER_INPUT. */
  @Query(() => AuditLogConnectionType, {
    description: operations.organizationWebappAuditLogs.description,
  })
  async organizationWebappAuditLogs(
    @Arg('filter', () => AuditLogFilterInput, {
      nullable: true,
      description: 'Which entries; all without it.',
      validateFn: checkArgument('filter'),
    })
    filter: AuditLogFilterInput | null | undefined,
    @First() first: number,
    @After() after: string | null | undefined,
  ): Promise<Connection<AuditLogType>> {
    return await runwayConnection(
      { first, after },
      (page) => this.reports.auditLogs(filter ?? {}, page),
      toAuditLogType,
    );
  }

  /** Throws NOT_FOUND. */
  @Query(() => AuditLogDetailsType, {
    description: operations.organizationWebappAuditLog.description,
  })
  async organizationWebappAuditLog(
    @Arg('id', () => ID, { description: 'The entry’s `eventId`.' }) id: string,
    @Arg('organizationId', () => ID, {
      nullable: true,
      description: 'Runway’s id of the organisation; needed when the account is linked to several.',
    })
    organizationId: string | null | undefined,
  ): Promise<AuditLogDetailsType> {
    return toAuditLogDetailsType(await this.reports.auditLog(id, organizationId ?? null));
  }
}
