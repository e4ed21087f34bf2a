import { findOperation } from '../../operations/operations.js';
import type { Operation } from '../../operations/operation.js';

/**
 * Classes of operations that a tenant has a limit of its own for.
 * reads: queries and subscriptions, introspection too. uploads: what makes an upload. generations:
 * what buys or makes something at Runway, as a task. admin: all other mutations, and what manages
 * tenants and keys.
 */
export const OPERATION_CLASSES = ['reads', 'uploads', 'generations', 'admin'] as const;

export type OperationClass = (typeof OPERATION_CLASSES)[number];

const MANAGING_SCOPES: ReadonlySet<string> = new Set(['operator', 'key:read', 'key:write']);

/** The class of a root field, by its row in the table; fields of introspection have no row. */
export function classOfField(field: string): OperationClass {
  const row = findOperation(field);
  return row === undefined ? 'reads' : classOf(row);
}

function classOf(row: Operation): OperationClass {
  if (row.spends || 'runwayTaskKind' in row) return 'generations';
  if (row.scope === 'upload:create') return 'uploads';
  return row.root === 'Mutation' || MANAGING_SCOPES.has(row.scope) ? 'admin' : 'reads';
}
