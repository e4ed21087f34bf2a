import { accountOperations } from './account.js';
import { changeOperations } from './change.js';
import { creationOperations } from './creation.js';
import { gatewayOperations } from './gateway.js';
import { generationOperations } from './generation.js';
import { keyOperations } from './key.js';
import type { Operation } from './operation.js';
import { operatorOperations } from './operator.js';
import { resourceOperations } from './resource.js';

/** THE TABLE: every root field of the graph, once. */
export const operations = {
  ...generationOperations,
  ...creationOperations,
  ...changeOperations,
  ...resourceOperations,
  ...gatewayOperations,
  ...keyOperations,
  ...accountOperations,
  ...operatorOperations,
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;

/** The row of a root field; undefined when there is no such field. */
export function findOperation(field: string): Operation | undefined {
  return Object.hasOwn(operations, field) ? operations[field as OperationName] : undefined;
}
