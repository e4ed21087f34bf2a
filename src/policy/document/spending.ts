import {
  OperationTypeNode,
  type DocumentNode,
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
  if (operation.operation !== OperationTypeNode.MUTATION) return [];
  const spending = [...rootFields(document, operation.selectionSet)].filter(
    (field) => findOperation(field.name.value)?.spends === true,
  );
  return spending.length > 1 ? [refusal('TOO_MANY_SPENDING_FIELDS', { nodes: spending })] : [];
}
