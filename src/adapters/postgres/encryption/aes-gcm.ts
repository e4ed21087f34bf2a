import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';

/** Bits of a nonce and of a tag as NIST SP 800-38D recommends them: 96 and 128. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** So many are drawn at once: each draw costs as much as the encryption of a value. */
const NONCES_DRAWN = 256;

let drawn = Buffer.alloc(0);
let drawnUsed = 0;

/** Random bytes that were given to no other value, and are given to none again. */
function newNonce(): Buffer {
  if (drawnUsed === drawn.length) {
    drawn = randomBytes(NONCES_DRAWN * NONCE_BYTES);
    drawnUsed = 0;
  }
  const from = drawnUsed;
  drawnUsed += NONCE_BYTES;
  return drawn.subarray(from, drawnUsed);
}

/** AES-256-GCM under a random nonce: nonce, ciphertext, tag. `identity` is authenticated with it. */
export function sealBytes(key: KeyObject, clear: Buffer, identity: string): Buffer {
  const nonce = newNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(identity));
  return Buffer.concat([nonce, cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
}

/** Throws unless `sealed` is whole, and was sealed by this key for this identity. */
export function openBytes(key: KeyObject, sealed: Buffer, identity: string): Buffer {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) throw new Error('the sealed bytes are cut off');
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(identity));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const clear = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
  return Buffer.concat([clear, decipher.final()]);
}
