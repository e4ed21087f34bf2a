import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

import { syncFolder } from '../connection/moved-folder.js';
import {
  DUMP_FORMAT,
  DUMP_VERSION,
  RowSums,
  type DumpFooter,
  type DumpHeader,
  type DumpedRow,
  type PlacedRow,
  type StoreContents,
} from './dump-format.js';

/*
 * A dump is gzip over lines of JSON: the header, a line for each row, the footer. The footer ends
 * with the SHA-256 of all that stands before its line.
 */

const NEWLINE = 0x0a;

interface LastLine extends DumpFooter {
  readonly end: true;
  readonly sha256: string;
}

/** Writes a new file that its owner alone can read. It has its name when it is whole and on disk. */
export async function writeDump(path: string, contents: StoreContents): Promise<DumpFooter> {
  if (await exists(path)) throw new Error(`--to: ${path} is there already. Name a new file.`);
  const draft = `${path}.unfinished`;
  await rm(draft, { force: true });
  const file = createWriteStream(draft, { mode: 0o600, flags: 'wx' });
  try {
    const footer = await writeLines(file, contents);
    const handle = await open(draft, 'r+');
    await handle.sync();
    await handle.close();
    await rename(draft, path);
    await syncFolder(dirname(path));
    return footer;
  } catch (error) {
    file.destroy();
    await rm(draft, { force: true });
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}

async function writeLines(
  file: NodeJS.WritableStream,
  contents: StoreContents,
): Promise<DumpFooter> {
  const gzip = createGzip();
  const written = pipeline(gzip, file);
  // What fails in the file fails the writer, too.
  const failed = written.then(() => new Promise<never>(() => undefined));
  failed.catch(() => undefined);
  const hash = createHash('sha256');
  const write = async (line: object): Promise<void> => {
    const text = `${JSON.stringify(line)}\n`;
    hash.update(text);
    if (!gzip.write(text)) await Promise.race([once(gzip, 'drain'), failed]);
  };
  try {
    await write(contents.header);
    for await (const { table, row } of contents.rows()) await write([table, ...row]);
    const footer = contents.footer();
    const last: LastLine = { end: true, ...footer, sha256: hash.copy().digest('hex') };
    await write(last);
    gzip.end();
    await written;
    return footer;
  } catch (error) {
    gzip.destroy();
    await written.catch(() => undefined);
    throw error;
  }
}

/**
 * Gives the contents of a dump to `work`. Throws, naming the file, when it is no dump, was cut off or
 * was altered: the latter two when its rows are read.
 */
export async function withDump<Result>(
  path: string,
  work: (contents: StoreContents) => Promise<Result>,
): Promise<Result> {
  const lines = linesOf(path);
  try {
    const first = await lines.next();
    const header = first.done === true ? undefined : parseHeader(first.value);
    if (first.done === true || header === undefined) {
      throw new Error(`--from: ${path} is no dump of a store.`);
    }
    assertReadable(path, header.version);
    const hash = createHash('sha256');
    addLine(hash, first.value);
    return await work(new FileContents(path, header, lines, hash));
  } finally {
    await lines.return(undefined);
  }
}

function assertReadable(path: string, version: number): void {
  if (version === DUMP_VERSION) return;
  throw new Error(
    `--from: ${path} has format ${String(version)}, and this version of the gateway reads format ${String(DUMP_VERSION)}. Restore it with the version that made it, or a newer one.`,
  );
}

class FileContents implements StoreContents {
  #footer: DumpFooter | undefined;

  constructor(
    private readonly path: string,
    readonly header: DumpHeader,
    private readonly lines: AsyncGenerator<Buffer, void, undefined>,
    private readonly hash: Hash,
  ) {}

  async *rows(): AsyncGenerator<PlacedRow, void, undefined> {
    const sums = this.header.tables.map(() => new RowSums());
    for await (const line of this.lines) {
      const parsed = this.#parse(line);
      if (!Array.isArray(parsed)) {
        this.#end(parsed as Partial<LastLine>, sums);
        continue;
      }
      const [table, ...row] = parsed as [number, ...DumpedRow];
      const isFit = row.length === this.header.tables[table]?.columns.length;
      if (!isFit || this.#footer !== undefined) throw this.#altered();
      sums[table]?.add(row);
      addLine(this.hash, line);
      yield { table, row };
    }
    if (this.#footer === undefined) throw this.#cutOff();
  }

  footer(): DumpFooter {
    if (this.#footer === undefined) throw this.#cutOff();
    return this.#footer;
  }

  #end(last: Partial<LastLine>, sums: readonly RowSums[]): void {
    const { end, sha256, sequences, sums: told } = last;
    const isWhole =
      this.#footer === undefined &&
      end === true &&
      sha256 === this.hash.copy().digest('hex') &&
      JSON.stringify(told) === JSON.stringify(sums.map(({ sum }) => sum));
    if (!isWhole || sequences === undefined || told === undefined) throw this.#altered();
    this.#footer = { sequences, sums: told };
  }

  #parse(line: Buffer): unknown {
    try {
      return JSON.parse(line.toString());
    } catch {
      throw this.#altered();
    }
  }

  #altered(): Error {
    return new Error(`--from: ${this.path} was altered since it was made. Use another copy.`);
  }

  #cutOff(): Error {
    return new Error(`--from: ${this.path} is cut off: its end is missing. Use another copy.`);
  }
}

function addLine(hash: Hash, line: Buffer): void {
  hash.update(line).update('\n');
}

function parseHeader(line: Buffer): DumpHeader | undefined {
  try {
    const header = JSON.parse(line.toString()) as DumpHeader;
    return (header.format as string) === DUMP_FORMAT ? header : undefined;
  } catch {
    return undefined;
  }
}

/** Without their ends. Not by `readline`, which also ends a line within a text, at U+2028. */
async function* linesOf(path: string): AsyncGenerator<Buffer, void, undefined> {
  const source = createReadStream(path);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  try {
    let parts: Buffer[] = [];
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, from)) {
        yield Buffer.concat([...parts, chunk.subarray(from, at)]);
        parts = [];
        from = at + 1;
      }
      if (from < chunk.length) parts.push(chunk.subarray(from));
    }
    if (parts.length > 0) yield Buffer.concat(parts);
  } catch (error) {
    throw explainRead(error, path);
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

function explainRead(error: unknown, path: string): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'Z_BUF_ERROR') {
    return new Error(`--from: ${path} is cut off: its end is missing. Use another copy.`, {
      cause: error,
    });
  }
  if (code === 'Z_DATA_ERROR') {
    const text = 'is no dump of a store, or was altered since it was made. Use another copy.';
    return new Error(`--from: ${path} ${text}`, { cause: error });
  }
  const isOfFile = ['ENOENT', 'EACCES', 'EISDIR', 'EPERM'].includes(code);
  return isOfFile
    ? new Error(`--from: ${path} cannot be read (${code}).`, { cause: error })
    : error;
}
