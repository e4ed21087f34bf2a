import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';

/** 64 kB of a file are encrypted and authenticated by themselves. */
export const SEGMENT_BYTES = 65_536;

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** How much longer an encrypted segment is. */
const ADDED_BYTES = NONCE_BYTES + TAG_BYTES;

/** Of a whole segment as it is stored. */
export const STORED_BYTES = SEGMENT_BYTES + ADDED_BYTES;

/** Where a segment belongs: it opens at no other place, and none can be cut off unnoticed. */
export interface SegmentPlace {
  readonly fileId: string;
  readonly number: number;
  readonly isLast: boolean;
}

/** AES-256-GCM under a random nonce: nonce, ciphertext, tag. */
export function sealSegment(key: KeyObject, clear: Uint8Array, place: SegmentPlace): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(identityOf(place));
  const sealed = cipher.update(clear);
  cipher.final();
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]);
}

/** Throws unless it is whole, and of this place. */
export function openSegment(key: KeyObject, stored: Buffer, place: SegmentPlace): Buffer {
  if (stored.length < ADDED_BYTES) throw new Error('a segment is cut off');
  const nonce = stored.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(identityOf(place));
  decipher.setAuthTag(stored.subarray(-TAG_BYTES));
  const clear = decipher.update(stored.subarray(NONCE_BYTES, -TAG_BYTES));
  return Buffer.concat([clear, decipher.final()]);
}

function identityOf({ fileId, number, isLast }: SegmentPlace): Buffer {
  return Buffer.from(JSON.stringify(['output', fileId, number, isLast]));
}

/** Segments of a file of so many bytes; an empty one has one. */
export function segmentsOf(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / SEGMENT_BYTES));
}

/** How long such a file is where it is stored. */
export function storedLength(bytes: number): number {
  return bytes + segmentsOf(bytes) * ADDED_BYTES;
}
