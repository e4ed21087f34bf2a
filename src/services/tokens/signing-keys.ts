import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';
import type { TokenKey, TokenKeys } from '../../ports/tokens/token-keys.js';

/** ECDSA on P-256 (RFC 7518, 3.4): short signatures, and a verifier cannot sign. */
export const SIGNING_ALGORITHM = 'ES256';

const CURVE = 'P-256';

/** Keys of one file. A file needs only the current, the last and the next key. */
const KEYS_MAX = 10;

/** A key that is published (RFC 7517). */
export interface PublicJwk {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y: string;
  readonly kid: string;
  readonly alg: typeof SIGNING_ALGORITHM;
  readonly use: 'sig';
}

export interface SigningKey extends TokenKey {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly published: PublicJwk;
}

/**
 * The private keys of this gateway's tokens, from a JWK set: the first signs, all verify. To rotate
 * a key, an operator puts a new key before it, and removes it when its last token has expired.
 */
export class SigningKeys implements TokenKeys {
  readonly #setting: string;
  #keys: readonly SigningKey[] = [];

  /** `setting` names the file, for errors. */
  constructor(setting: string) {
    this.#setting = setting;
  }

  /** The key that signs; undefined when no tokens are issued. */
  get current(): SigningKey | undefined {
    return this.#keys[0];
  }

  /** The public keys that verify tokens of this gateway. */
  get published(): readonly PublicJwk[] {
    return this.#keys.map(({ published }) => published);
  }

  find(id: string | undefined): Promise<TokenKey | undefined> {
    return Promise.resolve(this.#keys.find((key) => key.id === id));
  }

  isCurrent(key: TokenKey): boolean {
    return this.#keys.some((own) => own.key === key.key);
  }

  /**
   * Replaces the keys with those of a JWK set. Throws, naming the setting, when a key may not sign.
   * A key that stays keeps its object, so tokens that were verified with it stay verified.
   */
  use(text: string): void {
    const known = new Map(this.#keys.map((key) => [key.id, key]));
    this.#keys = parseSigningKeys(text, this.#setting).map((key) => {
      const before = known.get(key.id);
      return before?.key.equals(key.key) === true ? before : key;
    });
  }
}

/** Throws an Error that names the setting, and never a part of a key. */
export function parseSigningKeys(text: string, setting: string): readonly SigningKey[] {
  const problem = (what: string): Error => new Error(`${setting}: ${what}`);
  const set = parsed(text);
  const entries = typeof set === 'object' && set !== null && 'keys' in set ? set.keys : undefined;
  if (!Array.isArray(entries)) throw problem('it must be a JWK set: {"keys":[…]}.');
  if (entries.length === 0 || entries.length > KEYS_MAX) {
    throw problem(`it must hold 1 to ${String(KEYS_MAX)} keys.`);
  }
  const keys = entries.map((entry: unknown, at) => {
    const key = signingKeyOf(entry);
    if (key !== undefined) return key;
    throw problem(
      `key ${String(at + 1)} is no private key of ECDSA on ${CURVE} (kty EC, crv ${CURVE}, x, y, d).`,
    );
  });
  if (new Set(keys.map(({ id }) => id)).size < keys.length) {
    throw problem('two keys have the same kid.');
  }
  return keys;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function signingKeyOf(entry: unknown): SigningKey | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const { kty, crv, kid, d } = entry as Readonly<Record<string, unknown>>;
  if (kty !== 'EC' || crv !== CURVE || typeof d !== 'string') return undefined;
  try {
    const privateKey = createPrivateKey({ key: entry as JsonWebKey, format: 'jwk' });
    const key = createPublicKey(privateKey);
    const { x = '', y = '' } = key.export({ format: 'jwk' });
    const id = typeof kid === 'string' && kid !== '' ? kid : thumbprint({ x, y });
    const published = { kty, crv, x, y, kid: id, alg: SIGNING_ALGORITHM, use: 'sig' } as const;
    return { id, key, algorithm: SIGNING_ALGORITHM, privateKey, published };
  } catch {
    return undefined;
  }
}

/** RFC 7638: the members in the order of their names. */
function thumbprint({ x, y }: { readonly x: string; readonly y: string }): string {
  const members = JSON.stringify({ crv: CURVE, kty: 'EC', x, y });
  return createHash('sha256').update(members).digest('base64url');
}

/** A JWK set with one new private key. */
export function newSigningKeySet(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: CURVE });
  return `${JSON.stringify({ keys: [privateKey.export({ format: 'jwk' })] }, undefined, 2)}\n`;
}
