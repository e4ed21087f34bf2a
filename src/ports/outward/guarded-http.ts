/** A request to an address that a tenant has named. */
export interface GuardedRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** From the look-up of the name to the end of the answer, in ms of real time. */
  readonly deadlineMs: number;
  /** Bytes of the answer that are read; the connection ends with them. */
  readonly answerBytesMax: number;
}

export const GUARDED_FAILURES = [
  'ADDRESS_REFUSED',
  'NAME_NOT_FOUND',
  'CONNECTION_FAILED',
  'CERTIFICATE_REFUSED',
  'TIMEOUT',
  'CONNECTION_LOST',
] as const;

export type GuardedFailure = (typeof GUARDED_FAILURES)[number];

export type GuardedAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly retryAfter: string | null;
      /** The beginning of the answer. */
      readonly body: string;
    }
  | { readonly kind: 'failed'; readonly failure: GuardedFailure };

/**
 * HTTP to addresses that tenants name: https to public addresses alone, whatever their names resolve to,
 * and no redirects.
 */
export interface GuardedHttp {
  /** Never rejects. */
  post(request: GuardedRequest): Promise<GuardedAnswer>;
}
