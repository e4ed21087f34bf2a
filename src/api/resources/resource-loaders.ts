import DataLoader from 'dataloader';
import type { ReadableKind } from '../../domain/resource/kinds.js';
import type { Context } from '../../ports/context.js';
import type { Held, Resources } from '../../services/resources/resources.js';

type Loader<K extends ReadableKind> = DataLoader<string, Held<K> | undefined>;

/**
 * What the fields of one request read at Runway: asked together, and once a thing. Nothing outlives
 * its request, so that nothing can reach another viewer.
 */
export class ResourceLoaders {
  readonly #byContext = new WeakMap<Context, Map<ReadableKind, unknown>>();

  constructor(private readonly resources: Resources) {}

  /** Undefined when the viewer's tenant has no such thing. */
  async load<K extends ReadableKind>(
    context: Context,
    kind: K,
    id: string,
  ): Promise<Held<K> | undefined> {
    return await this.#loader(context, kind).load(id);
  }

  #loader<K extends ReadableKind>(context: Context, kind: K): Loader<K> {
    const loaders = this.#byContext.get(context) ?? new Map<ReadableKind, unknown>();
    this.#byContext.set(context, loaders);
    const known = loaders.get(kind) as Loader<K> | undefined;
    if (known !== undefined) return known;
    const loader: Loader<K> = new DataLoader((ids) =>
      this.resources.getMany(context.viewer, kind, ids, context.ended),
    );
    loaders.set(kind, loader);
    return loader;
  }
}
