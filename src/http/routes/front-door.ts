import type { Request, RequestHandler, Response } from 'express';
import { GatewayError } from '../../errors.js';
import { answerErrors } from '../answers/answer.js';
import { gatewayResponse } from '../answers/gateway-response.js';
import { SECURITY_HEADERS } from '../answers/security-headers.js';
import { announceUnread } from '../bodies/unread-body.js';
import { crossOrigin, isPreflight } from '../browsers/cors.js';
import type { Origins } from '../browsers/origins.js';
import type { OutputsOptions } from '../outputs/output-route.js';
import { outputsHost } from '../outputs/outputs-host.js';
import type { EarlyRefusals, Refusal } from '../requests/early-refusals.js';
import type { Exchange } from '../requests/exchange.js';
import type { Admission } from '../requests/request-admission.js';
import type { RequestLog } from '../requests/request-log.js';

export interface FrontDoorParts {
  readonly requestLog: RequestLog;
  readonly refusals: EarlyRefusals;
  readonly admission: Admission;
  readonly origins: Origins;
  readonly isStopping: () => boolean;
  /** Where media are served. */
  readonly outputs?: { readonly options: OutputsOptions } | undefined;
}

const HEALTH_PATHS: ReadonlySet<string> = new Set(['/healthz', '/readyz']);

/** Refused on every path. */
const UNSERVED_METHODS: ReadonlySet<string> = new Set(['CONNECT', 'TRACE']);

/** What each request passes, whatever it asks for: one handler of express, in the order of its steps. */
export function frontDoor(parts: FrontDoorParts): RequestHandler {
  const { requestLog, refusals, admission } = parts;
  const setCors = crossOrigin(parts.origins);
  const refusalOf = pathRefusals(parts);
  return (request, response, next) => {
    const exchange = requestLog.begin(request, response);
    // Before all that may refuse, so that a page can read why.
    const answer = gatewayResponse(response);
    answer.setUsual(SECURITY_HEADERS);
    answer.addLine('X-Request-Id', exchange.requestId);
    setCors(request, response);
    const early = refusals.find(request) ?? refusedMethod(request);
    if (early !== undefined) {
      refuse(response, early, exchange);
      return;
    }
    admission.admit(request);
    if (isPreflight(request)) {
      announceUnread(response);
      response.status(204).end();
      return;
    }
    const refusal = refusalOf(request);
    if (refusal === undefined) next();
    else refuse(response, refusal, exchange);
  };
}

function refusedMethod({ method }: Request): Refusal | undefined {
  if (!UNSERVED_METHODS.has(method)) return undefined;
  const error = new GatewayError('METHOD_NOT_ALLOWED');
  // What follows a CONNECT is no HTTP.
  return { error, headers: { Connection: 'close', Allow: 'GET, POST, OPTIONS' } };
}

function pathRefusals({
  isStopping,
  outputs,
}: FrontDoorParts): (request: Request) => Refusal | undefined {
  const isOnWrongHost = outputs === undefined ? () => false : outputsHost(outputs.options);
  return (request) => {
    const { path } = request;
    // While stopping, open connections get an answer and an end. Health is still told.
    if (isStopping() && path !== '/healthz') {
      return { error: new GatewayError('SHUTTING_DOWN'), headers: { Connection: 'close' } };
    }
    if (HEALTH_PATHS.has(path) || !isOnWrongHost(request)) return undefined;
    return { error: new GatewayError('NOT_FOUND') };
  };
}

function refuse(response: Response, { error, headers = {} }: Refusal, exchange: Exchange): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  answerErrors(response, [error], exchange);
}
