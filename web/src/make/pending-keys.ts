import { newIdempotencyKey } from '../../../client/src/idempotency.js';

const STORED = 'studio.pending';
/** Requests without an answer that are remembered. */
const PENDING_MAX = 20;

/** The part of the page's storage that is used. */
export interface KeyStorage {
  getItem(name: string): string | null;
  setItem(name: string, text: string): void;
}

interface Pending {
  readonly request: string;
  readonly key: string;
}

/**
 * The idempotency keys of requests that have had no answer. The same request gets the same key again, also
 * after a reload: however often a person presses the button then, it is bought once.
 */
export class PendingKeys {
  readonly #storage: KeyStorage;

  constructor(storage: KeyStorage) {
    this.#storage = storage;
  }

  /** One key for each copy of the request. */
  take(request: string, count: number): readonly string[] {
    const known = this.#read();
    const own = known.filter((each) => each.request === request).map(({ key }) => key);
    const fresh = Array.from({ length: Math.max(0, count - own.length) }, newIdempotencyKey);
    const added = fresh.map((key) => ({ request, key }));
    this.#write([...known, ...added].slice(-PENDING_MAX));
    return [...own, ...fresh].slice(0, count);
  }

  /** The request has an answer, be it a refusal that no repetition changes. */
  settle(key: string): void {
    this.#write(this.#read().filter((each) => each.key !== key));
  }

  #read(): readonly Pending[] {
    try {
      return JSON.parse(this.#storage.getItem(STORED) ?? '[]') as readonly Pending[];
    } catch {
      return [];
    }
  }

  #write(pending: readonly Pending[]): void {
    this.#storage.setItem(STORED, JSON.stringify(pending));
  }
}
