import { transformFile } from '@swc/core';
import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Inside node_modules, so that packages are found from there; git and the linters look away. */
const CACHE = 'node_modules/.cache';

/**
 * Compiles these folders of the project into one of their own and returns its path, for processes
 * that are started many times: it takes a second, and each start then saves one. Types are not
 * checked.
 */
export async function buildGateway(...folders: readonly string[]): Promise<string> {
  await mkdir(CACHE, { recursive: true });
  const outDir = await mkdtemp(join(CACHE, 'gateway-'));
  await writeFile(join(outDir, 'package.json'), '{ "type": "module" }');
  const files = await Promise.all(
    folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true })),
  );
  await Promise.all(
    files
      .flat()
      .filter((file) => file.isFile() && file.name.endsWith('.ts'))
      .map(async ({ parentPath, name }) => {
        const { code } = await transformFile(join(parentPath, name), {
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
        });
        const target = join(outDir, parentPath, name.replace(/\.ts$/, '.js'));
        await mkdir(dirname(target), { recursive: true });
        await writeFile(target, code);
      }),
  );
  return outDir;
}
