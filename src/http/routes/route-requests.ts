import type { ErrorRequestHandler, Express, RequestHandler } from 'express';
import { GatewayError } from '../../errors.js';
import { badRequest } from '../requests/bad-request.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import { answerErrors } from '../answers/answer.js';
import { securityHeaders } from '../answers/security-headers.js';
import { announceUnread } from '../bodies/unread-body.js';
import { crossOrigin, preflight } from '../browsers/cors.js';
import type { Origins } from '../browsers/origins.js';
import type { EarlyRefusals } from '../requests/early-refusals.js';
import type { Admission } from '../requests/request-admission.js';
import type { RequestLog } from '../requests/request-log.js';
import { outputsHost } from '../outputs/outputs-host.js';
import type { OutputsOptions } from '../outputs/output-route.js';
import { healthz, readyz, type Readiness } from './health.js';
import { wellKnown, type TokenMetadata } from './well-known.js';

export const GRAPHQL_PATH = '/graphql';
const SCHEMA_PATH = '/graphql/schema.graphql';

export interface RouteParts {
  readonly requestLog: RequestLog;
  readonly refusals: EarlyRefusals;
  readonly admission: Admission;
  readonly origins: Origins;
  /** Subnets of proxies whose `X-Forwarded-…` headers are believed. */
  readonly trustedProxies: readonly string[];
  readonly isStopping: () => boolean;
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

/** Which path is answered by which route, and what each request passes on its way there. */
export function routeRequests(app: Express, parts: RouteParts): void {
  const { requestLog, tokenMetadata } = parts;
  app.set('trust proxy', parts.trustedProxies);
  prepare(app, parts);
  app.use(refuseWhen(parts.isStopping, requestLog));
  app.use(['/healthz', '/readyz'], (_request, response, next) => {
    announceUnread(response);
    next();
  });
  app.get('/healthz', healthz);
  app.get('/readyz', readyz(parts.isReady, parts.clock, parts.log));
  if (parts.outputs !== undefined) {
    app.use(outputsHost(parts.outputs.options, requestLog), parts.outputs.route);
  }
  if (parts.explorers !== undefined) app.use(parts.explorers);
  if (parts.studio !== undefined) app.use(parts.studio);
  app.all(GRAPHQL_PATH, parts.graphql);
  if (tokenMetadata !== undefined) {
    app.use(wellKnown(tokenMetadata, GRAPHQL_PATH, (response) => requestLog.exchangeOf(response)));
  }
  app.all(SCHEMA_PATH, parts.schemaPage);
  app.use(notFound(requestLog), errorHandler(requestLog));
}

function prepare(app: Express, { requestLog, refusals, admission, origins }: RouteParts): void {
  app.disable('x-powered-by');
  app.disable('etag');
  // A path is one path: /graphql/ and /GraphQL are not it.
  app.enable('strict routing');
  app.enable('case sensitive routing');
  // Before all that may refuse, so that a page can read why.
  app.use(requestLog.begin, securityHeaders(), crossOrigin(origins));
  app.use((request, response, next) => {
    const exchange = requestLog.exchangeOf(response);
    const refusal = refusals.find(request);
    if (refusal !== undefined) {
      for (const [name, value] of Object.entries(refusal.headers ?? {})) {
        response.setHeader(name, value);
      }
      answerErrors(response, [refusal.error], exchange);
    } else if (UNSERVED_METHODS.has(request.method)) {
      // What follows a CONNECT is no HTTP.
      response.setHeader('Connection', 'close');
      const error = new GatewayError('METHOD_NOT_ALLOWED');
      answerErrors(response, [error], exchange, { allow: ['GET', 'POST', 'OPTIONS'] });
    } else {
      admission.admit(request);
      next();
    }
  }, preflight);
}

/** Refused on every path. */
const UNSERVED_METHODS: ReadonlySet<string> = new Set(['CONNECT', 'TRACE']);

/** While stopping: open connections get an answer and an end. Health is still told. */
function refuseWhen(isStopping: () => boolean, requestLog: RequestLog): RequestHandler {
  return (request, response, next) => {
    if (!isStopping() || request.path === '/healthz') {
      next();
      return;
    }
    response.setHeader('Connection', 'close');
    const error = new GatewayError('SHUTTING_DOWN');
    answerErrors(response, [error], requestLog.exchangeOf(response));
  };
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
