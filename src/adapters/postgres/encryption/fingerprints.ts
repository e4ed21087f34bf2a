import type { Cipher } from './cipher.js';

/**
 * Whether a stored fingerprint is that of a request. Only keyed ones are written: a plain hash of a
 * prompt confirms the prompt to a reader who guesses it. Plain ones were, and are recognised until
 * they expire.
 */
export function isFingerprintOf(cipher: Cipher, fingerprint: string, stored: string): boolean {
  return stored === cipher.fingerprint(fingerprint) || stored === fingerprint;
}
