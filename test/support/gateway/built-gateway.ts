import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildGateway } from './build-gateway.js';
import { pgliteTemplate } from '../store/database.js';

/**
 * A copy of the build for the tests of a suite whose processes start often, with the template of the
 * embedded database that a release has beside it. Returns what Node is to run for a source file.
 */
export function useBuiltGateway(...folders: readonly string[]): (source?: string) => string[] {
  let built = '';
  beforeAll(async () => {
    const build = await buildGateway('src', ...folders);
    built = await mkdtemp(join(dirname(build), 'gateway-'));
    await cp(build, built, { recursive: true });
    const template = await (await pgliteTemplate()).arrayBuffer();
    const file = join(built, 'src/database-template.tar.gz');
    await writeFile(file, gzipSync(new Uint8Array(template), { level: 1 }));
  }, 60_000);
  afterAll(() => rm(built, { recursive: true, force: true }));
  return (source = 'src/main.ts') => [join(built, source.replace(/\.ts$/, '.js'))];
}
