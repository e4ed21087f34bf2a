import { constants, X509Certificate } from 'node:crypto';
import { createSecureContext, type SecureContextOptions } from 'node:tls';

/** PEM texts. */
export interface TlsMaterial {
  /** The server's certificate, and those between it and its authority. */
  readonly cert: string;
  readonly key: string;
  /** Authorities of the certificates that clients must show; undefined: they need none. */
  readonly clientCa: string | undefined;
}

/** Forward secret and authenticated suites only. Source: Mozilla's server-side TLS, intermediate. */
const CIPHERS = [
  'TLS_AES_128_GCM_SHA256',
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
].join(':');

/** Source: NIST SP 800-131A. */
const RSA_BITS_MIN = 2_048;

/** Explicit, because flags and environment variables of Node lower its defaults. */
export function secureContextOptions({ cert, key, clientCa }: TlsMaterial): SecureContextOptions {
  return {
    cert,
    key,
    // Without tickets: Node takes a resumed session in TLS 1.3 for verified, whatever was shown at first.
    ...(clientCa === undefined ? {} : { ca: clientCa, secureOptions: constants.SSL_OP_NO_TICKET }),
    minVersion: 'TLSv1.2',
    ciphers: CIPHERS,
    honorCipherOrder: true,
  };
}

/** Throws, with a text that names the part at fault, unless a server can be run with it now. */
export function assertUsable(material: TlsMaterial, now: Date): void {
  const certificate = readable('TLS_CERT_FILE', () => new X509Certificate(material.cert));
  if (new Date(certificate.validTo) <= now) {
    throw new Error(`TLS_CERT_FILE: the certificate expired on ${certificate.validTo}.`);
  }
  if (new Date(certificate.validFrom) > now) {
    throw new Error(`TLS_CERT_FILE: the certificate is not valid before ${certificate.validFrom}.`);
  }
  const { modulusLength } = certificate.publicKey.asymmetricKeyDetails ?? {};
  if (modulusLength !== undefined && modulusLength < RSA_BITS_MIN) {
    throw new Error(`TLS_CERT_FILE: an RSA key has ${String(RSA_BITS_MIN)} bits at least.`);
  }
  readable('TLS_KEY_FILE', () => createSecureContext({ key: material.key }));
  const { clientCa } = material;
  if (clientCa !== undefined) {
    readable('TLS_CLIENT_CA_FILE', () => new X509Certificate(clientCa));
  }
  try {
    createSecureContext(secureContextOptions(material));
  } catch (error) {
    const reason = reasonOf(error);
    throw new Error(`TLS_CERT_FILE and TLS_KEY_FILE do not serve together (${reason}).`, {
      cause: error,
    });
  }
}

function readable(setting: string, read: () => unknown): X509Certificate {
  try {
    return read() as X509Certificate;
  } catch (error) {
    throw new Error(`${setting}: not the PEM that is expected there (${reasonOf(error)}).`, {
      cause: error,
    });
  }
}

/** OpenSSL's code: its texts may say more of a file than a log should hold. */
function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unreadable';
}
