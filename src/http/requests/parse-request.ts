import { GatewayError } from '../../errors.js';
import type { GraphQLRequest } from '../../policy/check-document.js';
import { badRequest } from './bad-request.js';

/**
 * A body in the form of GraphQL over HTTP, with a document or the id of one. Throws BAD_REQUEST for any
 * other, batches among them, and PERSISTED_QUERY_NOT_SUPPORTED; other extensions are ignored.
 */
export function parseRequest(body: unknown): GraphQLRequest {
  if (!isRecord(body)) {
    throw badRequest(Array.isArray(body) ? 'a batch' : 'no object');
  }
  const { operationName = null, variables = null, extensions = null } = body;
  // First: a client that hopes for one sends no document with it.
  if (isRecord(extensions) && (extensions['persistedQuery'] ?? null) !== null) {
    throw new GatewayError('PERSISTED_QUERY_NOT_SUPPORTED');
  }
  if (operationName !== null && typeof operationName !== 'string') {
    throw badRequest('wrong operationName');
  }
  if (variables !== null && !isRecord(variables)) throw badRequest('wrong variables');
  if (extensions !== null && !isRecord(extensions)) throw badRequest('wrong extensions');
  return { ...sourceOf(body), operationName, variables: variables ?? {} };
}

/** Which of the two would be meant if both were given is no question to guess at. */
function sourceOf({
  query = null,
  documentId = null,
}: Readonly<Record<string, unknown>>): Pick<GraphQLRequest, 'query' | 'documentId'> {
  if (typeof query === 'string' && documentId === null) return { query };
  if (typeof documentId === 'string' && query === null) return { query, documentId };
  throw badRequest(query !== null && documentId !== null ? 'two documents' : 'no document');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
