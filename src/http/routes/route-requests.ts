import type { ErrorRequestHandler, Express, RequestHandler } from 'express';
import { GatewayError } from '../../errors.js';
import { badRequest } from '../requests/bad-request.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import { answerErrors } from '../answers/answer.js';
import { announceUnread } from '../bodies/unread-body.js';
import type { RequestLog } from '../requests/request-log.js';
import type { OutputsOptions } from '../outputs/output-route.js';
import { frontDoor, type FrontDoorParts } from './front-door.js';
import { healthz, readyz, type Readiness } from './health.js';
import { wellKnown, type TokenMetadata } from './well-known.js';

export const GRAPHQL_PATH = '/graphql';
const SCHEMA_PATH = '/graphql/schema.graphql';

const HEALTH_PATHS = ['/healthz', '/readyz'];

export interface RouteParts extends FrontDoorParts {
  /** Subnets of proxies whose `X-Forwarded-…` headers are believed. */
  readonly trustedProxies: readonly string[];
  readonly isReady: Readiness;
  readonly tokenMetadata?: TokenMetadata | undefined;
  /** What answers under /graphql, and the page of the schema. */
  readonly graphql: RequestHandler;
  readonly schemaPage: RequestHandler;
  /** Pages to try the graph with, where an operator wants them. */
  readonly explorers?: RequestHandler | undefined;
  /** The studio, where an operator wants it. */
  readonly studio?: RequestHandler | undefined;
  /** Media, where they are served. */
  readonly outputs?:
    { readonly options: OutputsOptions; readonly route: RequestHandler } | undefined;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Which path is answered by which route. express takes its time for each handler, and most requests
 * are operations: so they meet the door and their route alone.
 */
export function routeRequests(app: Express, parts: RouteParts): void {
  const { requestLog, tokenMetadata } = parts;
  app.set('trust proxy', parts.trustedProxies);
  app.disable('x-powered-by');
  app.disable('etag');
  // A path is one path: /graphql/ and /GraphQL are not it.
  app.enable('strict routing');
  app.enable('case sensitive routing');
  app.use(frontDoor(parts));
  app.post(GRAPHQL_PATH, parts.graphql);
  app.use(HEALTH_PATHS, (_request, response, next) => {
    announceUnread(response);
    next();
  });
  app.get('/healthz', healthz);
  app.get('/readyz', readyz(parts.isReady, parts.clock, parts.log));
  if (parts.outputs !== undefined) app.use(parts.outputs.route);
  if (parts.explorers !== undefined) app.use(parts.explorers);
  if (parts.studio !== undefined) app.use(parts.studio);
  app.all(GRAPHQL_PATH, parts.graphql);
  if (tokenMetadata !== undefined) {
    app.use(wellKnown(tokenMetadata, GRAPHQL_PATH, (response) => requestLog.exchangeOf(response)));
  }
  app.all(SCHEMA_PATH, parts.schemaPage);
  app.use(notFound(requestLog), errorHandler(requestLog));
}

function notFound(requestLog: RequestLog): RequestHandler {
  return (_request, response) => {
    answerErrors(response, [new GatewayError('NOT_FOUND')], requestLog.exchangeOf(response));
  };
}

/** express's own errors (a URL that cannot be decoded) and any that were forgotten. */
function errorHandler(requestLog: RequestLog): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    const status = typeof error === 'object' && error !== null && 'status' in error && error.status;
    const isClients = typeof status === 'number' && status >= 400 && status < 500;
    const known = isClients ? badRequest('no URL', { cause: error }) : error;
    answerErrors(response, [known], requestLog.exchangeOf(response));
  };
}
