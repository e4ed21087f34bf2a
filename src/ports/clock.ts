/** Time, so that tests need not wait for it. */
export interface Clock {
  now(): Date;
  /** Milliseconds since an arbitrary moment. Setting the machine's clock does not move it. */
  monotonicMs(): number;
  /** Resolves after `ms`, or at once when `signal` aborts; never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
