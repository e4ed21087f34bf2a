/** Callers and addresses that have a low limit for a while. Asked for each request, from memory. */
export interface Throttles {
  /** Requests a minute of one that is throttled. */
  readonly requestsPerMinute: number;
  isCallerThrottled(tenantId: string, subject: string): boolean;
  isAddressThrottled(address: string): boolean;
}
