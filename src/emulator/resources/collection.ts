import { randomUUID } from 'node:crypto';
import { refuse } from '../server/handler.js';
import type { Clock } from '../server/emulator-clock.js';
import { pageOf, type ListShape, type Page, type PageQuery } from '../server/pages.js';

/** What every object has that can be listed. */
export interface Identity {
  readonly id: string;
  readonly createdAtMs: number;
  /** Tells apart, and puts in order, what was made in the same millisecond. */
  readonly serial: number;
}

/** More than these are not kept: the oldest are forgotten. */
const ITEMS_MAX = 50_000;

/** The objects of one kind. */
export class Collection<Item extends Identity> {
  readonly #byId = new Map<string, Item>();
  #serials = 0;

  constructor(
    private readonly clock: Clock,
    /** As Runway names it when it cannot find one. */
    private readonly kind: string,
  ) {}

  /** Who an object is that comes into being now; one that was made elsewhere brings id and time. */
  identity(made: { readonly id?: string; readonly at?: string } = {}): Identity {
    return {
      id: made.id ?? randomUUID(),
      createdAtMs: made.at === undefined ? this.clock.now().getTime() : Date.parse(made.at),
      serial: (this.#serials += 1),
    };
  }

  add(item: Item): Item {
    this.#byId.set(item.id, item);
    const oldest = this.#byId.keys().next();
    if (this.#byId.size > ITEMS_MAX && !oldest.done) this.#byId.delete(oldest.value);
    return item;
  }

  find(id: string): Item | undefined {
    return this.#byId.get(id);
  }

  /** Refuses with 404 an id that names nothing. */
  get(id: string): Item {
    const item = this.#byId.get(id);
    if (!item) throw refuse(404, `Could not find ${this.kind}`);
    return item;
  }

  delete(id: string): void {
    this.#byId.delete(id);
  }

  /** All of them, oldest first. */
  [Symbol.iterator](): Iterator<Item> {
    return this.#byId.values();
  }

  /** Newest first. */
  page(query: PageQuery, shape: Partial<ListShape<Item>> = {}): Page<Item> {
    return pageOf(this, query, {
      name: this.kind,
      placeOf: ({ createdAtMs, serial }) => [createdAtMs, serial],
      ...shape,
    });
  }
}
