import { readTraceparent, type TraceContext } from '../../domain/telemetry/trace-context.js';
import type { Logger } from '../logger.js';

type Ids = Pick<TraceContext, 'traceId' | 'spanId'>;

/** The same log, whose lines name the trace and the span, too; `find` is asked at each line. */
export function logWithTrace(log: Logger, find: () => Ids | undefined): Logger {
  const at = (level: keyof Logger) => (fields: object, message: string) => {
    const ids = find();
    if (ids === undefined) log[level](fields, message);
    else log[level]({ ...fields, traceId: ids.traceId, spanId: ids.spanId }, message);
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** The log of work that was caused by the span of `traceparent`; null: it is in no trace. */
export function tracedLog(log: Logger, traceparent: string | null): Logger {
  if (traceparent === null) return log;
  const ids = readTraceparent(traceparent);
  return ids === undefined ? log : logWithTrace(log, () => ids);
}
