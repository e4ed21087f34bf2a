import { WatchedFiles } from '../../adapters/files/watched-files.js';
import type { Config } from '../../config/config.js';
import {
  parseManifest,
  TrustedDocuments,
  type DocumentManifest,
} from '../../policy/document/trusted-document-list.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';

const SETTING = 'TRUSTED_DOCUMENTS_FILE';

/** 8 MB: the documents of some thousand operations. */
const MANIFEST_BYTES_MAX = 8_388_608;

/** Ids named in one log line. */
const NAMED_MAX = 10;

/** The trusted documents, read once for the start and again whenever their file changes. */
export interface TrustedDocumentsFile {
  readonly trusted: TrustedDocuments;
  /** Warns of documents that `findUnfit` names, and begins to look for changes. */
  follow(findUnfit: (manifest: DocumentManifest) => readonly string[]): void;
  stop(): Promise<void>;
}

/**
 * Throws, naming the setting, when the manifest cannot be read or is no manifest. A document that does
 * not fit the schema is a warning only: the gateway may be deployed before or after its clients.
 */
export async function readTrustedDocuments(
  { trustedDocuments: { mode, file } }: Pick<Config, 'trustedDocuments'>,
  { clock, log }: { readonly clock: Clock; readonly log: Logger },
): Promise<TrustedDocumentsFile> {
  if (file === undefined) {
    const trusted = new TrustedDocuments(mode);
    return { trusted, follow: () => undefined, stop: () => Promise.resolve() };
  }
  let use: (manifest: DocumentManifest) => void = () => undefined;
  const files = new WatchedFiles({
    paths: { [SETTING]: file },
    bytesMax: MANIFEST_BYTES_MAX,
    use: (texts) => {
      use(readManifest(texts));
    },
    clock,
    log,
  });
  const manifest = readManifest(await files.read());
  const trusted = new TrustedDocuments(mode, manifest);
  return {
    trusted,
    follow: (findUnfit) => {
      use = (changed) => {
        warnOfUnfit(findUnfit(changed), log);
        trusted.replace(changed);
      };
      use(manifest);
      files.start();
    },
    stop: () => files.stop(),
  };
}

function readManifest(texts: Readonly<Record<string, string>>): DocumentManifest {
  try {
    return parseManifest(texts[SETTING] ?? '');
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it cannot be used';
    throw new Error(`${SETTING}: ${reason}.`, { cause: error });
  }
}

function warnOfUnfit(ids: readonly string[], log: Logger): void {
  if (ids.length === 0) return;
  log.warn(
    { setting: SETTING, count: ids.length, ids: ids.slice(0, NAMED_MAX) },
    'trusted documents do not fit the schema: requests for them are refused',
  );
}
