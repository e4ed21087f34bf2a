import type { KeyObject } from 'node:crypto';
import { constants, type PathLike } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { VaultWriter } from '../../../ports/archive/output-vault.js';
import { openSegment, sealSegment, SEGMENT_BYTES, STORED_BYTES } from './segments.js';
import { storedSegment } from './stored-segment.js';

const FILE_MODE = 0o600;

/** 1 MB goes to the disk at once. */
const BATCH = 16;

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
  #rest = Buffer.allocUnsafe(SEGMENT_BYTES);
  #restBytes = 0;
  /** Encrypted segments that wait for their turn. */
  #sealed: Buffer[] = [];
  /** Segments that are on their way to the disk: meanwhile others are read and encrypted. */
  #writing: Promise<void> = Promise.resolve();

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
    for (let from = 0; from < chunk.byteLength;) {
      // A full segment is held until more comes: it may be the last one.
      if (this.#restBytes === SEGMENT_BYTES) await this.#seal(false);
      const part = chunk.subarray(from, from + SEGMENT_BYTES - this.#restBytes);
      this.#rest.set(part, this.#restBytes);
      this.#restBytes += part.byteLength;
      from += part.byteLength;
    }
  }

  async finish(): Promise<void> {
    const { path, partPath } = this.#options;
    await this.#seal(true);
    await this.#flush();
    await this.#writing;
    await this.#handle.sync();
    await this.#handle.close();
    await rename(partPath, path);
    await syncFolder(dirname(path));
  }

  async leave(): Promise<void> {
    await this.#end();
  }

  async discard(): Promise<void> {
    await this.#end();
    await rm(this.#options.partPath, { force: true });
  }

  async #seal(isLast: boolean): Promise<void> {
    const { key, fileId } = this.#options;
    const number = this.#segments;
    const clear = this.#rest.subarray(0, this.#restBytes);
    this.#sealed.push(sealSegment(key, clear, { fileId, number, isLast }));
    this.#restBytes = 0;
    this.#segments += 1;
    if (this.#sealed.length >= BATCH) await this.#flush();
  }

  /** Waits for the batch before, and begins with this one. */
  async #flush(): Promise<void> {
    await this.#writing;
    const batch = Buffer.concat(this.#sealed);
    const at = (this.#segments - this.#sealed.length) * STORED_BYTES;
    this.#sealed = [];
    this.#writing = this.#put(batch, at);
    // The next wait for it tells.
    this.#writing.catch(() => undefined);
  }

  async #put(batch: Buffer, at: number): Promise<void> {
    for (let from = 0; from < batch.length;) {
      const { bytesWritten } = await this.#handle.write(
        batch,
        from,
        batch.length - from,
        at + from,
      );
      from += bytesWritten;
    }
  }

  async #end(): Promise<void> {
    await this.#writing.catch(() => undefined);
    await this.#handle.close();
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
