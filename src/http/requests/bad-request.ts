import { GatewayError } from '../../errors.js';

/** The mistakes of a request that is none of GraphQL over HTTP, by what the log says of them. */
const MISTAKES = {
  'a batch': 'A request is one JSON object. Send each operation of a batch on its own.',
  'no object': 'The body must be a JSON object, e.g. {"query":"{ __typename }"}.',
  'not JSON': 'The body is not JSON in UTF-8.',
  'wrong operationName': 'operationName must be a string or null.',
  'wrong variables': 'variables must be a JSON object or null.',
  'wrong extensions': 'extensions must be a JSON object or null.',
  'no document': 'Send the document as the string query, or its id as the string documentId.',
  'two documents': 'Send query or documentId, and not both.',
  accept:
    'The Accept header allows no type that is served: application/json, application/graphql-response+json, or text/event-stream for a subscription.',
  'a credential in the URL':
    'A credential does not belong in a URL, which logs keep. Replace it, and send it as Authorization: Bearer.',
  'no host': 'An HTTP/1.1 request must have a Host header.',
  'no HTTP': 'The bytes are not an HTTP/1.1 request.',
  'no URL': 'The URL cannot be decoded.',
  'no WebSocket': 'The handshake is not that of a WebSocket, version 13 (RFC 6455).',
} as const;

export type Mistake = keyof typeof MISTAKES;

/** BAD_REQUEST that says what is wrong. `detail`: for the log, instead of the mistake itself. */
export function badRequest(
  mistake: Mistake,
  options: { readonly detail?: string; readonly cause?: unknown } = {},
): GatewayError {
  const { detail = mistake, cause } = options;
  return new GatewayError('BAD_REQUEST', { message: MISTAKES[mistake], detail, cause });
}
