import type {
  AuditLog,
  AuditLogDetails,
  AvatarUsage,
  Organization,
  OrganizationUsage,
  WebappUsage,
} from '../../domain/organization/organization.js';
import type { PageRequest, RunwayPage } from '../resources/runway-resources.js';

/** Which of the workspaces that are linked to an account. */
export interface WebappScope {
  /** Needed where the account is linked to more than one. */
  readonly organizationId?: string;
  /** Those that the account administers, without it. */
  readonly workspaceIds?: readonly string[];
}

export interface WebappUsageFilter extends WebappScope {
  readonly from: Date;
  readonly before: Date;
}

export interface AuditLogFilter extends WebappScope {
  readonly from?: Date;
  readonly before?: Date;
  readonly actions?: readonly string[];
  readonly actorEmails?: readonly string[];
}

/**
 * Facts about a whole Runway account: nothing of it is any one tenant's. Every method throws
 * RUNWAY_UNAVAILABLE, RUNWAY_UNAUTHORIZED, RUNWAY_RATE_LIMITED, RUNWAY_NOT_FOUND and
 * RUNWAY_REFUSED; an answer that does not check is RUNWAY_UNAVAILABLE. `before` is never included.
 */
export interface RunwayOrganization {
  retrieve(account: string): Promise<Organization>;
  /** By UTC days, YYYY-MM-DD: at most 90. */
  usage(account: string, from: string, before: string): Promise<OrganizationUsage>;
  /** By UTC days, YYYY-MM-DD: at most 90. */
  avatarUsage(account: string, from: string, before: string): Promise<AvatarUsage>;
  /** Newest first. */
  webappUsage(
    account: string,
    filter: WebappUsageFilter,
    page: PageRequest,
  ): Promise<RunwayPage<WebappUsage>>;
  /** Newest first. */
  auditLogs(
    account: string,
    filter: AuditLogFilter,
    page: PageRequest,
  ): Promise<RunwayPage<AuditLog>>;
  /** Undefined when there is no such entry, or not in that organisation. */
  auditLog(
    account: string,
    eventId: string,
    organizationId: string | null,
  ): Promise<AuditLogDetails | undefined>;
}
