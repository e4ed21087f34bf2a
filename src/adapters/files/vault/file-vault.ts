import type { KeyObject } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseOutputId } from '../../../domain/archive/output-id.js';
import type { ByteRange } from '../../../ports/archive/output-source.js';
import type {
  OutputVault,
  StoredFile,
  VaultFile,
  VaultWriter,
} from '../../../ports/archive/output-vault.js';
import { FileWriter } from './file-writer.js';
import { openSegment, SEGMENT_BYTES, segmentsOf, storedLength } from './segments.js';
import { storedSegment } from './stored-segment.js';

/** Of a file that is not whole yet. */
export const PART = '.part';

const FOLDER_MODE = 0o700;

type KeyOf = (file: VaultFile) => Promise<KeyObject>;

/**
 * Files in a folder of this machine, each encrypted with a key of its own, in segments. A file has its
 * name only once it is whole and on the disk.
 */
export class FileVault implements OutputVault {
  readonly #folder: string;
  readonly #keyOf: KeyOf;

  /** Two characters of the id name a folder below, so that none holds too many files. */
  constructor(folder: string, keyOf: KeyOf) {
    this.#folder = folder;
    this.#keyOf = keyOf;
  }

  async write(file: VaultFile): Promise<VaultWriter> {
    const path = this.#pathOf(file.id);
    await mkdir(dirname(path), { recursive: true, mode: FOLDER_MODE });
    return await FileWriter.begin({
      ...{ path, partPath: `${path}${PART}`, fileId: file.id },
      key: await this.#keyOf(file),
    });
  }

  async *read(
    file: VaultFile & { readonly bytes: number },
    { first, last = file.bytes - 1 }: ByteRange,
  ): AsyncGenerator<Uint8Array, void, undefined> {
    const key = await this.#keyOf(file);
    const handle = await open(this.#pathOf(file.id), 'r');
    try {
      const { size } = await handle.stat();
      if (size !== storedLength(file.bytes)) throw new Error('a file of the archive is cut off');
      const lastSegment = segmentsOf(file.bytes) - 1;
      for (let number = Math.floor(first / SEGMENT_BYTES); ; number += 1) {
        const from = number * SEGMENT_BYTES;
        if (from > last || number > lastSegment) return;
        const place = { fileId: file.id, number, isLast: number === lastSegment };
        const clear = openSegment(key, await storedSegment(handle, number), place);
        yield clear.subarray(Math.max(0, first - from), last + 1 - from);
      }
    } finally {
      await handle.close();
    }
  }

  async erase(id: string): Promise<void> {
    const path = this.#pathOf(id);
    await rm(path, { force: true });
    await rm(`${path}${PART}`, { force: true });
  }

  async *list(): AsyncGenerator<StoredFile, void, undefined> {
    for (const folder of await namesIn(this.#folder)) {
      for (const name of await namesIn(join(this.#folder, folder))) {
        const isWhole = !name.endsWith(PART);
        const id = isWhole ? name : name.slice(0, -PART.length);
        if (parseOutputId(id) === undefined) continue;
        const info = await stat(join(this.#folder, folder, name)).catch(() => undefined);
        if (info !== undefined) yield { id, isWhole, changedAt: info.mtime };
      }
    }
  }

  #pathOf(id: string): string {
    if (parseOutputId(id) === undefined) throw new Error('no id of an output');
    return join(this.#folder, id.slice(0, 2), id);
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return await readdir(folder).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  });
}
