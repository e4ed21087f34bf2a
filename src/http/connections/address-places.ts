import { Sums } from '../../concurrency/sums.js';
import { GatewayError } from '../../errors.js';

const RETRY_AFTER_MS = 5_000;

/** Sockets and event streams that one address has open, authenticated or not. */
export class AddressPlaces {
  readonly #open = new Sums();

  constructor(private readonly max: number) {}

  /** Returns what gives the place back; it may be called more than once. Throws OVERLOADED. */
  take(address: string): () => void {
    if (this.#open.of(address) >= this.max) {
      throw new GatewayError('OVERLOADED', {
        retryAfterMs: RETRY_AFTER_MS,
        detail: 'open streams of an address',
      });
    }
    this.#open.add(address, 1);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.#open.add(address, -1);
    };
  }

  /** Addresses that have something open. */
  get size(): number {
    return this.#open.size;
  }
}
