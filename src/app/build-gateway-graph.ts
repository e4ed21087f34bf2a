import { buildGraph, type Services } from '../api/schema.js';
import { AuditEvents } from '../services/audit/audit-events.js';
import { OrganizationReports } from '../services/organization/organization-reports.js';
import { ResourceEvents } from '../services/resources/resource-events.js';
import type { TokenIssuer } from '../services/tokens/token-issuer.js';
import type { Base } from './base.js';
import type { GatewayParts } from './gateway-parts.js';
import type { Machine } from './machine.js';
import type { Runway } from './runway.js';
import type { Storage } from './storage.js';

export type Graph = ReturnType<typeof buildGraph>;

/** The graph without permissions and audit: http/ is given it with both. */
export function buildGatewayGraph(
  { config: { relaxedBounds, requireIdempotencyKey } }: Base,
  { stores }: Pick<Storage, 'stores'>,
  { accounts, organization }: Runway,
  parts: GatewayParts & { readonly tokenIssuer: TokenIssuer },
  { addedFields }: Machine,
): Graph {
  const { keys: _keys, managedKeys, resources, following, taskEvents, ...others } = parts;
  const services: Services = {
    ...others,
    resources,
    taskEvents,
    keys: managedKeys,
    auditEvents: new AuditEvents(stores.audit),
    organizationReports: new OrganizationReports({ runway: organization, accounts }),
    resourceEvents: new ResourceEvents({ resources, following, taskEvents }),
  };
  return buildGraph(services, { relaxedBounds, requireIdempotencyKey }, addedFields);
}
