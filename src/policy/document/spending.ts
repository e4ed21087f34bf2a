import {
  type DocumentNode,
  type FieldNode,
  type GraphQLError,
  type OperationDefinitionNode,
} from 'graphql';
import type { Operation } from '../../operations/operation.js';
import { findOperation } from '../../operations/operations.js';
import { refusal } from './document-error.js';
import { rootFields } from './root-fields.js';

/**
 * At most one field of the operation buys something, or asks for the price of it. Every appearance counts: aliased, repeated
 * under one response key, by spreads of one fragment, or under @skip and @include. The document's
 * expansion is bounded before (see measure.ts).
 */
export function checkSpending(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly GraphQLError[] {
  const spending = fieldsWhere(
    document,
    operation,
    ({ spends, chosenBy }) => spends || chosenBy !== undefined,
  );
  return spending.length > 1 ? [refusal('TOO_MANY_SPENDING_FIELDS', { nodes: spending })] : [];
}

/** Checked documents are remembered, so that most of their operations come again. */
const known = new WeakMap<OperationDefinitionNode, boolean>();

/** Whether a checked operation buys something. */
export function spends({
  document,
  operation,
}: {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}): boolean {
  const found =
    known.get(operation) ?? fieldsWhere(document, operation, (row) => row.spends).length > 0;
  known.set(operation, found);
  return found;
}

function fieldsWhere(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  matches: (row: Operation) => boolean,
): FieldNode[] {
  return [...rootFields(document, operation.selectionSet)].filter((field) => {
    const row = findOperation(field.name.value);
    return row !== undefined && matches(row);
  });
}
