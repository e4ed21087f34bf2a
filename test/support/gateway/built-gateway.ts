import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pgliteTemplate } from '../store/database.js';

/** What suites start as processes of their own. */
const PROGRAMS = [
  'src/main.ts',
  'test/support/gateway/data-dir-opener.ts',
  'test/support/gateway/faulty-main.ts',
  'test/support/gateway/freezing-main.ts',
  'test/support/store/idle-pglite.ts',
] as const;

export type Program = (typeof PROGRAMS)[number];

/** What a bundle is made of. */
const SOURCES = ['src', 'test/support'];
const FILES = ['package-lock.json', 'scripts/bundle.mjs'];

/** Inside node_modules, so that packages are found from there; git and the linters look away. */
const BUNDLES = 'node_modules/.cache';
const NAME = /^bundle-/;

/** An hour. A bundle that no suite has asked for since is of other sources, and has 50 MB. */
const UNUSED_MS_MAX = 60 * 60_000;

/**
 * A process that lives for seconds: to compile the embedded database a second time, for speed, takes
 * longer than it would save.
 */
const NODE_FLAGS = ['--liftoff-only'];

/**
 * The gateway as a release has it, one bundle with the template of the embedded database beside it, for
 * the tests of a suite that start processes. Returns what Node is to run for a program.
 */
export function useBuiltGateway(): (program?: Program) => string[] {
  let bundle = '';
  beforeAll(async () => {
    bundle = await bundledGateway();
  }, 240_000);
  return (program = 'src/main.ts') => [
    ...NODE_FLAGS,
    join(bundle, program.replace(/\.ts$/, '.js')),
  ];
}

/** The folder of the bundle of these sources, which is made where there is none. */
async function bundledGateway(): Promise<string> {
  const bundle = join(BUNDLES, `bundle-${await hashOfSources()}`);
  const now = new Date();
  try {
    await utimes(bundle, now, now);
    return bundle;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  await removeUnused(now);
  const draft = join(BUNDLES, `bundle-${randomUUID()}`);
  await promisify(execFile)(process.execPath, ['scripts/bundle.mjs', draft, ...PROGRAMS]);
  await writeFile(join(draft, 'package.json'), '{ "type": "module" }');
  // As it is: to unpack it is a part of the first start, which a compressed one makes longer.
  const template = await (await pgliteTemplate()).arrayBuffer();
  await writeFile(join(draft, 'src/database-template.tar.gz'), new Uint8Array(template));
  try {
    await rename(draft, bundle);
  } catch (error) {
    if (!existsSync(bundle)) throw error;
    // Another worker has made the same one in the meantime.
    await rm(draft, { recursive: true, force: true });
  }
  return bundle;
}

/** By path, time and size: to read them all would take as long as to bundle them. */
async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256');
  const files = await Promise.all(SOURCES.map(filesIn));
  for (const file of [...FILES, ...files.flat()].sort()) {
    const { mtimeMs, size } = await stat(file);
    hash.update(`${file} ${String(mtimeMs)} ${String(size)}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

async function removeUnused(now: Date): Promise<void> {
  for (const name of await readdir(BUNDLES)) {
    if (!NAME.test(name)) continue;
    const folder = join(BUNDLES, name);
    const { mtimeMs } = await stat(folder);
    if (now.getTime() - mtimeMs > UNUSED_MS_MAX) await rm(folder, { recursive: true, force: true });
  }
}
