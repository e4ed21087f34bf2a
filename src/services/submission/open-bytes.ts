import { SMALL_REQUEST_BYTES } from '../../domain/input/request-bytes.js';

const MB = 1_048_576;

/**
 * 25 MB: the largest body that HTTP lets in (http/http-limits.ts), and the bytes that the gateway
 * adds.
 */
const LARGEST_BYTES = 25 * MB;

export interface OpenBytesLimits {
  /** Requests of at most so many bytes are free. */
  readonly smallBytes: number;
  /** No request is larger. */
  readonly largestBytes: number;
  readonly bytesMax: number;
}

/**
 * 100 MB: four of the largest. Memory holds a request about three times while it is sent: parsed, as
 * JSON, and in the socket.
 */
export const OPEN_BYTES_LIMITS: OpenBytesLimits = {
  smallBytes: SMALL_REQUEST_BYTES,
  largestBytes: LARGEST_BYTES,
  bytesMax: 4 * LARGEST_BYTES,
};

/** Memory for one request that is sent. */
export interface BytesClaim {
  /** Bytes that the request may have at most; null: any number. */
  readonly bytesMax: number | null;
  /** Reduces the claim to the request's real size. */
  shrinkTo(bytes: number): void;
  end(): void;
}

/**
 * Limits the bytes of all requests that one node holds while it sends them. A request that does not
 * fit waits in the store. While a request of the queue does not fit, new requests with media join
 * the queue as well.
 */
export class OpenBytes {
  readonly #limits: OpenBytesLimits;
  readonly #onRoom: () => void;
  #held = 0;
  #isShort = false;

  /** `onRoom` is called when a request may fit that did not fit before. */
  constructor(limits: OpenBytesLimits, onRoom: () => void) {
    this.#limits = limits;
    this.#onRoom = onRoom;
  }

  /** For a new request; undefined: it has to wait in the store. */
  claimFor(bytes: number): BytesClaim | undefined {
    if (bytes <= this.#limits.smallBytes) return this.#claim(bytes, bytes);
    if (this.#isShort || !this.#fits(bytes)) {
      this.#isShort = true;
      return undefined;
    }
    return this.#claim(bytes, bytes);
  }

  /** For the next request of the queue: only a small one when no memory is left for the largest. */
  claimNext(): BytesClaim {
    const { largestBytes, smallBytes } = this.#limits;
    this.#isShort = !this.#fits(largestBytes);
    return this.#isShort ? this.#claim(0, smallBytes) : this.#claim(largestBytes, null);
  }

  #fits(bytes: number): boolean {
    return this.#held + bytes <= this.#limits.bytesMax;
  }

  #claim(bytes: number, bytesMax: number | null): BytesClaim {
    let held = 0;
    const hold = (wanted: number): void => {
      const next = wanted <= this.#limits.smallBytes ? 0 : wanted;
      const freed = held - next;
      this.#held -= freed;
      held = next;
      if (freed > 0 && this.#isShort) this.#onRoom();
    };
    hold(bytes);
    return {
      bytesMax,
      shrinkTo: hold,
      end: () => {
        hold(0);
      },
    };
  }
}
