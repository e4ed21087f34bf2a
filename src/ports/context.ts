import type { Viewer } from '../domain/tenant/viewer.js';
import type { Logger } from './logger.js';

/**
 * What every resolver is given: made once per request or stream, after the credential was checked.
 */
export interface Context {
  readonly viewer: Viewer;
  /** UUID: stands in every error and log line of the request. */
  readonly requestId: string;
  readonly log: Logger;
  /** The `Idempotency-Key` header as sent; null without one, and on streams. */
  readonly idempotencyKey: string | null;
  /**
   * Aborts when no client waits any more: the subscription has ended, or the request has been
   * answered or its client has left. It ends reads and waits: what a mutation has begun goes on.
   */
  readonly ended?: AbortSignal;
  /** Of the span that the root fields belong to; null or absent: none is recorded. */
  readonly traceparent?: string | null;
}
