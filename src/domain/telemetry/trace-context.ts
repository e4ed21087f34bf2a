/** A span's place in a trace, as W3C Trace Context has it. It holds random numbers and nothing else. */
export interface TraceContext {
  /** 32 hexadecimal digits in small letters, not all 0. */
  readonly traceId: string;
  /** 16 hexadecimal digits in small letters, not all 0. */
  readonly spanId: string;
  /** Whether the span is recorded, and those below it are to be. */
  readonly isSampled: boolean;
}

/** Source: W3C Trace Context, 3.2. A later version may add fields at its end (4). */
const TRACEPARENT = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;

const FORBIDDEN_VERSION = 'ff';
const ONLY_ZEROS = /^0+$/;

/** The `traceparent` header, or its stored form; undefined when it is not one. */
export function readTraceparent(text: string): TraceContext | undefined {
  const [, version, traceId, spanId, flags, more] = TRACEPARENT.exec(text) ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  if (version === FORBIDDEN_VERSION || (version === '00' && more !== undefined)) return undefined;
  if (ONLY_ZEROS.test(traceId) || ONLY_ZEROS.test(spanId)) return undefined;
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

/** Always in version 00, without any flag of others. */
export function writeTraceparent({ traceId, spanId, isSampled }: TraceContext): string {
  return `00-${traceId}-${spanId}-${isSampled ? '01' : '00'}`;
}
