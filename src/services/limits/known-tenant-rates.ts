import type { TenantRates } from '../../ports/limits/tenant-rates.js';
import type { TenantStore } from '../../ports/tenants/tenant-store.js';

/** The rate of a tenant for which no operator has set one. */
const DEFAULT_PERCENT = 100;

/**
 * The rates that operators have set, as this node knows them. Few tenants have one, so the node
 * holds all of them. pollers/tenant-rates-reader.ts reads them again.
 */
export class KnownTenantRates implements TenantRates {
  readonly #store: Pick<TenantStore, 'listRates'>;
  #percents: ReadonlyMap<string, number> = new Map();

  constructor(store: Pick<TenantStore, 'listRates'>) {
    this.#store = store;
  }

  percentOf(tenantId: string): number {
    return this.#percents.get(tenantId) ?? DEFAULT_PERCENT;
  }

  /**
   * Reads the rates again. If the store fails, the known rates stay, and this rejects with the
   * failure.
   */
  async read(): Promise<void> {
    this.#percents = await this.#store.listRates();
  }
}
