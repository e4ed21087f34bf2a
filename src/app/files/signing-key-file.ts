import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createPrivateFile } from '../../adapters/files/create-private-file.js';
import { WatchedFiles } from '../../adapters/files/watched-files.js';
import type { Config } from '../../config/config.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import { newSigningKeySet, SigningKeys } from '../../services/tokens/signing-keys.js';

/** The keys of this gateway's tokens: in a file that may be replaced. */
export interface SigningKeyFile {
  readonly keys: SigningKeys;
  /** Makes the file where there is none and it may be made, and begins to look for changes of it. */
  follow(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Without TOKEN_SIGNING_KEYS_FILE the file is in DATA_DIR, but in production there is none. Outside
 * production a missing one is made by `follow`. Throws, naming the setting, when the file cannot be
 * read or holds a key that may not sign.
 */
export async function readSigningKeys(
  { production, dataDir, tokenSigningKeysFile }: Config,
  { clock, log }: { readonly clock: Clock; readonly log: Logger },
): Promise<SigningKeyFile> {
  const setting = tokenSigningKeysFile === undefined ? 'DATA_DIR' : 'TOKEN_SIGNING_KEYS_FILE';
  const keys = new SigningKeys(setting);
  if (tokenSigningKeysFile === undefined && production) {
    return { keys, follow: () => Promise.resolve(), stop: () => Promise.resolve() };
  }
  const path = tokenSigningKeysFile ?? join(dataDir, 'token-signing-keys.json');
  const use = (texts: Readonly<Record<string, string>>): void => {
    keys.use(texts[setting] ?? '');
  };
  const files = new WatchedFiles({ paths: { [setting]: path }, use, clock, log });
  if (production || existsSync(path)) use(await files.read());
  return {
    keys,
    follow: async () => {
      if (keys.current === undefined) {
        await createPrivateFile(path, newSigningKeySet(), setting);
        use(await files.read());
      }
      files.start();
    },
    stop: () => files.stop(),
  };
}
