import { randomUUID } from 'node:crypto';
import type { Viewer } from '../../domain/tenant/viewer.js';
import type { SentRequest } from '../../api/errors/format-error.js';
import type { ErrorCode } from '../../error-registry.js';
import type { CheckedRequest } from '../../policy/check-document.js';
import type { Cost } from '../../policy/limits/operation-limits.js';
import type { Context } from '../../ports/context.js';
import type { Logger } from '../../ports/logger.js';
import type { RequestTrace } from '../traces/request-trace.js';

/** One request, or one subscription of a stream: the id stands in its errors and log lines. */
export type Exchange = Pick<Context, 'requestId' | 'log'> & {
  /** What its log line will say, where it gets one. */
  readonly record?: ExchangeRecord;
  /** Where a client finds out how to get a credential. */
  readonly metadataUrl?: string | undefined;
  /** Once it is known, and may be executed. */
  readonly sent?: SentRequest;
  /** Tells the audit log of an error that no field has thrown. */
  readonly tellRefusal?: (error: unknown) => void;
  /** Absent while tracing is off, and for health checks. */
  readonly trace?: RequestTrace;
};

/** What a request's log line says of it beside its status: filled in as it becomes known. */
export interface ExchangeRecord {
  viewer?: Viewer;
  /** Root fields by their names in the table. */
  operation?: string;
  /** Of the first error. */
  code?: ErrorCode;
  /** For `extensions.cost` of whatever answer follows; not for the log. */
  cost?: Cost;
  detail?: string | undefined;
  /** Server-sent events were asked for. */
  isStreamed?: boolean;
}

/** What resolvers get. */
export type HttpContext = Context &
  Exchange & {
    /** What the document cost, for `extensions.cost`. */
    readonly cost?: Cost;
  };

/** Of a request that Apollo executes. */
export type ExecutedContext = HttpContext & { readonly sent: CheckedRequest };

/** The id is ours always: one that a client chose could be made to look like another's. */
export function newExchange(log: Logger): Exchange {
  return { requestId: randomUUID(), log };
}
