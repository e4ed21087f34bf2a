import { readKeyRing } from './encryption-keys.js';
import type { Base } from '../base.js';
import { readRunwaySecrets } from './runway-secrets.js';
import { readSigningKeys } from './signing-key-file.js';
import { readTlsFiles } from './tls-files.js';
import { readTrustedDocuments } from './trusted-documents-file.js';

/** The files that settings name. */
export type SettingsFiles = Awaited<ReturnType<typeof readSettingsFiles>>;

/** Reads them all, so that what an operator gets wrong is told before anything is touched. */
export async function readSettingsFiles({ config, clock, log, outward }: Base) {
  return {
    tls: await readTlsFiles(config, { clock, log }),
    secrets: await readRunwaySecrets(config, { clock, log, outward }),
    documents: await readTrustedDocuments(config, { clock, log }),
    signing: await readSigningKeys(config, { clock, log }),
    keyRing: await readKeyRing(config, log),
  };
}
