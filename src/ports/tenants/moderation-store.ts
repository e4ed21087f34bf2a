/** Whether tenants may spend. */
export interface ModerationStore {
  /**
   * Stops a tenant of whose tasks at least `max` have FAILED by moderation after `since` (and after
   * it was last resumed). True when this call has stopped it.
   */
  stopIfModerated(
    tenantId: string,
    limit: { readonly since: Date; readonly max: number },
    now: Date,
  ): Promise<boolean>;
}
