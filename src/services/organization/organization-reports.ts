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

  /** UTC days, YYYY-MM-DD, at most 90. */
  async usage(from: string, before: string): Promise<OrganizationUsage> {
    return await this.#runway.usage(this.#accounts.operator, from, before);
  }

  /** UTC days, YYYY-MM-DD, at most 90. */
  async avatarUsage(from: string, before: string): Promise<AvatarUsage> {
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
