import { SPANS, type SpanAttributes, type SpanName } from '../../domain/telemetry/spans.js';
import {
  readTraceparent,
  writeTraceparent,
  type TraceContext,
} from '../../domain/telemetry/trace-context.js';
import type { Clock } from '../../ports/clock.js';
import {
  NO_SPAN,
  type ChildOptions,
  type RequestSpanOptions,
  type Span,
  type Tracer,
} from '../../ports/telemetry/tracer.js';
import type { ApiPackage, SdkSpan, SdkSpanContext, SdkTime, SdkTracer } from './sdk.js';

/** Source: the enumerations SpanKind and SpanStatusCode of @opentelemetry/api. */
const KINDS = { internal: 0, server: 1, client: 2 } as const;
const STATUS_ERROR = 2;
const SAMPLED = 1;

/** Records spans with OpenTelemetry's SDK. */
export class SdkSpanTracer implements Tracer {
  readonly isOn = true;
  readonly #api: ApiPackage;
  readonly #sdk: SdkTracer;
  readonly #time: SpanTime;

  constructor({
    api,
    sdk,
    clock,
  }: {
    readonly api: ApiPackage;
    readonly sdk: SdkTracer;
    readonly clock: Clock;
  }) {
    this.#api = api;
    this.#sdk = sdk;
    this.#time = new SpanTime(clock);
  }

  beginRequest(title: string, options: RequestSpanOptions): Span {
    const { caller, joinsCaller, sinceMs, attributes = {} } = options;
    const remote = caller && sdkContextOf(caller);
    return this.#start(title, {
      kind: KINDS[SPANS.request.kind],
      parent: joinsCaller ? remote : undefined,
      links: joinsCaller || remote === undefined ? [] : [{ context: remote }],
      startTime: this.#time.at(sinceMs),
      attributes,
    });
  }

  begin(name: SpanName, title: string, { parent, attributes = {} }: ChildOptions): Span {
    const cause = parent === null ? undefined : readTraceparent(parent);
    if (cause?.isSampled !== true) return NO_SPAN;
    return this.#start(title, {
      kind: KINDS[SPANS[name].kind],
      parent: sdkContextOf(cause),
      links: [],
      startTime: this.#time.now(),
      attributes,
    });
  }

  #start(
    title: string,
    options: {
      readonly kind: number;
      readonly parent: SdkSpanContext | undefined;
      readonly links: { context: SdkSpanContext }[];
      readonly startTime: SdkTime;
      readonly attributes: SpanAttributes;
    },
  ): Span {
    const { ROOT_CONTEXT, trace } = this.#api;
    const { parent, attributes, ...others } = options;
    const above =
      parent === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT as never, parent);
    const started = this.#sdk.startSpan(
      title,
      { ...others, attributes: defined(attributes) },
      above as never,
    );
    return new RecordedSpan(started, this.#time);
  }
}

class RecordedSpan implements Span {
  readonly context: TraceContext;
  readonly traceparent: string | null;
  readonly #span: SdkSpan;
  readonly #time: SpanTime;

  constructor(span: SdkSpan, time: SpanTime) {
    const { traceId, spanId, traceFlags } = span.spanContext();
    this.#span = span;
    this.#time = time;
    this.context = { traceId, spanId, isSampled: (traceFlags & SAMPLED) === SAMPLED };
    this.traceparent = this.context.isSampled ? writeTraceparent(this.context) : null;
  }

  set(attributes: SpanAttributes): void {
    if (this.#span.isRecording()) this.#span.setAttributes(defined(attributes));
  }

  end(error?: string): void {
    if (!this.#span.isRecording()) return;
    if (error !== undefined) {
      this.#span.setAttributes({ 'error.type': error });
      this.#span.setStatus({ code: STATUS_ERROR });
    }
    this.#span.end(this.#time.now());
  }
}

/** 20 ms: more than that, and the machine's clock was set. */
const DRIFT_MS_MAX = 20;

/** Times of spans: exact beside each other, and those of the machine's clock on the whole. */
class SpanTime {
  readonly #clock: Clock;
  #originMs: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#originMs = clock.now().getTime() - clock.monotonicMs();
  }

  now(): SdkTime {
    return this.at(this.#clock.monotonicMs());
  }

  /** Of a moment by `Clock.monotonicMs`. */
  at(monotonicMs: number): SdkTime {
    const originMs = this.#clock.now().getTime() - this.#clock.monotonicMs();
    if (Math.abs(originMs - this.#originMs) > DRIFT_MS_MAX) this.#originMs = originMs;
    const ms = this.#originMs + monotonicMs;
    const seconds = Math.floor(ms / 1_000);
    return [seconds, Math.round((ms - seconds * 1_000) * 1e6)];
  }
}

function sdkContextOf({ traceId, spanId, isSampled }: TraceContext): SdkSpanContext {
  return { traceId, spanId, traceFlags: isSampled ? SAMPLED : 0, isRemote: true };
}

function defined(attributes: SpanAttributes): Record<string, string | number | boolean> {
  const values: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) values[name] = value;
  }
  return values;
}
