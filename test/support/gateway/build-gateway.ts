import { transformFile } from '@swc/core';
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/**
 * Inside node_modules, so that packages are found from there; git and the linters look away.
 * load-once.cjs knows it too.
 */
const BUILT = 'node_modules/.cache/gateway';

/**
 * Compiles these folders of the project and returns where they are then, for processes that are
 * started many times and for the suites themselves. All of them share one build, in which only what
 * has changed since is compiled. Types are not checked.
 */
export async function buildGateway(...folders: readonly string[]): Promise<string> {
  await mkdir(BUILT, { recursive: true });
  await replace(join(BUILT, 'package.json'), '{ "type": "module" }');
  for (const folder of folders) {
    const sources = await filesIn(folder, '.ts');
    const built = new Set(sources.map(compiledName));
    const gone = (await filesIn(join(BUILT, folder), '.js')).filter((file) => !built.has(file));
    await Promise.all([...gone.map((file) => rm(file, { force: true })), ...sources.map(compile)]);
  }
  return BUILT;
}

function compiledName(source: string): string {
  return join(BUILT, source.replace(/\.ts$/, '.js'));
}

async function filesIn(folder: string, extension: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
      .map(({ parentPath, name }) => join(parentPath, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Nothing where the compiled file has the time of its source. */
async function compile(source: string): Promise<void> {
  const target = compiledName(source);
  const [{ mtime }, before] = await Promise.all([
    stat(source),
    stat(target).catch(() => undefined),
  ]);
  if (before?.mtime.getTime() === mtime.getTime()) return;
  const { code } = await transformFile(source, {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: false,
        useDefineForClassFields: false,
      },
    },
    module: { type: 'es6' },
    sourceFileName: resolve(source),
    sourceMaps: 'inline',
  });
  await mkdir(dirname(target), { recursive: true });
  await replace(target, code, mtime);
}

/** Moved into place, because several processes build at the same time. */
async function replace(file: string, text: string, mtime?: Date): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, text);
  if (mtime !== undefined) await utimes(draft, mtime, mtime);
  await rename(draft, file);
}
