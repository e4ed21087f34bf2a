import {
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLError,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { findOperation } from '../../operations/operations.js';
import { refusal } from './document-error.js';

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

function* rootFields(document: DocumentNode, set: SelectionSetNode): Generator<FieldNode> {
  for (const node of set.selections) {
    if (node.kind === Kind.FIELD) {
      yield node;
      continue;
    }
    const inner =
      node.kind === Kind.INLINE_FRAGMENT
        ? node
        : document.definitions.find(
            (definition) =>
              definition.kind === Kind.FRAGMENT_DEFINITION &&
              definition.name.value === node.name.value,
          );
    if (inner !== undefined && 'selectionSet' in inner)
      yield* rootFields(document, inner.selectionSet);
  }
}
