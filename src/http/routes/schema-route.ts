import type { RequestHandler } from 'express';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import type { Authenticator } from '../../auth/authenticate.js';
import { GatewayError } from '../../errors.js';
import { mayReadSchema } from '../../policy/check-document.js';
import { answerErrors } from '../answers/answer.js';
import type { ClientAddresses } from '../connections/client-address.js';
import { headerText, refuseCredentialInUrl } from '../requests/request-headers.js';
import type { RequestLog } from '../requests/request-log.js';
import type { RateLimits } from '../throttling/rate-limits.js';
import { announceUnread, endWithUnread } from '../bodies/unread-body.js';

interface SchemaRouteOptions {
  readonly schema: GraphQLSchema;
  readonly authenticator: Authenticator;
  readonly addresses: ClientAddresses;
  readonly rates: RateLimits;
  readonly requestLog: RequestLog;
  /** For every viewer, also without the scope `schema:read`. */
  readonly isOpen: boolean;
}

const ALLOW = ['GET', 'OPTIONS'];

/** `/graphql/schema.graphql`: the SDL, for those who may introspect. */
export function schemaRoute(options: SchemaRouteOptions): RequestHandler {
  const { schema, authenticator, addresses, rates, requestLog, isOpen } = options;
  let sdl: string | undefined;
  return async (request, response) => {
    const exchange = requestLog.exchangeOf(response);
    announceUnread(response);
    if (request.method === 'OPTIONS') {
      response.setHeader('Allow', ALLOW.join(', ')).status(204).end();
      return;
    }
    if (request.method !== 'GET') {
      answerErrors(response, [new GatewayError('METHOD_NOT_ALLOWED')], exchange, { allow: ALLOW });
      return;
    }
    try {
      refuseCredentialInUrl(request.url);
      const authorization = headerText(request, 'authorization') ?? undefined;
      const viewer = await rates.authenticateRequest(response, authorization, () =>
        authenticator.authenticate(authorization, addresses.exact(request)),
      );
      if (exchange.record !== undefined) exchange.record.viewer = viewer;
      await rates.countRequest(response, viewer);
      if (!isOpen && !mayReadSchema(viewer)) {
        throw new GatewayError('FORBIDDEN', {
          detail: 'lacks schema:read',
          missingScope: 'schema:read',
        });
      }
    } catch (error) {
      answerErrors(response, [error], exchange);
      return;
    }
    sdl ??= `${printSchema(lexicographicSortSchema(schema))}\n`;
    response.setHeader('Content-Type', 'text/plain; charset=utf-8');
    endWithUnread(response, sdl);
  };
}
