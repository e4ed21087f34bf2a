import DataLoader from 'dataloader';
import type { CreatableKind, ReadableKind } from '../../domain/resource/kinds.js';
import type { Task } from '../../domain/task/task.js';
import type { Context } from '../../ports/context.js';
import type { Held, Resources } from '../../services/resources/resources.js';

type Loader<K extends ReadableKind> = DataLoader<string, Held<K> | undefined>;

type MakerLoader = DataLoader<string, Task | undefined>;

/**
 * What the fields of one request read at Runway: asked together, and once a thing. Nothing outlives
 * its request, so that nothing can reach another viewer.
 */
export class ResourceLoaders {
  readonly #byContext = new WeakMap<Context, Map<ReadableKind, unknown>>();
  readonly #makers = new WeakMap<Context, Map<CreatableKind, MakerLoader>>();

  constructor(private readonly resources: Resources) {}

  /** Undefined when the viewer's tenant has no such thing. */
  async load<K extends ReadableKind>(
    context: Context,
    kind: K,
    id: string,
  ): Promise<Held<K> | undefined> {
    return await this.#loader(context, kind).load(id);
  }

  /** The task that made a resource; undefined where there is none to show. */
  async loadMaker(context: Context, kind: CreatableKind, id: string): Promise<Task | undefined> {
    const loaders = this.#makers.get(context) ?? new Map<CreatableKind, MakerLoader>();
    this.#makers.set(context, loaders);
    const loader =
      loaders.get(kind) ??
      new DataLoader((ids: readonly string[]) => this.resources.makers(context.viewer, kind, ids));
    loaders.set(kind, loader);
    return await loader.load(id);
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
