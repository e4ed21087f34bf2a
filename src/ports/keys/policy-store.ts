import type { ViewerPolicies } from '../../domain/tenant/access-policy.js';

export interface PolicyStore {
  /** Of the tenant and, where there is one, its key. */
  findPolicies(tenantId: string, keyId: string | null): Promise<ViewerPolicies>;
}
