import type { SpanAttributes, SpanName } from '../../domain/telemetry/spans.js';
import type { TraceContext } from '../../domain/telemetry/trace-context.js';

/** A piece of work under way, in a trace. */
export interface Span {
  /**
   * The W3C `traceparent` of the span, for the work that follows from it in this process or a later
   * one; null when the span is not recorded.
   */
  readonly traceparent: string | null;
  /** Its place in its trace; undefined when tracing is off. */
  readonly context: TraceContext | undefined;
  /** Attributes that are undefined are left out. */
  set(attributes: SpanAttributes): void;
  /** Ends the span. With an error code it has failed. Idempotent. */
  end(error?: string): void;
}

export interface ChildOptions {
  /** Span.traceparent of the work that caused this; null: nothing is recorded. */
  readonly parent: string | null;
  readonly attributes?: SpanAttributes;
}

export interface RequestSpanOptions {
  /** The trace that the caller is in. */
  readonly caller?: TraceContext | undefined;
  /** Whether the span belongs to the caller's trace, or begins one that links to it. */
  readonly joinsCaller: boolean;
  /** Clock.monotonicMs() at its beginning. */
  readonly sinceMs: number;
  readonly attributes?: SpanAttributes;
}

/**
 * Records what the gateway does, as spans of traces. A trace is carried on by the text of its
 * parent, never by hidden context. No method throws or waits, whatever the collector does.
 */
export interface Tracer {
  /** Whether anything may be recorded. */
  readonly isOn: boolean;
  /** Begins the span of a request. The sampler decides whether it is recorded. */
  beginRequest(title: string, options: RequestSpanOptions): Span;
  /** Begins a span below another one, and records it when that one was. */
  begin(name: SpanName, title: string, options: ChildOptions): Span;
}

export const NO_SPAN: Span = {
  traceparent: null,
  context: undefined,
  set: () => undefined,
  end: () => undefined,
};

/** Tracing is off. */
export const noTracer: Tracer = {
  isOn: false,
  beginRequest: () => NO_SPAN,
  begin: () => NO_SPAN,
};
