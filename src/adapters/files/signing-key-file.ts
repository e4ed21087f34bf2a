import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SigningKeyFile } from '../../ports/tokens/signing-key-file.js';

/** A JWK set on disk. Errors name `setting`, under which its path was given. */
export function signingKeyFile(path: string, setting: string): SigningKeyFile {
  return {
    path,
    read: async () => {
      try {
        return await readFile(path, 'utf8');
      } catch (error) {
        if (hasCode(error, 'ENOENT')) return undefined;
        throw new Error(`${setting}: ${path} cannot be read.`, { cause: error });
      }
    },
    // Linked into place, which fails where there is a file: of two processes one makes it.
    create: async (text) => {
      const draft = `${path}.${String(process.pid)}`;
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await rm(draft, { force: true });
        await writeFile(draft, text, { mode: 0o600, flag: 'wx' });
        await link(draft, path);
      } catch (error) {
        if (hasCode(error, 'EEXIST')) return;
        throw new Error(`${setting}: ${path} cannot be written.`, { cause: error });
      } finally {
        await rm(draft, { force: true });
      }
    },
  };
}

function hasCode(error: unknown, code: string): boolean {
  return (error as NodeJS.ErrnoException).code === code;
}
