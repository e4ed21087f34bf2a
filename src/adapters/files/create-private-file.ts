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
  const draft = `${path}.${String(process.pid)}`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await rm(draft, { force: true });
    await writeFile(draft, text, { mode: 0o600, flag: 'wx' });
    // Whole from the first moment on, and of two processes one makes it.
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
    throw new Error(`${setting}: ${path} cannot be written.`, { cause: error });
  } finally {
    await rm(draft, { force: true });
  }
}
