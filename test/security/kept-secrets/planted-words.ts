import type { Canaries } from '../canaries.js';

/** Text in base64 of either alphabet, or in hexadecimal as Postgres writes bytes. */
const BASE64 = /[A-Za-z0-9+/_-]{16,}/g;
const HEX = /(?:[0-9a-f]{2}){16,}/g;
const STEM_LENGTH = 10;

/** Words that stand in one place each, so that a word that turns up tells where it was given. */
export class PlantedWords {
  readonly #places = new Map<string, string>();
  readonly #stem: string;

  constructor(
    private readonly canaries: Canaries,
    private readonly tenant: string,
  ) {
    this.#stem = canaries.word(tenant).slice(0, STEM_LENGTH);
  }

  /** A new word for a place: `createDocument input.content`. */
  word(place: string): string {
    const word = this.canaries.word(this.tenant);
    this.#places.set(word, place);
    return word;
  }

  get count(): number {
    return this.#places.size;
  }

  /** The places whose words stand in a text, as they are or encoded. Words of others are `?`. */
  placesIn(text: string): Set<string> {
    const found = new Set<string>();
    const look = (plain: string): void => {
      for (const [word] of plain.toLowerCase().matchAll(this.#words())) {
        found.add(this.#places.get(word) ?? '?');
      }
    };
    look(text);
    for (const [token] of text.matchAll(BASE64)) {
      for (const cut of [0, 1, 2, 3]) {
        look(Buffer.from(token.slice(cut), 'base64').toString('latin1'));
      }
    }
    for (const [token] of text.matchAll(HEX)) {
      const bytes = Buffer.from(token, 'hex').toString('latin1');
      look(bytes);
    }
    return found;
  }

  #words(): RegExp {
    return new RegExp(`${this.#stem}[0-9a-z]{6}`, 'g');
  }
}
