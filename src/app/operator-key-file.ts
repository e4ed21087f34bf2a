import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config/config.js';
import type { OperatorKeyFile } from '../services/keys/keys.js';

/** Path of the first operator key. */
export function operatorKeyPath(config: Config): string {
  return join(config.dataDir, 'operator.key');
}

/** The file of the first operator key, which only its owner can read. */
export function operatorKeyFile(config: Config): OperatorKeyFile {
  const path = operatorKeyPath(config);
  return {
    read: async () => {
      try {
        return (await readFile(path, 'utf8')).trim();
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw new Error(`DATA_DIR: ${path} cannot be read.`, { cause: error });
      }
    },
    // A new file that is moved into place: an existing one might be readable by others.
    write: async (text) => {
      const draft = `${path}.${String(process.pid)}`;
      try {
        await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
        await rm(draft, { force: true });
        await writeFile(draft, `${text}\n`, { mode: 0o600, flag: 'wx' });
        await rename(draft, path);
      } catch (error) {
        throw new Error(`DATA_DIR: the operator key cannot be written to ${path}.`, {
          cause: error,
        });
      }
    },
  };
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
