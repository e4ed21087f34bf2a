import { Kind, OperationTypeNode, type DocumentNode } from 'graphql';
import { IDEMPOTENT_MUTATIONS } from './generated/idempotent-mutations.js';

export const IDEMPOTENCY_HEADER = 'Idempotency-Key';

/** A key that no other call has. Not randomUUID: pages without https have none. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Whether the gateway keeps an idempotency key for this operation, so that it can be sent again without
 * doing its work twice. A document without a name given has one operation.
 */
export function takesIdempotencyKey(document: DocumentNode, name?: string): boolean {
  return document.definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.operation === OperationTypeNode.MUTATION &&
      (name === undefined || definition.name?.value === name) &&
      definition.selectionSet.selections.some(
        (field) => field.kind === Kind.FIELD && IDEMPOTENT_MUTATIONS.has(field.name.value),
      ),
  );
}
