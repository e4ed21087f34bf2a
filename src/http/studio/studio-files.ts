import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** A file of the build, as it is sent. */
export interface StudioFile {
  readonly type: string;
  readonly body: Buffer;
  readonly gzipped: Buffer;
}

/** By path below the studio's own, e.g. `assets/main-1a2b.js`. */
export type StudioFiles = ReadonlyMap<string, StudioFile>;

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const compress = promisify(gzip);

/** Reads the whole build, so that no path of a request ever reaches the disk. */
export async function readStudioFiles(folder: string): Promise<StudioFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && extname(entry.name) in TYPES);
  const read = files.map(async ({ parentPath, name }) => {
    const file = join(parentPath, name);
    const path = file.slice(join(folder, '/').length).replaceAll('\\', '/');
    const body = await readFile(file);
    const type = TYPES[extname(name)] ?? '';
    return [path, { type, body, gzipped: await compress(body) }] as const;
  });
  return new Map(await Promise.all(read));
}
