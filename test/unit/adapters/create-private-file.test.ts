// Guarantee: a key file is its owner's alone, is there whole or not at all, and no two processes that
// share a folder, e.g. two containers with one volume, spoil each other's.
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPrivateFile } from '../../../src/adapters/files/create-private-file.js';

describe('A private file', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'private-file-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is made with its folder, for its owner alone', async () => {
    const path = join(folder, 'keys', 'a.key');
    await createPrivateFile(path, 'secret', 'DATA_DIR');
    expect(await readFile(path, 'utf8')).toBe('secret');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'keys'))).mode & 0o777).toBe(0o700);
    expect(await readdir(join(folder, 'keys'))).toEqual(['a.key']);
  });

  it('stays as it is where it is there already', async () => {
    const path = join(folder, 'a.key');
    await writeFile(path, 'older');
    await createPrivateFile(path, 'newer', 'DATA_DIR');
    expect(await readFile(path, 'utf8')).toBe('older');
    expect(await readdir(folder)).toEqual(['a.key']);
  });

  it('is that of one of its makers, though all have the same process id', async () => {
    const path = join(folder, 'a.key');
    const texts = Array.from({ length: 20 }, (_, at) => `secret ${String(at)}`);
    await Promise.all(texts.map((text) => createPrivateFile(path, text, 'DATA_DIR')));
    expect(texts).toContain(await readFile(path, 'utf8'));
    expect(await readdir(folder)).toEqual(['a.key']);
  });

  it('is made beside what another process of the same id has left behind', async () => {
    const path = join(folder, 'a.key');
    const left = `a.key.${String(process.pid)}`;
    await writeFile(join(folder, left), 'of another container');
    await createPrivateFile(path, 'secret', 'DATA_DIR');
    expect(await readFile(path, 'utf8')).toBe('secret');
    expect(await readFile(join(folder, left), 'utf8')).toBe('of another container');
  });

  it('that cannot be made is reported with its setting, and leaves nothing', async () => {
    await writeFile(join(folder, 'file'), '');
    for (const path of [join(folder, 'file', 'a.key'), join(folder, 'file', 'b', 'a.key')]) {
      await expect(createPrivateFile(path, 'secret', 'DATA_DIR')).rejects.toThrow(
        `DATA_DIR: ${path} cannot be written.`,
      );
    }
    expect(await readdir(folder)).toEqual(['file']);
  });
});
