import type { Response } from 'express';
import { statusOf, toGatewayError } from '../../api/errors/format-error.js';
import { challenge } from '../requests/challenge.js';
import type { Exchange } from '../requests/exchange.js';
import { tellError } from './tell-error.js';
import { endWithUnread } from '../bodies/unread-body.js';

const GRAPHQL_RESPONSE_JSON = 'application/graphql-response+json';

/**
 * Answers a request of which nothing was executed, whether or not its body has been read. Does
 * nothing when an answer has begun.
 */
export function answerErrors(
  response: Response,
  errors: readonly unknown[],
  exchange: Exchange,
  options: {
    readonly allow?: readonly string[];
    readonly status?: number;
  } = {},
): void {
  if (response.headersSent) return;
  const formatted = errors.map((error) => tellError(error, exchange));
  const retryAfterMs = formatted[0]?.extensions.retryAfterMs;
  const status = options.status ?? statusOf(formatted);
  response.status(status);
  if (status === 401) {
    const reason = response.req.headers.authorization === undefined ? 'missing' : 'invalid_token';
    response.setHeader('WWW-Authenticate', challenge(reason, exchange));
  }
  const scope = errors.map((error) => toGatewayError(error).missingScope).find(Boolean);
  if (scope !== undefined) {
    const { metadataUrl } = exchange;
    response.setHeader('WWW-Authenticate', challenge('insufficient_scope', { scope, metadataUrl }));
  }
  if (options.allow !== undefined) response.setHeader('Allow', options.allow.join(', '));
  if (retryAfterMs !== undefined) {
    response.setHeader('Retry-After', String(Math.ceil(retryAfterMs / 1_000)));
  }
  const accept = response.req.headers.accept ?? '';
  const type = accept.includes(GRAPHQL_RESPONSE_JSON) ? GRAPHQL_RESPONSE_JSON : 'application/json';
  response.setHeader('Content-Type', `${type}; charset=utf-8`);
  const cost = exchange.record?.cost;
  const extensions = cost === undefined ? {} : { extensions: { cost } };
  endWithUnread(response, JSON.stringify({ errors: formatted, ...extensions }));
}
