import type { ViewerPolicies } from '../../../domain/tenant/access-policy.js';
import type { PolicyStore } from '../../../ports/keys/policy-store.js';
import type { Database } from '../connection/database.js';
import { Statement } from '../connection/statement.js';

/** For viewers whose credential was read without them. */
const FIND_POLICIES = new Statement<ViewerPolicies>(
  'find_policies',
  `select tenants.policy as tenant, api_keys.policy as key
  from tenants left join api_keys on api_keys.tenant_id = tenants.id and api_keys.id = :key::text
  where tenants.id = :tenant::text`,
);

export class PostgresPolicyStore implements PolicyStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async findPolicies(tenantId: string, keyId: string | null): Promise<ViewerPolicies> {
    const values = { tenant: tenantId, key: keyId };
    const [row] = await FIND_POLICIES.run(this.#database.kysely, values);
    return { tenant: row?.tenant ?? null, key: row?.key ?? null };
  }
}
