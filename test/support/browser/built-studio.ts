import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** Inside node_modules: git and the linters look away. */
const BUILDS = 'node_modules/.cache/studio';

const SOURCES = ['web', 'client/src', 'package-lock.json'];

/** Folder of the studio's build of the present sources, which is made where there is none yet. */
export async function builtStudio(): Promise<string> {
  const folder = resolve(BUILDS, await hashOfSources());
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${randomUUID()}`;
  await promisify(execFile)(process.execPath, [
    'node_modules/vite/bin/vite.js',
    ...['build', '--config', 'web/vite.config.ts', '--logLevel', 'warn', '--outDir', draft],
  ]);
  try {
    // Whichever process is first: several build at the same time.
    await rename(draft, folder);
  } catch {
    await rm(draft, { recursive: true, force: true });
  }
  return folder;
}

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of (await Promise.all(SOURCES.map(filesOf))).flat().sort()) {
    hash.update(file).update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 16);
}

async function filesOf(source: string): Promise<readonly string[]> {
  if (source.endsWith('.json')) return [source];
  const entries = await readdir(source, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}
