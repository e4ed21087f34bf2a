import { X509Certificate } from 'node:crypto';
import { WatchedFiles } from '../../adapters/files/watched-files.js';
import type { Config } from '../../config/config.js';
import { isLoopback } from '../../http/requests/request-admission.js';
import { assertUsable, type TlsMaterial } from '../../http/connections/tls-server.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';

type Setting = 'TLS_CERT_FILE' | 'TLS_KEY_FILE' | 'TLS_CLIENT_CA_FILE';

/** The files of TLS, read once for the start and again whenever they change. */
export interface TlsFiles {
  readonly material: TlsMaterial | undefined;
  /** The end of the certificate in use; undefined without TLS. */
  expiresAt(): Date | undefined;
  /** Begins to look for changes; `replace` throws to refuse one. */
  follow(replace: (material: TlsMaterial) => void): void;
  stop(): Promise<void>;
}

/** Throws, naming the setting, when a file cannot be read or does not serve. */
export async function readTlsFiles(
  config: Pick<Config, 'tls'>,
  { clock, log }: { readonly clock: Clock; readonly log: Logger },
): Promise<TlsFiles> {
  if (config.tls === undefined) {
    return {
      material: undefined,
      expiresAt: () => undefined,
      follow: () => undefined,
      stop: () => Promise.resolve(),
    };
  }
  const { certFile, keyFile, clientCaFile } = config.tls;
  let replace: (material: TlsMaterial) => void = () => undefined;
  let used: TlsMaterial | undefined;
  const files = new WatchedFiles<Setting>({
    paths: {
      TLS_CERT_FILE: certFile,
      TLS_KEY_FILE: keyFile,
      ...(clientCaFile === undefined ? {} : { TLS_CLIENT_CA_FILE: clientCaFile }),
    } as Record<Setting, string>,
    use: (texts) => {
      const next = materialOf(texts);
      replace(next);
      used = next;
    },
    clock,
    log,
  });
  const material = materialOf(await files.read());
  assertUsable(material, clock.now());
  return {
    material,
    expiresAt: () => new Date(new X509Certificate((used ?? material).cert).validTo),
    follow: (use) => {
      replace = use;
      files.start();
    },
    stop: () => files.stop(),
  };
}

function materialOf(texts: Readonly<Partial<Record<Setting, string>>>): TlsMaterial {
  const { TLS_CERT_FILE: cert = '', TLS_KEY_FILE: key = '', TLS_CLIENT_CA_FILE: clientCa } = texts;
  return { cert, key, clientCa };
}

/** A gateway that only health can be asked of has been set up by mistake. */
export function warnOfPlainHttp(
  { production, host, tls, trustedProxies }: Config,
  log: Logger,
): void {
  const isOwn = host === 'localhost' || isLoopback(host);
  if (!production || isOwn || tls !== undefined || trustedProxies.length > 0) return;
  log.warn(
    {},
    'every request but health is refused over plain http: set TLS_CERT_FILE and TLS_KEY_FILE, or TRUSTED_PROXIES',
  );
}
