import type { Stores } from '../../../src/adapters/postgres/stores.js';

/** Notes which methods of the stores are called, as `SubmissionStore.accept`. */
export class StoreCalls {
  readonly called = new Set<string>();
  #stores: Stores | undefined;

  readonly wrapStores = (stores: Stores): Stores => {
    this.#stores = Object.fromEntries(
      Object.entries(stores).map(([name, store]) => [name, this.#watched(store)]),
    ) as unknown as Stores;
    return this.#stores;
  };

  /** For calls of the test's own, which are noted too. */
  get stores(): Stores {
    if (this.#stores === undefined) throw new Error('The gateway has not started');
    return this.#stores;
  }

  /** The methods are bound: their stores have private members, which a proxy has not. */
  #watched(store: object): object {
    const port = store.constructor.name.replace(/^Postgres/, '');
    return new Proxy(store, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function') return member;
        this.called.add(`${port}.${String(name)}`);
        return member.bind(target) as unknown;
      },
    });
  }
}
