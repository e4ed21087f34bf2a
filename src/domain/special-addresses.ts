import { isIP } from 'node:net';
import { isAddressIn, plainAddress } from './address-range.js';

/**
 * Ranges that are no public unicast addresses. Source: IANA's special-purpose registries for IPv4 and
 * IPv6, and RFC 6890.
 */
const NOT_PUBLIC_IPV4: readonly string[] = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  // Carrier-grade NAT.
  '100.64.0.0/10',
  '127.0.0.0/8',
  // Link-local, and the metadata services of clouds.
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  // Multicast, what is reserved, and broadcast.
  '224.0.0.0/3',
];

/** What of IPv6 is global unicast, with the exceptions below. NAT64 (64:ff9b::/96) is not part of it. */
const PUBLIC_IPV6: readonly string[] = ['2000::/3'];

const NOT_PUBLIC_IPV6: readonly string[] = [
  // Teredo, ORCHID, benchmarks and other protocol assignments.
  '2001::/23',
  '2001:db8::/32',
  // 6to4: it holds an IPv4 address of any kind.
  '2002::/16',
  '2620:4f:8000::/48',
  '3fff::/20',
];

/** Addresses of this machine. */
const LOOPBACK: readonly string[] = ['127.0.0.0/8', '::1'];

/** Whether an IP address is one of the public internet. An IPv4-mapped one is judged as IPv4. */
export function isPublicAddress(address: string): boolean {
  // A zone belongs to addresses of one link.
  if (address.includes('%')) return false;
  const plain = plainAddress(address);
  switch (isIP(plain)) {
    case 4:
      return !isAddressIn(NOT_PUBLIC_IPV4, plain);
    case 6:
      return isAddressIn(PUBLIC_IPV6, plain) && !isAddressIn(NOT_PUBLIC_IPV6, plain);
    default:
      return false;
  }
}

export function isLoopbackAddress(address: string): boolean {
  return isAddressIn(LOOPBACK, address);
}
