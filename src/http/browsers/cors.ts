import cors from 'cors';
import type { Request, Response } from 'express';
import { gatewayResponse, type GatewayResponse } from '../answers/gateway-response.js';
import type { Origins } from './origins.js';

/** 2 h: what browsers remember a preflight for at most. */
const MAX_AGE_SECONDS = 7_200;

/** What pages may send. Apollo's clients add their own names. */
const ALLOWED_HEADERS = [
  'Accept',
  'Apollo-Require-Preflight',
  'Apollographql-Client-Name',
  'Apollographql-Client-Version',
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'X-Apollo-Operation-Name',
];

/** What pages may read beside the few headers that they always may. */
const EXPOSED_HEADERS = [
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'WWW-Authenticate',
  'X-Request-Id',
];

const METHODS_BY_PATH: Readonly<Record<string, readonly string[]>> = {
  '/graphql': ['POST'],
  '/graphql/schema.graphql': ['GET'],
};

/** What pages may read of an output's answer. */
const OUTPUT_HEADERS = ['Accept-Ranges', 'Content-Disposition', 'Content-Range', 'ETag'];

const OUTPUTS = '/outputs/';

/** Metadata of tokens. */
const WELL_KNOWN = '/.well-known/';

/**
 * Says which pages may read answers, on GraphQL, its SDL, and the metadata of tokens, errors
 * included. There are no cookies here, so credentials of the browser are never asked for. To a page
 * that may not call, the answer says nothing, and the browser keeps it from the page.
 */
export function crossOrigin(origins: Origins): (request: Request, response: Response) => void {
  const handle = cors<Request>((request, decide) => {
    const origin = request.headers.origin ?? '';
    if (!origins.has(origin)) {
      decide(null, { origin: false });
      return;
    }
    decide(null, {
      origin: [origin],
      methods: [...(methodsOf(request.path) ?? [])],
      allowedHeaders: request.path.startsWith(OUTPUTS) ? ['Range', 'If-Range'] : ALLOWED_HEADERS,
      exposedHeaders: request.path.startsWith(OUTPUTS)
        ? [...EXPOSED_HEADERS, ...OUTPUT_HEADERS]
        : EXPOSED_HEADERS,
      maxAge: MAX_AGE_SECONDS,
      preflightContinue: true,
    });
  });
  return (request, response) => {
    if (methodsOf(request.path) === undefined) return;
    const answer = gatewayResponse(response);
    answer.addLine('Vary', VARY);
    // No page asks.
    if (request.headers.origin === undefined) return;
    // It calls back before it returns, and answers nothing itself.
    handle(request, new HeadersOf(answer), () => undefined);
  };
}

const VARY = 'Origin';

/** What cors sees of a response: the headers that it sets become lines of the answer. */
class HeadersOf {
  constructor(private readonly answer: GatewayResponse) {}

  getHeader(name: string): string | undefined {
    return name === 'Vary' ? VARY : undefined;
  }

  setHeader(name: string, value: string): void {
    // The answer has that line already.
    if (name !== 'Vary' || value !== VARY) this.answer.addLine(name, value);
  }

  end(): void {
    throw new Error('cors answers nothing');
  }
}

/** Whether it is a preflight, which is answered when nothing has refused it. */
export function isPreflight(request: Request): boolean {
  return (
    request.method === 'OPTIONS' &&
    request.headers['access-control-request-method'] !== undefined &&
    methodsOf(request.path) !== undefined
  );
}

function methodsOf(path: string): readonly string[] | undefined {
  if (path.startsWith(WELL_KNOWN) || path.startsWith(OUTPUTS)) return ['GET'];
  return Object.hasOwn(METHODS_BY_PATH, path) ? METHODS_BY_PATH[path] : undefined;
}
