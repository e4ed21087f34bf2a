import type { IncomingMessage } from 'node:http';
import type { Request } from 'express';
import type { Clock } from '../../ports/clock.js';
import type { Tracer } from '../../ports/telemetry/tracer.js';
import { RequestTrace } from './request-trace.js';

/** Source: HTTP conventions of OpenTelemetry, `http.request.method`. */
const METHODS: ReadonlySet<string> = new Set([
  'CONNECT',
  'DELETE',
  'GET',
  'HEAD',
  'OPTIONS',
  'PATCH',
  'POST',
  'PUT',
  'TRACE',
]);

/** Begins the spans of requests. */
export class RequestTraces {
  readonly #tracer: Tracer;
  readonly #clock: Clock;

  constructor({ tracer, clock }: { readonly tracer: Tracer; readonly clock: Clock }) {
    this.#tracer = tracer;
    this.#clock = clock;
  }

  /** `route`: undefined for a path that the gateway does not serve. */
  begin(
    request: Request,
    { route, requestId }: { readonly route: string | undefined; readonly requestId: string },
  ): RequestTrace | undefined {
    if (!this.#tracer.isOn) return undefined;
    const method = METHODS.has(request.method) ? request.method : undefined;
    const head = method ?? 'HTTP';
    return this.#trace(request, route === undefined ? head : `${head} ${route}`, {
      'http.request.method': method ?? '_OTHER',
      'http.route': route,
      'url.scheme': request.protocol === 'https' ? 'https' : 'http',
      'gateway.request_id': requestId,
    });
  }

  /** Of a subscription on a socket, which is a request of its own; `request` asked for the socket. */
  beginMessage(request: IncomingMessage, requestId: string): RequestTrace | undefined {
    if (!this.#tracer.isOn) return undefined;
    return this.#trace(request, 'subscription', { 'gateway.request_id': requestId });
  }

  #trace(
    request: IncomingMessage,
    title: string,
    attributes: ConstructorParameters<typeof RequestTrace>[1]['attributes'],
  ): RequestTrace {
    return new RequestTrace(request, {
      tracer: this.#tracer,
      clock: this.#clock,
      title,
      attributes,
    });
  }
}
