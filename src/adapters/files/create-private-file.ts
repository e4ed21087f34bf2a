import { randomUUID } from 'node:crypto';
import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a file that its owner alone can read; one that is there already stays as it is. Throws with
 * `setting`, under which its path was given.
 */
export async function createPrivateFile(
  path: string,
  text: string,
  setting: string,
): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeWhole(path, text);
  } catch (error) {
    throw new Error(`${setting}: ${path} cannot be written.`, { cause: error });
  }
}

/** The file is whole from the first moment on, and one of several makers makes it. */
async function writeWhole(path: string, text: string): Promise<void> {
  // Not by the process id: two containers that share a volume may have the same.
  const draft = `${path}.${randomUUID()}`;
  try {
    await writeFile(draft, text, { mode: 0o600, flag: 'wx' });
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
}
