import { timingSafeEqual } from 'node:crypto';
import { isAddressIn } from '../domain/address-range.js';
import { hashSecret } from '../domain/tenant/api-key.js';
import type { ApiKey } from '../ports/keys/key-store.js';

/** Compared where there is nothing to compare with, so that every guess costs the same work. */
const NO_HASH = hashSecret('');

/** Bytes of a secret's hash that name it among the secrets of one key. */
const MARK_BYTES = 6;

/** A secret of a key that is good, and until when: null: as long as the key. */
export interface KnownSecret {
  readonly mark: string;
  readonly until: Date | null;
}

/**
 * The secret of the key whose hash was given; undefined for a wrong one, and where there is no key.
 */
export function knownSecret(key: ApiKey | undefined, given: Buffer): KnownSecret | undefined {
  const isPresent = timingSafeEqual(given, key?.secretHash ?? NO_HASH);
  const isReplaced = timingSafeEqual(given, key?.replacedSecret?.hash ?? NO_HASH);
  if (key === undefined) return undefined;
  if (isPresent) return { mark: markOf(key.secretHash), until: null };
  if (!isReplaced || key.replacedSecret === null) return undefined;
  const { hash, until } = key.replacedSecret;
  return { mark: markOf(hash), until };
}

/** The same by its mark, while a stream is open; undefined: the key no longer has it. */
export function markedSecret(key: ApiKey, mark: string): KnownSecret | undefined {
  if (markOf(key.secretHash) === mark) return { mark, until: null };
  const { hash, until } = key.replacedSecret ?? {};
  return hash !== undefined && until !== undefined && markOf(hash) === mark
    ? { mark, until }
    : undefined;
}

/** Whether the key may be used from the address; undefined: it is not known. */
export function isAllowedFrom({ allowedAddresses }: ApiKey, address: string | undefined): boolean {
  if (allowedAddresses.length === 0) return true;
  return address !== undefined && isAddressIn(allowedAddresses, address);
}

function markOf(hash: Buffer): string {
  return hash.toString('base64url', 0, MARK_BYTES);
}
