import {
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type GraphQLError,
  type OperationDefinitionNode,
} from 'graphql';
import { refusal } from './document-error.js';

/**
 * How a request may be answered: `http` answers once, `stream` is a WebSocket or server-sent events,
 * and `either` is for a client that reads both.
 */
export type Transport = 'http' | 'stream' | 'either';

/** The operation that will be executed, or why none is. */
export function pickOperation(
  document: DocumentNode,
  operationName: string | null,
): { readonly operation: OperationDefinitionNode } | { readonly errors: readonly GraphQLError[] } {
  const operations = document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const matching =
    operationName === null
      ? operations
      : operations.filter(({ name }) => name?.value === operationName);
  const [operation, ...others] = matching;
  if (operation !== undefined && others.length === 0) return { operation };
  const message =
    operations.length === 0
      ? 'The document has no operation.'
      : operationName === null
        ? 'The document has several operations. Name one in operationName.'
        : 'The document does not have exactly one operation of that name.';
  return { errors: [refusal('GRAPHQL_VALIDATION_FAILED', { message })] };
}

const WHERE = {
  http: 'Subscriptions are served over WebSocket (subprotocol graphql-transport-ws) and as server-sent events (POST with Accept: text/event-stream).',
  stream: 'Queries and mutations are served over HTTP (POST with Accept: application/json).',
} as const;

/** Streams carry subscriptions, and nothing else does. Who reads both gets what the operation needs. */
export function checkTransport(
  operation: OperationDefinitionNode,
  transport: Transport,
): readonly GraphQLError[] {
  if (transport === 'either') return [];
  const isSubscription = operation.operation === OperationTypeNode.SUBSCRIPTION;
  if (isSubscription === (transport === 'stream')) return [];
  return [refusal('WRONG_TRANSPORT', { message: WHERE[transport], nodes: operation })];
}
