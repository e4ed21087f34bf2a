import { randomInt } from 'node:crypto';

/*
 * Words and ids that show which tenant a text belongs to. A word stands in the content that a
 * tenant gives (prompts, names, labels …): only that tenant may see it, and no log has it. An id
 * belongs to a tenant; logs may tell it.
 */

/** `q` and nine more: fits wherever a name, a tag or a slug does, and is in no text by chance. */
const STEM_LENGTH = 10;
/** By chance too, so that parts of two words, as in a page of a table, make no third one. */
const REST_LENGTH = 6;
const WORD_LENGTH = STEM_LENGTH + REST_LENGTH;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
/** What may be an id of another form, or a text in base64: cursors, tokens, data URIs. */
const TOKEN = /[\w+-]{16,}/g;

/** Something of one tenant's that another tenant was shown. */
export interface Finding {
  readonly tenant: string;
  readonly canary: string;
}

export class Canaries {
  readonly #stems = new Map<string, string>();
  readonly #ids = new Map<string, string>();
  readonly #words = new Set<string>();

  /** A word that was never used before: 15 characters of a–z and 0–9, and a digit. */
  word(tenant: string): string {
    // The digit keeps it from being a plain word, as which Runway's messages may show it.
    const word = `${this.#stemOf(tenant)}${randomText(REST_LENGTH - 1)}${String(randomInt(10))}`;
    if (this.#words.has(word)) return this.word(tenant);
    this.#words.add(word);
    return word;
  }

  /** Notes an id as the tenant's: at least 16 characters of a–z, 0–9, `_` and `-`. */
  own(tenant: string, id: string): void {
    const owner = this.#ids.get(idForm(id));
    if (owner !== undefined && owner !== tenant) throw new Error(`${id} is ${owner}'s already`);
    this.#ids.set(idForm(id), tenant);
  }

  /** What of other tenants' a text shows that is addressed to `tenant`. */
  foreignTo(tenant: string, text: string): Finding[] {
    return this.findIn(text).filter((finding) => finding.tenant !== tenant);
  }

  /** Every tenant's words and ids that a text shows, in base64 too. */
  findIn(text: string): Finding[] {
    return [...this.wordsIn(text), ...this.#idsIn(text), ...this.#encodedIn(text)];
  }

  /** The words alone, as they are. */
  wordsIn(text: string): Finding[] {
    const lower = text.toLowerCase();
    return [...this.#stems].flatMap(([stem, tenant]) => {
      const at = lower.indexOf(stem);
      return at === -1 ? [] : [{ tenant, canary: text.slice(at, at + WORD_LENGTH) }];
    });
  }

  #idsIn(text: string): Finding[] {
    const candidates = [...text.matchAll(UUID), ...text.matchAll(TOKEN)].map(([id]) => id);
    return candidates.flatMap((canary) => {
      const tenant = this.#ids.get(idForm(canary));
      return tenant === undefined ? [] : [{ tenant, canary }];
    });
  }

  #encodedIn(text: string): Finding[] {
    return [...text.matchAll(TOKEN)].flatMap(([token]) => {
      const decoded = Buffer.from(token, 'base64url').toString('latin1');
      return [...this.wordsIn(decoded), ...this.#idsIn(decoded)];
    });
  }

  #stemOf(tenant: string): string {
    for (const [stem, owner] of this.#stems) if (owner === tenant) return stem;
    const stem = `q${randomText(STEM_LENGTH - 1)}`;
    this.#stems.set(stem, tenant);
    return stem;
  }
}

function randomText(length: number): string {
  return Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** UUIDs are the same in upper case. */
function idForm(id: string): string {
  return id.toLowerCase();
}

/** Longer than any canary in base64: what may be cut in two between two pieces of a stream. */
const TAIL_LENGTH = 256;

/** Looks through what is addressed to one tenant, on whatever connection and in whatever pieces. */
export class Addressed {
  readonly findings: Finding[] = [];
  /** Bytes looked through: a watch that saw nothing proves nothing. */
  byteCount = 0;

  constructor(
    private readonly canaries: Canaries,
    private readonly tenant: string,
  ) {}

  /** A listener for one connection. */
  connection(): (bytes: Buffer) => void {
    let tail = '';
    return (bytes) => {
      this.byteCount += bytes.length;
      const text = tail + bytes.toString('latin1');
      this.findings.push(...this.canaries.foreignTo(this.tenant, text));
      tail = text.slice(-TAIL_LENGTH);
    };
  }
}
