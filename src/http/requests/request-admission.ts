import type { IncomingMessage } from 'node:http';
import { isIPv4, isIPv6 } from 'node:net';
import { TLSSocket } from 'node:tls';
import { GatewayError } from '../../errors.js';
import type { ClientSchemes } from '../connections/client-scheme.js';
import { requireHost } from './request-headers.js';

interface AdmissionOptions {
  readonly schemes: ClientSchemes;
  /** Plain http is served to this machine alone, and to a proxy that says that it took https. */
  readonly requireHttps: boolean;
  /** Clients show a certificate, beside their credential. */
  readonly requireClientCertificate: boolean;
  /** Whether the server listens on this machine's own addresses only. */
  readonly isListenerLoopback: () => boolean;
}

/** What orchestrators ask, without TLS and without a certificate. */
const HEALTH_PATHS: ReadonlySet<string> = new Set(['/healthz', '/readyz']);

/** How a request must have come, whatever it asks for: checked before all else, upgrades included. */
export class Admission {
  readonly #options: AdmissionOptions;

  constructor(options: AdmissionOptions) {
    this.#options = options;
  }

  /** Throws BAD_REQUEST, HTTPS_REQUIRED and CLIENT_CERTIFICATE_REQUIRED. */
  admit(request: IncomingMessage): void {
    requireHost(request);
    if (HEALTH_PATHS.has(request.url?.split('?')[0] ?? '')) return;
    if (this.#options.requireHttps && !this.#cameSafely(request)) {
      throw new GatewayError('HTTPS_REQUIRED');
    }
    const { requireClientCertificate } = this.#options;
    if (requireClientCertificate && !hasVerifiedCertificate(request)) {
      throw new GatewayError('CLIENT_CERTIFICATE_REQUIRED');
    }
  }

  /** A proxy's word that the client came without TLS counts on every listener. */
  #cameSafely(request: IncomingMessage): boolean {
    const scheme = this.#options.schemes.of(request);
    return scheme === undefined ? this.#options.isListenerLoopback() : scheme === 'https';
  }
}

/** A resumed session shows nothing: what was verified at its beginning may not have been a certificate. */
function hasVerifiedCertificate({ socket }: IncomingMessage): boolean {
  if (!(socket instanceof TLSSocket) || !socket.authorized) return false;
  return !socket.isSessionReused() && socket.getPeerX509Certificate() !== undefined;
}

/** Whether an address can be reached from its own machine only. */
export function isLoopback(address: string): boolean {
  if (isIPv4(address)) return address.startsWith('127.');
  return isIPv6(address) && (address === '::1' || address.startsWith('::ffff:127.'));
}
