import { isIP } from 'node:net';
import { plainAddress } from './address-range.js';

/** Bytes of an IPv4 network, and groups of an IPv6 network: a /24, and a /48. */
const IPV4_PARTS = 3;
const IPV6_PARTS = 3;
const IPV6_GROUPS = 8;

/**
 * The network of an address, in CIDR notation: the /24 of an IPv4 address, and the /48 of an IPv6
 * one. Undefined for a text that is no address.
 */
export function networkOf(address: string): string | undefined {
  const plain = plainAddress(address);
  const version = isIP(plain);
  if (version === 4) return `${plain.split('.').slice(0, IPV4_PARTS).join('.')}.0/24`;
  if (version !== 6) return undefined;
  const [head = '', tail] = plain.split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? 0 : IPV6_GROUPS - first.length - last.length;
  const groups = [...first, ...Array<string>(gap).fill('0'), ...last].slice(0, IPV6_PARTS);
  return `${plainAddress(`${groups.join(':')}::`)}/48`;
}
