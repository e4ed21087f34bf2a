import {
  OperationTypeNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLError,
  type OperationDefinitionNode,
} from 'graphql';
import { findOperation } from '../../operations/operations.js';
import { refusal } from './document-error.js';
import { rootFields } from './root-fields.js';

/**
 * At most one field of the operation buys something. Every appearance counts: aliased, repeated
 * under one response key, by spreads of one fragment, or under @skip and @include. The document's
 * expansion is bounded before (see measure.ts).
 */
export function checkSpending(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly GraphQLError[] {
  const spending = spendingFields(document, operation);
  return spending.length > 1 ? [refusal('TOO_MANY_SPENDING_FIELDS', { nodes: spending })] : [];
}

/** Whether a checked operation buys something. */
export function spends({
  document,
  operation,
}: {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}): boolean {
  return spendingFields(document, operation).length > 0;
}

function spendingFields(document: DocumentNode, operation: OperationDefinitionNode): FieldNode[] {
  if (operation.operation !== OperationTypeNode.MUTATION) return [];
  return [...rootFields(document, operation.selectionSet)].filter(
    (field) => findOperation(field.name.value)?.spends === true,
  );
}
