import type { IncomingMessage } from 'node:http';
import type { SpanAttributes } from '../../domain/telemetry/spans.js';
import { readTraceparent, type TraceContext } from '../../domain/telemetry/trace-context.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import { logWithTrace } from '../../ports/telemetry/traced-log.js';
import type { Span, Tracer } from '../../ports/telemetry/tracer.js';

export interface RequestTraceOptions {
  readonly tracer: Tracer;
  readonly clock: Clock;
  /** Of the span, e.g. `POST /graphql`. */
  readonly title: string;
  readonly attributes: SpanAttributes;
}

export interface RequestTraceEnd {
  readonly attributes?: SpanAttributes;
  readonly code?: string | undefined;
  readonly isFault?: boolean;
}

/**
 * The span of one request. It begins as part of the caller's trace when the caller's credential has
 * been accepted. Of any other caller it begins a trace of its own, with a link: an unknown caller
 * must not decide which trace a span belongs to, nor whether it is recorded.
 */
export class RequestTrace {
  readonly #options: RequestTraceOptions;
  readonly #caller: TraceContext | undefined;
  readonly #sinceMs: number;
  #span: Span | undefined;
  #operation: Span | undefined;
  #hasEnded = false;

  constructor(request: IncomingMessage, options: RequestTraceOptions) {
    this.#options = options;
    this.#caller = callerOf(request);
    this.#sinceMs = options.clock.monotonicMs();
  }

  /** The caller's credential is good. */
  accept(): void {
    this.#span ??= this.#begin(true);
  }

  get context(): TraceContext | undefined {
    return this.#begun.context;
  }

  /** The same log, whose lines name the trace. */
  logOf(log: Logger): Logger {
    return logWithTrace(log, () => this.context);
  }

  /** Begins the span of the operation and returns its traceparent, for the work that follows. */
  beginOperation(type: string, fields: string): string | null {
    const attributes = { 'graphql.operation.type': type, 'gateway.fields': fields };
    const parent = this.#begun.traceparent;
    this.#operation = this.#options.tracer.begin('operation', type, { parent, attributes });
    return this.#operation.traceparent;
  }

  /** Idempotent. */
  endOperation(): void {
    this.#operation?.end();
  }

  /**
   * `code`: of the first error that the client was told. Only with `isFault` has the span failed: a
   * refusal is no fault of the gateway. Idempotent.
   */
  end({ attributes = {}, code, isFault = false }: RequestTraceEnd = {}): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.endOperation();
    this.#begun.set({ ...attributes, 'error.type': code });
    this.#begun.end(isFault ? (code ?? 'unknown') : undefined);
  }

  get #begun(): Span {
    return (this.#span ??= this.#begin(false));
  }

  #begin(joinsCaller: boolean): Span {
    const { tracer, title, attributes } = this.#options;
    return tracer.beginRequest(title, {
      caller: this.#caller,
      joinsCaller: joinsCaller && this.#caller !== undefined,
      sinceMs: this.#sinceMs,
      attributes,
    });
  }
}

/** `tracestate` and `baggage` are texts of the client's own: they are not read. */
function callerOf({ headers }: IncomingMessage): TraceContext | undefined {
  const { traceparent } = headers;
  return typeof traceparent === 'string' ? readTraceparent(traceparent) : undefined;
}
