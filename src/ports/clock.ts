/** Time, so that tests need not wait for it. */
export interface Clock {
  now(): Date;
  /** Resolves after `ms`, or at once when `signal` aborts; never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
