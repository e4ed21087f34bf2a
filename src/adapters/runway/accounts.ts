import { createHash } from 'node:crypto';

/** Enough of the hash to tell the secrets of one gateway apart, and none of the secret. */
const NAME_DIGITS = 8;

/** One secret, and the one that it replaces. */
const SECRETS_MAX = 2;

/** What a header can carry. */
const SECRET = /^[\x21-\x7e]{1,500}$/;

export type Secrets = readonly [string, ...(readonly string[])];

/**
 * Runway secrets under the names by which tasks remember whose they are. Each is named after itself,
 * so that a name means the same after a restart and on every node. The first is for new submissions;
 * tasks of the others are still read with theirs. They may be replaced while calls are open.
 */
export class RunwayAccounts {
  #given: Secrets;
  #stored: string | null = null;
  #current = '';
  #byName: Readonly<Record<string, { readonly secret: string }>> = {};

  constructor(secrets: Secrets) {
    this.#given = secrets;
    this.#name();
  }

  /** The one that new tasks are made with. */
  get current(): string {
    return this.#current;
  }

  /** The current one comes first. */
  get byName(): Readonly<Record<string, { readonly secret: string }>> {
    return this.#byName;
  }

  /** Whether nothing has been asked with it yet. */
  isNew(secret: string): boolean {
    return !Object.hasOwn(this.#byName, nameOf(secret));
  }

  replace(secrets: Secrets): void {
    this.#given = secrets;
    this.#name();
  }

  /**
   * One that is kept in the store takes the place of all others, which may be dead at Runway by now;
   * null: there is none.
   */
  useStored(secret: string | null): void {
    this.#stored = secret;
    this.#name();
  }

  #name(): void {
    const given = this.#given;
    const secrets: Secrets = this.#stored === null ? given : [this.#stored];
    this.#current = nameOf(secrets[0]);
    this.#byName = byName(secrets);
  }
}

/** One secret or two, with a comma or white space between them. Throws, naming none. */
export function parseSecrets(text: string): Secrets {
  const [first, ...others] = text.split(/[\s,]+/).filter((part) => part !== '');
  if (first === undefined) throw new Error('holds no secret');
  if (others.length >= SECRETS_MAX) throw new Error('holds more than two secrets');
  if (![first, ...others].every((secret) => SECRET.test(secret))) {
    throw new Error('holds what is no secret');
  }
  return [first, ...others];
}

function byName(secrets: Secrets): RunwayAccounts['byName'] {
  return Object.fromEntries(secrets.map((secret) => [nameOf(secret), { secret }]));
}

function nameOf(secret: string): string {
  const hash = createHash('sha256').update(secret).digest('hex');
  return `runway-${hash.slice(0, NAME_DIGITS)}`;
}
