import DataLoader from 'dataloader';
import type { Budget } from '../../domain/pricing/credits.js';
import type { Context } from '../../ports/context.js';
import type { TenantHoldings } from '../../ports/tenants/tenant-store.js';
import type { Tenants } from '../../services/tenants/tenants.js';

interface Loaders {
  readonly holdings: DataLoader<string, TenantHoldings>;
  readonly budgets: DataLoader<string, readonly Budget[]>;
}

const NOTHING: TenantHoldings = { tasks: 0, liveTasks: 0, apiKeys: 0, resources: {} };

/** What the fields of tenants need beyond their rows: one query for all tenants of a request. */
export class TenantDetails {
  readonly #byContext = new WeakMap<Context, Loaders>();

  constructor(private readonly tenants: Tenants) {}

  async holdings(context: Context, id: string): Promise<TenantHoldings> {
    return await this.#loaders(context).holdings.load(id);
  }

  async budgets(context: Context, id: string): Promise<readonly Budget[]> {
    return await this.#loaders(context).budgets.load(id);
  }

  #loaders(context: Context): Loaders {
    const known = this.#byContext.get(context);
    if (known !== undefined) return known;
    const loaders: Loaders = {
      holdings: new DataLoader(async (ids) => {
        const found = await this.tenants.holdings(ids);
        // One that is not there any more has just been removed.
        return ids.map((id) => found.get(id) ?? NOTHING);
      }),
      budgets: new DataLoader(async (ids) => {
        const found = await this.tenants.budgets(ids);
        return ids.map((id) => found.filter(({ tenantId }) => tenantId === id));
      }),
    };
    this.#byContext.set(context, loaders);
    return loaders;
  }
}
