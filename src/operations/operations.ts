import { accountOperations } from './account-operations.js';
import { alertOperations } from './alert-operations.js';
import { auditOperations } from './audit-operations.js';
import { generationOperations } from './generation-operations.js';
import { keyOperations } from './key-operations.js';
import { kindOperations } from './operations-by-kind.js';
import { organizationOperations } from './organization-operations.js';
import { resourceOperations } from './resource-operations.js';
import { settlementOperations } from './settlement-operations.js';
import { taskOperations } from './task-operations.js';
import { tenantOperations } from './tenant-operations.js';
import { viewerOperations } from './viewer-operations.js';
import { webhookOperations } from './webhook-operations.js';
import type { Operation } from './operation.js';

/** THE TABLE: every root field of the graph, once. */
export const operations = {
  ...generationOperations,
  ...kindOperations,
  ...resourceOperations,
  ...taskOperations,
  ...settlementOperations,
  ...viewerOperations,
  ...tenantOperations,
  ...keyOperations,
  ...accountOperations,
  ...auditOperations,
  ...alertOperations,
  ...webhookOperations,
  ...organizationOperations,
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;

/** The row of a root field; undefined when there is no such field. */
export function findOperation(field: string): Operation | undefined {
  return Object.hasOwn(operations, field) ? operations[field as OperationName] : undefined;
}
