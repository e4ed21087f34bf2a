import type { Operation } from './operation.js';
import { findOperation } from './operations.js';

export interface ChosenOperation {
  readonly name: string;
  readonly row: Operation;
}

/**
 * The operation that gives the scope and the points of one use of a root field: its own, or the one that
 * a member of its argument names (see Operation.chosenBy). Undefined when there is no such row.
 */
export function chosenOperation(
  field: string,
  args: Readonly<Record<string, unknown>>,
): ChosenOperation | undefined {
  const row = findOperation(field);
  if (row?.chosenBy === undefined) return row && { name: field, row };
  const members = args[row.chosenBy];
  const [name = ''] = typeof members === 'object' && members !== null ? Object.keys(members) : [];
  const chosen = findOperation(name);
  return chosen && { name, row: chosen };
}
