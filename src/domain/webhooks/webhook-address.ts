import { isIP } from 'node:net';
import { isPublicAddress } from '../special-addresses.js';

/** Characters of an address. */
export const WEBHOOK_URL_LENGTH_MAX = 2_000;

const HTTPS_PORT = 443;
const PORT_MIN = 1_024;

const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Names that no public DNS resolves. */
const INNER_NAME = /(?:^|\.)(?:localhost|local|internal|home\.arpa)\.?$/;

/**
 * What is wrong with an address that a tenant names as it stands, in words; null: nothing. What its name
 * resolves to is checked with each connection.
 */
export function webhookAddressProblem(text: string, mayBeLoopback: boolean): string | null {
  if (text.length > WEBHOOK_URL_LENGTH_MAX || !URL.canParse(text)) {
    return `Must be an https address of at most ${WEBHOOK_URL_LENGTH_MAX.toLocaleString('en-US')} characters.`;
  }
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return 'Must not hold a user or a password.';
  if (url.hash !== '') return 'Must not have a fragment.';
  if (mayBeLoopback && isLoopbackUrl(url)) return null;
  if (url.protocol !== 'https:') return 'Must be an https address.';
  const port = url.port === '' ? HTTPS_PORT : Number(url.port);
  if (port !== HTTPS_PORT && port < PORT_MIN) return 'Must have the port 443, or one from 1024 on.';
  const host = url.hostname.startsWith('[') ? url.hostname.slice(1, -1) : url.hostname;
  const isInner = isIP(host) === 0 ? isInnerName(host) : !isPublicAddress(host);
  return isInner ? 'Must name a host on the public internet.' : null;
}

/** http or https to the loopback interface of this machine. */
export function isLoopbackUrl({ protocol, hostname }: URL): boolean {
  return (protocol === 'http:' || protocol === 'https:') && LOOPBACK_HOSTS.has(hostname);
}

function isInnerName(host: string): boolean {
  return !host.includes('.') || INNER_NAME.test(host);
}
