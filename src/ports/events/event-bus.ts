/** Wakes readers of the event table. A lost wake-up loses nothing: the table is the truth. */
export interface EventBus {
  /** Calls `onWake` with the tenant whose events have grown. Resolves when listening. */
  listen(onWake: (tenantId: string) => void): Promise<{ stop(): Promise<void> }>;
}
