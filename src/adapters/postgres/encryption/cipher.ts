import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

import { GatewayError } from '../../../errors.js';
import { openBytes, sealBytes } from './aes-gcm.js';

const KEY_BYTES = 32;

/** Of the sealed form: `enc1.<data key>.<nonce, ciphertext and tag in base64url>`. */
const PREFIX = 'enc1.';

/**
 * Where a value stands: columns between which SQL copies values are one family, and `id` is the row's
 * identity in it. A sealed value opens nowhere else.
 */
export interface Place {
  readonly family: string;
  readonly id: string;
}

/** What was sealed cannot be opened: it was changed or moved, or its key is not the one it names. */
export class UnreadableValue extends GatewayError {
  constructor(tenantId: string | null, { family, id }: Place, why: string) {
    const detail = `${family} of ${id}, tenant ${tenantId ?? '-'}: ${why}`;
    super('STORED_DATA_UNREADABLE', { detail });
  }
}

/** The value names a data key that the cipher was made without: it may be newer. */
export class UnknownDataKey extends UnreadableValue {}

/** Keys of one tenant, or of the gateway itself. */
export interface CipherKeys {
  /** Null: the gateway itself. */
  readonly tenantId: string | null;
  readonly dataKeys: ReadonlyMap<string, KeyObject>;
  /** The data key that seals; undefined as long as nothing was sealed. */
  readonly currentId: string | undefined;
  /** Undefined as long as nothing was sealed. */
  readonly fingerprintKey: KeyObject | undefined;
}

/** Seals and opens the values of one tenant, or of the gateway itself. */
export class Cipher {
  readonly #keys: CipherKeys;

  constructor(keys: CipherKeys) {
    this.#keys = keys;
  }

  /** The data key that seals; undefined as long as there is none. */
  get dataKeyId(): string | undefined {
    return this.#keys.currentId;
  }

  seal(clear: string, place: Place): string {
    const { dataKeys, currentId = '' } = this.#keys;
    const key = dataKeys.get(currentId);
    if (key === undefined) throw new Error('The cipher has no data key to seal with');
    const sealed = sealBytes(key, Buffer.from(clear), this.#identityOf(place));
    return `${PREFIX}${currentId}.${sealed.toString('base64url')}`;
  }

  /** Throws `UnreadableValue`. */
  open(sealed: string, place: Place): string {
    const { tenantId } = this.#keys;
    const { id: keyId, key } = this.#keyOf(sealed, place);
    const bytes = Buffer.from(sealed.slice(PREFIX.length + keyId.length + 1), 'base64url');
    try {
      return openBytes(key, bytes, this.#identityOf(place)).toString();
    } catch {
      throw new UnreadableValue(tenantId, place, `it does not open with the data key ${keyId}`);
    }
  }

  /** Throws `UnreadableValue` where `open` would for want of a key. */
  requireKeyOf(sealed: string, place: Place): void {
    this.#keyOf(sealed, place);
  }

  #keyOf(sealed: string, place: Place): { readonly id: string; readonly key: KeyObject } {
    const { tenantId, dataKeys } = this.#keys;
    const id = dataKeyIdOf(sealed);
    if (id === undefined) throw new UnreadableValue(tenantId, place, 'it has another form');
    const key = dataKeys.get(id);
    if (key !== undefined) return { id, key };
    throw new UnknownDataKey(tenantId, place, `the data key ${id} is not in the store`);
  }

  /** A keyed hash, the same for as long as the tenant exists. */
  fingerprint(text: string): string {
    const { fingerprintKey } = this.#keys;
    if (fingerprintKey === undefined) throw new Error('The cipher has no key for fingerprints');
    return createHmac('sha256', fingerprintKey).update(text).digest('base64url');
  }

  /** A key for another use than those above, the same for as long as the tenant exists. */
  derivedKey(use: string): KeyObject {
    const { fingerprintKey } = this.#keys;
    if (fingerprintKey === undefined) throw new Error('The cipher has no key to derive from');
    const info = `runway-gateway ${use}`;
    return createSecretKey(Buffer.from(hkdfSync('sha256', fingerprintKey, '', info, KEY_BYTES)));
  }

  #identityOf({ family, id }: Place): string {
    return JSON.stringify([this.#keys.tenantId, family, id]);
  }
}

export function isSealed(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith(PREFIX);
}

/** The id of the data key that a sealed value names; undefined where the value is not sealed. */
export function dataKeyIdOf(sealed: unknown): string | undefined {
  if (!isSealed(sealed)) return undefined;
  const end = sealed.indexOf('.', PREFIX.length);
  return end === -1 ? undefined : sealed.slice(PREFIX.length, end);
}
