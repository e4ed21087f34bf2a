import type {
  AuditLog,
  AuditLogDetails,
  AvatarUsage,
  Organization,
  OrganizationUsage,
  WebappUsage,
} from '../../domain/organization/organization.js';
import { GatewayError } from '../../errors.js';
import type { AccountRoutes } from '../../ports/accounts/account-routes.js';
import type {
  AuditLogFilter,
  RunwayOrganization,
  WebappUsageFilter,
} from '../../ports/organization/runway-organization.js';
import type { PageRequest, RunwayPage } from '../../ports/resources/runway-resources.js';

/** Runway reports so many days at once. Source: the SDK's comments on organization.retrieveUsage. */
export const REPORT_DAYS_MAX = 90;

const DAY_MS = 86_400_000;

/** For operators: facts about their own Runway account, as it is used now. */
export class OrganizationReports {
  readonly #runway: RunwayOrganization;
  readonly #accounts: Pick<AccountRoutes, 'operator'>;

  constructor({
    runway,
    accounts,
  }: {
    readonly runway: RunwayOrganization;
    readonly accounts: Pick<AccountRoutes, 'operator'>;
  }) {
    this.#runway = runway;
    this.#accounts = accounts;
  }

  async organization(): Promise<Organization> {
    return await this.#runway.retrieve(this.#accounts.operator);
  }

  /** UTC days, YYYY-MM-DD. Throws BAD_USER_INPUT unless they are 1–90. */
  async usage(from: string, before: string): Promise<OrganizationUsage> {
    checkDays(from, before);
    return await this.#runway.usage(this.#accounts.operator, from, before);
  }

  /** UTC days, YYYY-MM-DD. Throws BAD_USER_INPUT unless they are 1–90. */
  async avatarUsage(from: string, before: string): Promise<AvatarUsage> {
    checkDays(from, before);
    return await this.#runway.avatarUsage(this.#accounts.operator, from, before);
  }

  async webappUsage(
    filter: WebappUsageFilter,
    page: PageRequest,
  ): Promise<RunwayPage<WebappUsage>> {
    return await this.#runway.webappUsage(this.#accounts.operator, filter, page);
  }

  async auditLogs(filter: AuditLogFilter, page: PageRequest): Promise<RunwayPage<AuditLog>> {
    return await this.#runway.auditLogs(this.#accounts.operator, filter, page);
  }

  /** Throws NOT_FOUND. */
  async auditLog(eventId: string, organizationId: string | null): Promise<AuditLogDetails> {
    const found = await this.#runway.auditLog(this.#accounts.operator, eventId, organizationId);
    if (found === undefined) throw new GatewayError('NOT_FOUND');
    return found;
  }
}

function checkDays(from: string, before: string): void {
  const days = (Date.parse(before) - Date.parse(from)) / DAY_MS;
  if (days >= 1 && days <= REPORT_DAYS_MAX) return;
  const message = `Must be 1 to ${String(REPORT_DAYS_MAX)} days after \`from\`.`;
  const allowed = [`1–${String(REPORT_DAYS_MAX)} days`];
  throw new GatewayError('BAD_USER_INPUT', {
    issues: [{ path: 'before', rule: 'range', message, allowed }],
  });
}
