/** Which Runway account new work is done with. What exists names its account itself. */
export interface AccountRoutes {
  /** The tenant's own account, or the operator's where it has none. */
  of(tenantId: string): string;
  readonly operator: string;
}
