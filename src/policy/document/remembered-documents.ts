import { LRUCache } from 'lru-cache';
import { Sums } from '../../concurrency/sums.js';

/** How much is remembered: bytes as `documentBytes` estimates them. */
export interface MemoryLimits {
  readonly bytesMax: number;
  /** Of what one holder has put in, so that none can push out more than that of the others. */
  readonly holderBytesMax: number;
  readonly documentsMax: number;
}

const MB = 1_024 * 1_024;

export const MEMORY_LIMITS: MemoryLimits = {
  bytesMax: 32 * MB,
  holderBytesMax: 8 * MB,
  documentsMax: 4_000,
};

interface Entry<Value extends object> {
  readonly value: Value;
  readonly holder: string;
  readonly bytes: number;
}

/**
 * The facts of documents that were checked; the least recently used are forgotten first. Anyone may
 * be served from it, as a document's check does not depend on who asks; what it holds counts for
 * the tenant that brought it.
 */
export class RememberedDocuments<Value extends object> {
  readonly #entries: LRUCache<string, Entry<Value>>;
  readonly #bytesByHolder = new Sums();
  readonly #limits: MemoryLimits;

  constructor(limits: MemoryLimits = MEMORY_LIMITS) {
    this.#limits = limits;
    this.#entries = new LRUCache({
      max: limits.documentsMax,
      maxSize: limits.bytesMax,
      sizeCalculation: ({ bytes }) => bytes,
      dispose: ({ holder, bytes }) => {
        this.#bytesByHolder.add(holder, -bytes);
      },
    });
  }

  find(key: string): Value | undefined {
    return this.#entries.get(key)?.value;
  }

  remember(key: string, value: Value, { holder, bytes }: Omit<Entry<Value>, 'value'>): void {
    // A fifth of a share alone would leave room for hardly anything else.
    if (bytes > this.#limits.holderBytesMax / 5) return;
    this.#makeRoom(holder, bytes);
    this.#bytesByHolder.add(holder, bytes);
    this.#entries.set(key, { value, holder, bytes });
  }

  get bytes(): number {
    return this.#entries.calculatedSize;
  }

  bytesOf(holder: string): number {
    return this.#bytesByHolder.of(holder);
  }

  #makeRoom(holder: string, bytes: number): void {
    const bytesMax = this.#limits.holderBytesMax - bytes;
    if (this.bytesOf(holder) <= bytesMax) return;
    for (const key of [...this.#entries.rkeys()]) {
      if (this.#entries.peek(key)?.holder === holder) this.#entries.delete(key);
      if (this.bytesOf(holder) <= bytesMax) return;
    }
  }
}

/**
 * A token with its node and its place, at most. Measured with graphql 16.15 on Node 20: 180–370.
 */
const TOKEN_BYTES = 400;

/**
 * The text is held twice, as the document's source and in the key, two bytes a character at most,
 * and the operation's name once more.
 */
const CHARACTER_BYTES = 6;

/** A field as http/execution prepares it, once for each place to which fragments bring it. */
const SELECTION_BYTES = 1_000;

/** With what remembered-usage.ts keeps of it. */
const DOCUMENT_BYTES = 4_500;

/** What a document holds of the heap, at most: parsed, measured and prepared for its execution. */
export function documentBytes(document: {
  readonly length: number;
  readonly tokens: number;
  /** Fields after fragments are expanded. */
  readonly selections: number;
}): number {
  return (
    DOCUMENT_BYTES +
    CHARACTER_BYTES * document.length +
    TOKEN_BYTES * document.tokens +
    SELECTION_BYTES * document.selections
  );
}
