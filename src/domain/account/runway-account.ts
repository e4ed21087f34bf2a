/**
 * Names of Runway accounts. Each secret of the operator gives its account a name, and all belong to
 * one organisation. A tenant's own account keeps its name when its secret is replaced.
 */
const OWN_PREFIX = 'own-';

/** The name of a new account of the tenant; `suffix` tells it from the tenant's others. */
export function ownAccountName(tenantId: string, suffix: string): string {
  return `${OWN_PREFIX}${tenantId}-${suffix}`;
}

/** Whether a tenant brought the account, so that the operator's secrets never serve it. */
export function isOwnAccount(name: string): boolean {
  return name.startsWith(OWN_PREFIX);
}

/** Whether the secret of one account can read objects that were made with the other. */
export function isSameOrganization(one: string, other: string): boolean {
  return one === other || (!isOwnAccount(one) && !isOwnAccount(other));
}
