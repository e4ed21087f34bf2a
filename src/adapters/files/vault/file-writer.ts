import type { KeyObject } from 'node:crypto';
import { constants, type PathLike } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { VaultWriter } from '../../../ports/archive/output-vault.js';
import { openSegment, sealSegment, SEGMENT_BYTES, STORED_BYTES } from './segments.js';
import { storedSegment } from './stored-segment.js';

const FILE_MODE = 0o600;

interface WriterOptions {
  /** The name of the whole file, and that of a part of it. */
  readonly path: string;
  readonly partPath: string;
  readonly fileId: string;
  readonly key: KeyObject;
}

/** Writes a file segment by segment. What a killed process has left is gone on with. */
export class FileWriter implements VaultWriter {
  readonly #options: WriterOptions;
  readonly #handle: FileHandle;
  /** Segments that are written. */
  #segments: number;
  readonly #kept: number;
  /** What comes into the next segment. */
  #rest: Buffer[] = [];
  #restBytes = 0;

  private constructor(options: WriterOptions, handle: FileHandle, segments: number) {
    this.#options = options;
    this.#handle = handle;
    this.#segments = segments;
    this.#kept = segments;
  }

  static async begin(options: WriterOptions): Promise<FileWriter> {
    const handle = await open(options.partPath, constants.O_RDWR | constants.O_CREAT, FILE_MODE);
    try {
      const segments = Math.floor((await handle.stat()).size / STORED_BYTES);
      await handle.truncate(segments * STORED_BYTES);
      return new FileWriter(options, handle, segments);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  get keptBytes(): number {
    return this.#kept * SEGMENT_BYTES;
  }

  /** Throws where a segment does not open: a disk may have lost what it had not been told to keep. */
  async *readKept(): AsyncGenerator<Uint8Array, void, undefined> {
    const { key, fileId } = this.#options;
    for (let number = 0; number < this.#kept; number += 1) {
      const stored = await storedSegment(this.#handle, number);
      yield openSegment(key, stored, { fileId, number, isLast: false });
    }
  }

  async write(chunk: Uint8Array): Promise<void> {
    this.#rest.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    this.#restBytes += chunk.byteLength;
    // A full segment is held until more comes: it may be the last one.
    if (this.#restBytes <= SEGMENT_BYTES) return;
    const all = Buffer.concat(this.#rest);
    let from = 0;
    for (; all.length - from > SEGMENT_BYTES; from += SEGMENT_BYTES) {
      await this.#put(all.subarray(from, from + SEGMENT_BYTES), false);
    }
    // A copy, so that the large buffer goes.
    this.#rest = [Buffer.from(all.subarray(from))];
    this.#restBytes = all.length - from;
  }

  async finish(): Promise<void> {
    const { path, partPath } = this.#options;
    await this.#put(Buffer.concat(this.#rest), true);
    await this.#handle.sync();
    await this.#handle.close();
    await rename(partPath, path);
    await syncFolder(dirname(path));
  }

  async leave(): Promise<void> {
    await this.#handle.close();
  }

  async discard(): Promise<void> {
    await this.#handle.close();
    await rm(this.#options.partPath, { force: true });
  }

  async #put(clear: Uint8Array, isLast: boolean): Promise<void> {
    const { key, fileId } = this.#options;
    const number = this.#segments;
    const stored = sealSegment(key, clear, { fileId, number, isLast });
    const at = number * STORED_BYTES;
    for (let from = 0; from < stored.length;) {
      const { bytesWritten } = await this.#handle.write(
        stored,
        from,
        stored.length - from,
        at + from,
      );
      from += bytesWritten;
    }
    this.#segments += 1;
  }
}

/** Without it a power failure may take the new name. */
async function syncFolder(folder: PathLike): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
