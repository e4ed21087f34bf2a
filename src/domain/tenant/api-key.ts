import { hash, randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** The parts of a gateway key's text: `rgk_<id>_<secret>`. */
export interface ApiKeyText {
  /** Public: it names the key in logs and in the store. */
  readonly id: string;
  /** The bearer's proof. Never stored, never logged. */
  readonly secret: string;
}

/** The prefix of every key. */
const PREFIX = 'rgk_';

const KEY = /^rgk_([a-z0-9]{4,32})_([A-Za-z0-9]{22,128})$/;
const ID_ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ID_LENGTH = 12;
/** 32 characters of 62: 190 bits, so that SHA-256 without a salt is enough at rest. */
const SECRET_LENGTH = 32;
/** 62^6 > 2^32: room for a CRC-32. */
const CHECKSUM_LENGTH = 6;

function randomText(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}

/**
 * Checksum of a key: six base-62 characters over all characters before them. It lets a secret
 * scanner tell a key from similar text. Verification does not need it. Keys that the gateway issues
 * match `rgk_[a-z0-9]{12}_[A-Za-z0-9]{38}`.
 */
export function apiKeyChecksum(text: string): string {
  let rest = crc32(text);
  let checksum = '';
  for (let place = 0; place < CHECKSUM_LENGTH; place += 1) {
    checksum = BASE62.charAt(rest % BASE62.length) + checksum;
    rest = Math.floor(rest / BASE62.length);
  }
  return checksum;
}

/** Undefined when the text does not have the form of a gateway key. */
export function parseApiKey(text: string): ApiKeyText | undefined {
  const [, id, secret] = KEY.exec(text) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}

/** SHA-256 of a secret, 32 bytes. The gateway keeps secrets only in this form. */
export function hashSecret(secret: string): Buffer {
  return hash('sha256', secret, 'buffer');
}

/** The public beginning of a key's text. Operators find a leaked key by it. */
export function apiKeyPrefix(id: string): string {
  return PREFIX + id;
}

/** A new key from the system's random source; its secret ends in the checksum. */
export function newApiKey(): ApiKeyText & { readonly text: string } {
  return newSecretOf(randomText(ID_ALPHABET, ID_LENGTH));
}

/** A new secret of the key with this id. */
export function newSecretOf(id: string): ApiKeyText & { readonly text: string } {
  const prefix = `${apiKeyPrefix(id)}_`;
  const start = prefix + randomText(BASE62, SECRET_LENGTH);
  const text = start + apiKeyChecksum(start);
  return { id, secret: text.slice(prefix.length), text };
}
