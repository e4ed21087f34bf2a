import { GatewayError } from '../../errors.js';

const RETRY_AFTER_MS = 5_000;

/** Sockets and event streams that one address has open, authenticated or not. */
export class AddressPlaces {
  readonly #counts = new Map<string, number>();

  constructor(private readonly max: number) {}

  /** Returns what gives the place back; it may be called more than once. Throws OVERLOADED. */
  take(address: string): () => void {
    const count = this.#counts.get(address) ?? 0;
    if (count >= this.max) {
      throw new GatewayError('OVERLOADED', {
        retryAfterMs: RETRY_AFTER_MS,
        detail: 'open streams of an address',
      });
    }
    this.#counts.set(address, count + 1);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      const left = (this.#counts.get(address) ?? 1) - 1;
      if (left === 0) this.#counts.delete(address);
      else this.#counts.set(address, left);
    };
  }

  /** Addresses that have something open. */
  get size(): number {
    return this.#counts.size;
  }
}
