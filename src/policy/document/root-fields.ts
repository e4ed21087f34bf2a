import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { findOperation } from '../../operations/operations.js';

/** Every appearance of a root field, with those that fragments bring in. */
export function* rootFields(document: DocumentNode, set: SelectionSetNode): Generator<FieldNode> {
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

/** Names told of one operation; a document may repeat a thousand. */
const NAMES_MAX = 5;

/** Checked documents are remembered, so that most of their operations come again. */
const known = new WeakMap<OperationDefinitionNode, string>();

/**
 * The root fields of a checked operation by their names in the table, e.g. `task,viewer`; fields of
 * introspection are `introspection`. For logs: nothing in it is the client's own text.
 */
export function operationOf({
  document,
  operation,
}: {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}): string {
  const found = known.get(operation);
  if (found !== undefined) return found;
  const names = new Set<string>();
  for (const { name } of rootFields(document, operation.selectionSet)) {
    names.add(findOperation(name.value) === undefined ? 'introspection' : name.value);
    if (names.size === NAMES_MAX) break;
  }
  const text = [...names].sort().join(',');
  known.set(operation, text);
  return text;
}
