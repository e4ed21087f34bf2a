import type { FileHandle } from 'node:fs/promises';
import { STORED_BYTES } from './segments.js';

/** A segment as the file has it; shorter than a whole one at the file's end. */
export async function storedSegment(handle: FileHandle, number: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(STORED_BYTES);
  let length = 0;
  while (length < STORED_BYTES) {
    const at = number * STORED_BYTES + length;
    const { bytesRead } = await handle.read(buffer, length, STORED_BYTES - length, at);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return buffer.subarray(0, length);
}
