import { buildGraph, type Services } from '../api/schema.js';
import { AuditEvents } from '../services/audit/audit-events.js';
import { OrganizationReports } from '../services/organization/organization-reports.js';
import { ResourceEvents } from '../services/resources/resource-events.js';
import type { TokenIssuer } from '../services/tokens/token-issuer.js';
import type { Base } from './base.js';
import type { KeyParts } from './key-parts.js';
import type { ResourceParts } from './resource-parts.js';
import type { Runway } from './runway.js';
import type { Storage } from './storage.js';
import type { SubmissionParts } from './submission-parts.js';
import type { TaskParts } from './task-parts.js';
import type { TenantParts } from './tenant-parts.js';

export type Graph = ReturnType<typeof buildGraph>;

/** All that the fields of the graph are served by. */
export interface GraphParts
  extends KeyParts, ResourceParts, SubmissionParts, TaskParts, TenantParts {
  readonly tokenIssuer: TokenIssuer;
}

/** The graph without permissions and audit: http/ is given it with both. */
export function buildGatewayGraph(
  { config: { relaxedBounds, requireIdempotencyKey } }: Base,
  { stores }: Pick<Storage, 'stores'>,
  { accounts, organization }: Runway,
  parts: Omit<GraphParts, 'loops'>,
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
  return buildGraph(services, { relaxedBounds, requireIdempotencyKey });
}
