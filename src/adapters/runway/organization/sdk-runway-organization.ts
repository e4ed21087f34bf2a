import type {
  AuditLogDetails,
  AvatarUsage,
  Organization,
  OrganizationUsage,
} from '../../../domain/organization/organization.js';
import type { SdkMethod } from '../../../generated/facts/sdk-methods.js';
import { answerTypes } from '../../../operations/answer-types.js';
import type { RunwayOrganization } from '../../../ports/organization/runway-organization.js';
import type {
  AuditLogFilter,
  WebappScope,
} from '../../../ports/organization/runway-organization.js';
import type { PageRequest } from '../../../ports/resources/runway-resources.js';
import { withAdded } from '../outcomes/added-values.js';
import type { Shape } from '../outcomes/answer-shapes.js';
import {
  auditLog,
  auditLogDetails,
  avatarUsage,
  organization,
  organizationUsage,
  webappUsage,
} from './organization-answers.js';
import type { RunwayClient } from '../client/runway-client.js';
import { isPathId } from '../client/path-id.js';
import { pageOf, queryOf } from '../client/runway-page.js';

type Port = RunwayOrganization;

/** Facts about an account, through Runway's SDK: one request a call, and every answer checked. */
export class SdkRunwayOrganization implements RunwayOrganization {
  readonly #client: RunwayClient;

  constructor(client: RunwayClient) {
    this.#client = client;
  }

  async retrieve(account: string): Promise<Organization> {
    const method = 'organization.retrieve';
    return await this.#ask(account, method, this.#withAdded(method, organization));
  }

  async usage(account: string, from: string, before: string): Promise<OrganizationUsage> {
    const body = { startDate: from, beforeDate: before };
    const method = 'organization.retrieveUsage';
    return await this.#ask(account, method, this.#withAdded(method, organizationUsage), body);
  }

  async avatarUsage(account: string, from: string, before: string): Promise<AvatarUsage> {
    const query = { startDate: startOf(from), endDate: startOf(before) };
    const method = 'avatars.getUsage';
    return await this.#ask(account, method, this.#withAdded(method, avatarUsage), query);
  }

  async webappUsage(
    account: string,
    filter: Parameters<Port['webappUsage']>[1],
    page: PageRequest,
  ): ReturnType<Port['webappUsage']> {
    const query = { ...queryOf(page), ...windowOf(filter) };
    const method = 'organization.webapp.listUsage';
    const entry = this.#withAdded(method, webappUsage);
    return await this.#ask(account, method, pageOf(entry), query);
  }

  async auditLogs(
    account: string,
    filter: AuditLogFilter,
    page: PageRequest,
  ): ReturnType<Port['auditLogs']> {
    const { actions, actorEmails } = filter;
    const query = {
      ...queryOf(page),
      ...windowOf(filter),
      ...(actions !== undefined && { actions: actions.join(',') }),
      ...(actorEmails !== undefined && { actorEmails: actorEmails.join(',') }),
    };
    const method = 'organization.webapp.auditLogs.list';
    const entry = this.#withAdded(method, auditLog);
    return await this.#ask(account, method, pageOf(entry), query);
  }

  async auditLog(
    account: string,
    eventId: string,
    organizationId: string | null,
  ): Promise<AuditLogDetails | undefined> {
    if (!isPathId(eventId)) return undefined;
    const method = 'organization.webapp.auditLogs.retrieve';
    const exchange = await this.#client.read(account, {
      method,
      pathIds: [eventId],
      body: { ...(organizationId !== null && { organizationId }) },
    });
    // 400: nothing can have an id of that form.
    const status = exchange.kind === 'answered' ? exchange.status : null;
    if (status === 400 || status === 404) return undefined;
    return this.#client.answerIn(exchange, this.#withAdded(method, auditLogDetails), 'audit log');
  }

  #withAdded<T extends object>(method: SdkMethod, shape: Shape<T>): Shape<T> {
    return withAdded(shape, answerTypes[method], this.#client.addedFields);
  }

  /** `argument`: the body or the query, whichever the method takes. */
  async #ask<T>(
    account: string,
    method: SdkMethod,
    shape: Shape<T>,
    argument?: object,
  ): Promise<T> {
    const call = { method, pathIds: [], ...(argument !== undefined && { body: argument }) };
    return this.#client.answerIn(await this.#client.read(account, call), shape, method);
  }
}

/** The instant at which a UTC day begins. */
function startOf(day: string): string {
  return `${day}T00:00:00.000Z`;
}

function windowOf(filter: WebappScope & { readonly from?: Date; readonly before?: Date }): object {
  const { from, before, organizationId, workspaceIds } = filter;
  return {
    ...(from !== undefined && { from: from.toISOString() }),
    ...(before !== undefined && { to: before.toISOString() }),
    ...(organizationId !== undefined && { organizationId }),
    ...(workspaceIds !== undefined && { workspaceIds: workspaceIds.join(',') }),
  };
}
