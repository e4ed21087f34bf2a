import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

import { openBytes, sealBytes } from './aes-gcm.js';

const KEY_BYTES = 32;

const HEX = /^[0-9a-f]{64}$/i;

/** 32 bytes: 43 characters, and one for padding. */
const BASE64 = /^[A-Za-z0-9+/_-]{43}=?$/;

interface KeyEncryptionKey {
  /** Derived from the key; tells it from others and nothing about it. */
  readonly id: string;
  readonly wrapping: KeyObject;
}

/** A data key as the store holds it. */
export interface WrappedKey {
  readonly wrapped: string;
  readonly kekId: string;
}

/** The key-encryption keys of a gateway: the first one wraps, all of them unwrap. */
export class KeyRing {
  readonly #keys: readonly [KeyEncryptionKey, ...KeyEncryptionKey[]];
  /** Where the keys come from, for errors: the name of a setting. */
  readonly setting: string;

  /** Throws, naming the setting and never a value, when a key has another form or is given twice. */
  constructor(text: string, setting: string) {
    const keys = text.split(/[\s,]+/).filter((item) => item !== '');
    const [first, ...others] = keys.map((key, index) => parseKey(key, index + 1, setting));
    if (first === undefined) {
      throw new Error(`${setting}: there is no key. Make one with \`openssl rand -base64 32\`.`);
    }
    this.#keys = [first, ...others];
    this.setting = setting;
    if (new Set(this.ids).size < this.ids.length) {
      throw new Error(`${setting}: one key is given twice.`);
    }
  }

  get ids(): readonly string[] {
    return this.#keys.map(({ id }) => id);
  }

  /** The id of the key that wraps. */
  get currentId(): string {
    return this.#keys[0].id;
  }

  /** `identity` is what the data key is for: under another one it cannot be unwrapped. */
  wrap(dataKey: Buffer, identity: string): WrappedKey {
    const [{ id: kekId, wrapping }] = this.#keys;
    return { wrapped: sealBytes(wrapping, dataKey, identity).toString('base64url'), kekId };
  }

  /** Throws when the key-encryption key is not in the ring, or does not fit. */
  unwrap({ wrapped, kekId }: WrappedKey, identity: string): Buffer {
    const key = this.#keys.find(({ id }) => id === kekId);
    if (key === undefined) throw new Error(`the key-encryption key ${kekId} is missing`);
    return openBytes(key.wrapping, Buffer.from(wrapped, 'base64url'), identity);
  }
}

function parseKey(text: string, position: number, setting: string): KeyEncryptionKey {
  const isHex = HEX.test(text);
  if (!isHex && !BASE64.test(text)) {
    throw new Error(
      `${setting}: key ${String(position)} must be 32 bytes in Base64 or hex, e.g. of \`openssl rand -base64 32\`.`,
    );
  }
  const key = Buffer.from(text, isHex ? 'hex' : 'base64');
  return {
    id: derive(key, 'id', 8).toString('hex'),
    wrapping: createSecretKey(derive(key, 'wrap', KEY_BYTES)),
  };
}

function derive(key: Buffer, purpose: string, bytes: number): Buffer {
  return Buffer.from(
    hkdfSync('sha256', key, '', `runway-gateway key-encryption ${purpose}`, bytes),
  );
}
