import type { TenantRates } from '../../ports/limits/tenant-rates.js';
import type { TenantStore } from '../../ports/tenants/tenant-store.js';

/** What a tenant has that no operator has set a rate for. */
const DEFAULT_PERCENT = 100;

/**
 * The rates that operators have set, as this node knows them: few tenants have one, so that all are
 * held, and read again by pollers/tenant-rates-reader.ts.
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

  /** What is known stays when the store cannot be asked: rejects with its failure. */
  async read(): Promise<void> {
    this.#percents = await this.#store.listRates();
  }
}
