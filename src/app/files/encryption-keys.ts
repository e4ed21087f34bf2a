import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KeyRing } from '../../adapters/postgres/encryption/key-ring.js';
import { createPrivateFile } from '../../adapters/files/create-private-file.js';
import type { Config } from '../../config/config.js';
import type { Logger } from '../../ports/logger.js';

/**
 * The key-encryption keys, for `openDatabase`. Throws at once, naming the setting, for keys that are
 * given and do not serve. Where none are given, one is made when the database is open.
 */
export async function readKeyRing(
  { encryption: { keys, keyFile }, dataDir }: Config,
  log: Logger,
): Promise<() => Promise<KeyRing>> {
  if (keys !== undefined) {
    const ring = new KeyRing(keys, 'ENCRYPTION_KEY');
    return () => Promise.resolve(ring);
  }
  if (keyFile !== undefined) {
    const ring = await readRing(keyFile, 'ENCRYPTION_KEY_FILE');
    return () => Promise.resolve(ring);
  }
  const path = join(dataDir, 'encryption.key');
  return async () => {
    if (!existsSync(path)) {
      const key = randomBytes(32).toString('base64');
      await createPrivateFile(path, `${key}\n`, 'DATA_DIR');
      log.info({ path }, 'a key was made that encrypts what is stored: without it, it is lost');
    }
    return await readRing(path, 'DATA_DIR');
  };
}

async function readRing(path: string, setting: string): Promise<KeyRing> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Error(`${setting}: ${path} cannot be read.`, { cause: error });
  });
  return new KeyRing(text, setting === 'DATA_DIR' ? `DATA_DIR: ${path}` : setting);
}
