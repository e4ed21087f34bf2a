/** Which share of the configured limits of operations each tenant has. */
export interface TenantRates {
  /** 100: as configured. Asks no store. */
  percentOf(tenantId: string): number;
}
