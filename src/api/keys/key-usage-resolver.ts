import DataLoader from 'dataloader';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../ports/context.js';
import type { KeyUsageRecord } from '../../ports/keys/key-usage-store.js';
import type { KeyUsage } from '../../services/keys/key-usage.js';
import { ApiKeyType } from './api-key-type.js';
import { ApiKeyUsageType, toApiKeyUsageType } from './api-key-usage-type.js';

type Loader = DataLoader<string, KeyUsageRecord | undefined>;

@Resolver(() => ApiKeyType)
export class KeyUsageResolver {
  readonly #loaders = new WeakMap<Context, Loader>();

  constructor(private readonly uses: KeyUsage) {}

  @FieldResolver(() => ApiKeyUsageType, { description: 'How it was used.' })
  async usage(@Root() { id }: ApiKeyType, @Ctx() context: Context): Promise<ApiKeyUsageType> {
    return toApiKeyUsageType(await this.#loader(context).load(id));
  }

  /** One look-up for all keys of a request. */
  #loader(context: Context): Loader {
    const known = this.#loaders.get(context);
    if (known !== undefined) return known;
    const loader: Loader = new DataLoader(async (ids) => {
      const found = await this.uses.find(ids);
      return ids.map((id) => found.get(id));
    });
    this.#loaders.set(context, loader);
    return loader;
  }
}
