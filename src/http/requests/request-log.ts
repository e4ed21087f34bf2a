import type { IncomingMessage } from 'node:http';
import type { Request, Response } from 'express';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { Metrics } from '../../ports/telemetry/metrics.js';
import { gatewayResponse } from '../answers/gateway-response.js';
import { whenOver } from '../connections/client-gone.js';
import type { RequestTrace } from '../traces/request-trace.js';
import type { RequestTraces } from '../traces/request-traces.js';
import { newExchange, type Exchange, type ExchangeRecord } from './exchange.js';
import { countRequest, type CountedEnd } from './request-metrics.js';

const GRAPHQL_PATH = '/graphql';

/** Paths that the log names; others are a client's text. */
const PATHS: ReadonlySet<string> = new Set([GRAPHQL_PATH, '/healthz', '/readyz']);

const HEALTH_PATHS: ReadonlySet<string> = new Set(['/healthz', '/readyz']);

interface RequestLogOptions {
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics?: Metrics | undefined;
  /** Percentage of the good requests that get their line at `info`; all others get it always. */
  readonly loggedPercent: number;
  /** Exchange.metadataUrl of every request. */
  readonly metadataUrl?: () => string;
  /** Tells the audit log of what is refused. */
  readonly tellRefusal?: TellRefusal;
  /** Absent while tracing is off. */
  readonly traces?: RequestTraces | undefined;
  /** In [0, 1); only tests give another than Math.random. */
  readonly random?: () => number;
}

export type TellRefusal = (error: unknown, exchange: Exchange, request: IncomingMessage) => void;

/**
 * One line for each request, when it is over: `info` for what was refused, failed or cut off and
 * for a sample of the rest, `debug` for what the sample leaves out and for good health checks. It
 * says nothing in a client's own words.
 */
export class RequestLog {
  readonly #options: RequestLogOptions;

  constructor(options: RequestLogOptions) {
    this.#options = options;
  }

  /** To come before all else; a request that comes again keeps its exchange. */
  begin(request: Request, response: Response): Exchange {
    const own = gatewayResponse(response);
    if (own.exchange !== undefined) return own.exchange;
    const { clock, log, metadataUrl, traces } = this.#options;
    const record: ExchangeRecord = {};
    const path = PATHS.has(request.path) ? request.path : undefined;
    const isHealth = path !== undefined && HEALTH_PATHS.has(path);
    const named = newExchange(log);
    const { requestId } = named;
    const trace = isHealth ? undefined : traces?.begin(request, { route: path, requestId });
    const begun: Exchange = {
      ...named,
      record,
      metadataUrl: metadataUrl?.(),
      ...traced(log, trace),
    };
    const exchange = this.audited(begun, request);
    own.exchange = exchange;
    const startedAtMs = clock.now().getTime();
    whenOver(response, () => {
      const ms = clock.now().getTime() - startedAtMs;
      const method = request.method === '' ? undefined : request.method;
      const end = endOf(response);
      this.#write(exchange, { path, method, isHealth, ms, ...end });
      trace?.end(traceEndOf(end, record));
      if (path !== GRAPHQL_PATH) return;
      this.#count(record, { transport: record.isStreamed === true ? 'sse' : 'http', ms, ...end });
    });
    return exchange;
  }

  /** With what tells the audit log of refusals. */
  audited(exchange: Exchange, request: IncomingMessage): Exchange {
    const { tellRefusal } = this.#options;
    if (tellRefusal === undefined) return exchange;
    return {
      ...exchange,
      tellRefusal: (error) => {
        tellRefusal(error, exchange, request);
      },
    };
  }

  /** Of a request that passed `begin`; a new one for any other. */
  exchangeOf(response: Response): Exchange {
    return gatewayResponse(response).exchange ?? newExchange(this.#options.log);
  }

  /**
   * For a subscription on a socket, which is a request of its own. `request`: the one that asked for
   * the socket.
   */
  beginMessage(record: ExchangeRecord, request: IncomingMessage): Exchange {
    const { log, traces } = this.#options;
    const named = newExchange(log);
    const trace = traces?.beginMessage(request, named.requestId);
    // Its credential was accepted when the socket was opened.
    trace?.accept();
    return this.audited({ ...named, record, ...traced(log, trace) }, request);
  }

  /** Call the result when the subscription ends. */
  follow(exchange: Exchange): () => void {
    const { clock } = this.#options;
    const startedAtMs = clock.now().getTime();
    return () => {
      const ms = clock.now().getTime() - startedAtMs;
      this.#write(exchange, { ...SUBSCRIPTION, ms });
      this.#count(exchange.record, { ...SUBSCRIPTION, transport: 'websocket', ms });
    };
  }

  #count(record: ExchangeRecord = {}, end: CountedEnd): void {
    const { metrics } = this.#options;
    if (metrics?.isOn === true) countRequest(metrics, record, end);
  }

  #write({ requestId, log, record = {} }: Exchange, end: RequestEnd): void {
    const { viewer, operation, code, detail } = record;
    const { path, method, status, ms, isCut, isHealth } = end;
    const isGood = status !== undefined && status < 400 && code === undefined && !isCut;
    const level = isGood && (isHealth || !this.#isSampled()) ? 'debug' : 'info';
    const tenantId = viewer?.tenantId;
    const subject = viewer?.subject;
    const { kind, id } = viewer?.credential ?? {};
    const tokenId = kind === 'token' ? id : undefined;
    const cut = isCut ? true : undefined;
    log[level](
      {
        requestId,
        method,
        path,
        operation,
        tenantId,
        subject,
        tokenId,
        status,
        ms,
        code,
        detail,
        cut,
      },
      'request',
    );
  }

  #isSampled(): boolean {
    const { loggedPercent, random = Math.random } = this.#options;
    return loggedPercent >= 100 || random() * 100 < loggedPercent;
  }
}

function traced(log: Logger, trace: RequestTrace | undefined): Partial<Exchange> {
  return trace === undefined ? {} : { trace, log: trace.logOf(log) };
}

function traceEndOf({ status, isCut }: ReturnType<typeof endOf>, { code }: ExchangeRecord) {
  return {
    attributes: {
      'http.response.status_code': status,
      'gateway.cut': isCut ? true : undefined,
    },
    code: code ?? (status !== undefined && status >= 500 ? String(status) : undefined),
    isFault: status !== undefined && status >= 500,
  };
}

/** Had it a status, it would be that of its socket. */
const SUBSCRIPTION = {
  path: undefined,
  method: undefined,
  status: 101,
  isCut: false,
  isHealth: false,
};

interface RequestEnd {
  readonly path: string | undefined;
  readonly method: string | undefined;
  /** Undefined when no answer had begun. */
  readonly status: number | undefined;
  readonly ms: number;
  /** The connection ended before the answer had been sent. */
  readonly isCut: boolean;
  readonly isHealth: boolean;
}

function endOf(response: Response): Pick<RequestEnd, 'status' | 'isCut'> {
  const status = response.headersSent ? response.statusCode : undefined;
  return { status, isCut: !response.writableFinished };
}
