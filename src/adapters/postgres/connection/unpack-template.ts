import { closeSync, existsSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

import { embeddedFolder } from './embedded-folder.js';
import { syncFolder } from './moved-folder.js';

/** Of a tar: each header has as many bytes, and each content is filled up to a multiple of it. */
const BLOCK_BYTES = 512;

/** Fewer and larger pieces than zlib's own: a template has 25 MB. */
const PIECE_BYTES = 262_144;

const GZIP_MAGIC = 0x1f_8b;

/**
 * Makes the embedded database of `dataDir` from a data directory as a tar, gzipped or not; a folder that is there
 * stays as it is. Piece by piece: PGlite would hold all of it in memory twice, and the process would keep that.
 * A process that ends on the way leaves a folder of another name, and the next one begins anew.
 */
export async function unpackTemplate(template: Blob, dataDir: string): Promise<void> {
  if (existsSync(embeddedFolder(dataDir))) return;
  const folder = join(dataDir, 'unpacking');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const start = Buffer.from(await template.slice(0, 2).arrayBuffer());
  const packed = Readable.from(template.stream());
  const isGzipped = start.length === 2 && start.readUInt16BE() === GZIP_MAGIC;
  const pieces = isGzipped ? gunzipped(packed) : packed;
  await unpackInto(folder, new ByteReader(pieces));
  await rename(folder, embeddedFolder(dataDir));
  await syncFolder(dataDir);
}

function gunzipped(packed: Readable): Readable {
  const gunzip = createGunzip({ chunkSize: PIECE_BYTES });
  packed.on('error', (error) => gunzip.destroy(error));
  return packed.pipe(gunzip);
}

/** Throws for a tar that is cut short, or has what a data directory has not, e.g. links. */
async function unpackInto(folder: string, reader: ByteReader): Promise<void> {
  for (;;) {
    const header = await reader.exactly(BLOCK_BYTES);
    if (header.every((byte) => byte === 0)) return;
    const path = join(folder, textOf(header, 345, 155), textOf(header, 0, 100));
    const bytes = Number.parseInt(textOf(header, 124, 12), 8);
    const type = textOf(header, 156, 1);
    if (type === '5') {
      mkdirSync(path, { recursive: true, mode: 0o700 });
    } else if (type === '0' && !Number.isNaN(bytes)) {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      await writeFrom(reader, path, bytes);
      await reader.exactly(-bytes & (BLOCK_BYTES - 1));
    } else {
      throw new Error(`The template of the database has an entry of the type ${type}.`);
    }
  }
}

async function writeFrom(reader: ByteReader, path: string, bytes: number): Promise<void> {
  const file = openSync(path, 'wx', 0o600);
  try {
    for (let left = bytes; left > 0;) {
      const piece = await reader.atMost(left);
      writeSync(file, piece);
      left -= piece.length;
    }
  } finally {
    closeSync(file);
  }
}

/** A field of a header: it ends at its first zero. */
function textOf(header: Buffer, from: number, length: number): string {
  const [text = ''] = header.toString('latin1', from, from + length).split('\0');
  return text.trim();
}

/** Bytes of a stream by count. */
class ByteReader {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #piece: Buffer = Buffer.alloc(0);

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /** At least one byte, where `bytes` is one at least. Throws at the end. */
  async atMost(bytes: number): Promise<Buffer> {
    while (this.#piece.length === 0 && bytes > 0) {
      const next = await this.#pieces.next();
      if (next.done === true) throw new Error('The template of the database is cut short.');
      const { buffer, byteOffset, byteLength } = next.value;
      this.#piece = Buffer.from(buffer, byteOffset, byteLength);
    }
    const taken = this.#piece.subarray(0, bytes);
    this.#piece = this.#piece.subarray(taken.length);
    return taken;
  }

  async exactly(bytes: number): Promise<Buffer> {
    const first = await this.atMost(bytes);
    if (first.length === bytes) return first;
    return Buffer.concat([first, await this.exactly(bytes - first.length)]);
  }
}
