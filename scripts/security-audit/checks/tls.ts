import { connect, type SecureVersion } from 'node:tls';
import type { AuditedGateway } from '../audited-gateway.js';
import type { Check } from '../check.js';
import type { Finding } from '../finding.js';

const DAY_MS = 86_400_000;
/** A certificate that ends sooner is reported. */
const DAYS_LEFT_MIN = 21;
const CONNECT_MS_MAX = 10_000;

/** A handshake that was completed. */
interface Handshake {
  readonly protocol: string;
  readonly cipher: string;
  /** Undefined: the certificate is trusted for the name. */
  readonly distrust: string | undefined;
  readonly endsAt: Date;
}

export const tlsCheck: Check = {
  name: 'tls',
  title: 'protocols, suites and the certificate',
  asvs: ['V12.1.1', 'V12.1.2', 'V12.2.1', 'V12.2.2'],
  run: async (context) => {
    const gateway = await context.gateway();
    if (gateway.url.protocol === 'http:')
      return { findings: await overPlainHttp(gateway), seen: [] };
    const best = await shake(gateway, {});
    if (best === undefined) {
      const text = 'No TLS handshake succeeds with the protocols and suites of this Node.';
      return {
        findings: [{ severity: 'critical', text, remedy: 'Mend the certificate.' }],
        seen: [],
      };
    }
    const findings: Finding[] = [...certificate(best, context.isOwnGateway)];
    for (const version of ['TLSv1', 'TLSv1.1'] as const)
      findings.push(...(await old(gateway, version)));
    findings.push(...(await weak(gateway)));
    if (best.protocol !== 'TLSv1.3') {
      const text = `The best protocol is ${best.protocol}.`;
      findings.push({ severity: 'low', text, remedy: 'Offer TLS 1.3.', asvs: ['V12.1.1'] });
    }
    const ends = best.endsAt.toISOString().slice(0, 10);
    return {
      findings,
      seen: [`${best.protocol}, ${best.cipher}; the certificate ends on ${ends}.`],
    };
  },
};

/** The gateway must refuse plain http, but on a listener of its own machine. */
async function overPlainHttp(gateway: AuditedGateway): Promise<readonly Finding[]> {
  const { status } = await gateway.post({ query: '{ __typename }' }, undefined);
  const isLocal = ['127.0.0.1', 'localhost', '[::1]'].includes(gateway.url.hostname);
  const text = `The audited address has no TLS; a request over plain http gets ${String(status)}.`;
  const remedy = 'Audit the address that clients use.';
  // 401: it looked for a credential, so it takes credentials in clear.
  const severity = isLocal ? 'low' : status === 401 || status === 200 ? 'critical' : 'medium';
  return [{ severity, text, remedy, asvs: ['V12.2.1'] }];
}

function certificate({ distrust, endsAt }: Handshake, isOwnGateway: boolean): readonly Finding[] {
  const findings: Finding[] = [];
  const days = Math.floor((endsAt.getTime() - Date.now()) / DAY_MS);
  if (days < DAYS_LEFT_MIN) {
    const text = `The certificate ends in ${String(days)} days.`;
    findings.push({
      severity: days < 7 ? 'high' : 'medium',
      text,
      remedy: 'Replace it; no restart is needed.',
    });
  }
  if (distrust !== undefined) {
    const remedy = 'Use a certificate that clients trust.';
    const text = `The certificate is not trusted: ${distrust}.`;
    findings.push(
      isOwnGateway
        ? { severity: 'info', text: `${text} The audit made it for its own profile.`, remedy }
        : { severity: 'high', text, remedy, asvs: ['V12.2.2'] },
    );
  }
  return findings;
}

async function old(gateway: AuditedGateway, version: SecureVersion): Promise<readonly Finding[]> {
  // Without the lower level OpenSSL would not offer it.
  const ciphers = 'DEFAULT@SECLEVEL=0';
  const shaken = await shake(gateway, { minVersion: version, maxVersion: version, ciphers });
  if (shaken === undefined) return [];
  const text = `${version} is accepted.`;
  return [{ severity: 'high', text, remedy: 'Accept TLS 1.2 and 1.3 only.', asvs: ['V12.1.1'] }];
}

/** Suites of TLS 1.2 without forward secrecy or authenticated encryption. */
async function weak(gateway: AuditedGateway): Promise<readonly Finding[]> {
  const ciphers =
    'AES128-GCM-SHA256:AES256-SHA:AES128-SHA:ECDHE-RSA-AES128-SHA:ECDHE-ECDSA-AES128-SHA@SECLEVEL=0';
  const shaken = await shake(gateway, { maxVersion: 'TLSv1.2', ciphers });
  if (shaken === undefined) return [];
  const text = `The suite ${shaken.cipher} is accepted.`;
  return [
    { severity: 'medium', text, remedy: 'Accept forward secret suites only.', asvs: ['V12.1.2'] },
  ];
}

/** Undefined when the server refuses. */
async function shake(
  { url, ca }: AuditedGateway,
  options: { minVersion?: SecureVersion; maxVersion?: SecureVersion; ciphers?: string },
): Promise<Handshake | undefined> {
  const isName = !/^[\d.]+$|^\[/.test(url.hostname);
  return await new Promise((resolve) => {
    const socket = connect({
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port === '' ? 443 : Number(url.port),
      ...(isName && { servername: url.hostname }),
      ...(ca !== undefined && { ca }),
      rejectUnauthorized: false,
      ...options,
    });
    const end = (handshake?: Handshake): void => {
      socket.destroy();
      resolve(handshake);
    };
    socket.setTimeout(CONNECT_MS_MAX, () => {
      end();
    });
    socket.on('error', () => {
      end();
    });
    socket.on('secureConnect', () => {
      end({
        protocol: socket.getProtocol() ?? '',
        cipher: socket.getCipher().name,
        distrust: socket.authorized ? undefined : String(socket.authorizationError),
        endsAt: new Date(socket.getPeerCertificate().valid_to),
      });
    });
  });
}
