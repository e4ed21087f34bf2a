import { BlockList, isIP } from 'node:net';

type Family = 'ipv4' | 'ipv6';

/** An address, or a network in CIDR notation. */
interface AddressRange {
  readonly address: string;
  readonly family: Family;
  /** Bits that all addresses of the range have in common. */
  readonly prefix: number;
}

const BITS: Readonly<Record<Family, number>> = { ipv4: 32, ipv6: 128 };

/** An IPv4 address as an IPv6 one, in the form that a URL has. */
const MAPPED_IPV4 = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/;

const RANGE = /^([0-9a-f.:]{2,45})(?:\/(0|[1-9]\d{0,2}))?$/i;

/**
 * The form in which addresses are compared: an IPv4-mapped one as IPv4, others without the zone of
 * an interface.
 */
export function plainAddress(address: string): string {
  const [plain = ''] = address.toLowerCase().split('%');
  if (isIP(plain) !== 6) return plain;
  const shortest = new URL(`http://[${plain}]`).hostname.slice(1, -1);
  const [, high, low] = MAPPED_IPV4.exec(shortest) ?? [];
  if (high === undefined || low === undefined) return shortest;
  return [high, low]
    .flatMap((part) => [Number.parseInt(part, 16) >> 8, Number.parseInt(part, 16) & 255])
    .join('.');
}

/** Whether the text is an IPv4 or IPv6 address, or a network such as `10.0.0.0/8` or `2001:db8::/32`. */
export function isAddressRange(text: string): boolean {
  return parseRange(text) !== undefined;
}

/** Whether the ranges hold the address. Texts that are no ranges hold none. */
export function isAddressIn(ranges: readonly string[], address: string): boolean {
  const found = parseRange(plainAddress(address));
  return found !== undefined && ranges.some((range) => holds(parseRange(range), found));
}

/** Whether one of the ranges holds the whole of `inner`. */
export function isRangeIn(ranges: readonly string[], inner: string): boolean {
  const range = parseRange(inner);
  return range !== undefined && ranges.some((outer) => holds(parseRange(outer), range));
}

function holds(outer: AddressRange | undefined, inner: AddressRange): boolean {
  if (outer?.family !== inner.family || outer.prefix > inner.prefix) return false;
  const list = new BlockList();
  list.addSubnet(outer.address, outer.prefix, outer.family);
  return list.check(inner.address, inner.family);
}

function parseRange(text: string): AddressRange | undefined {
  const [, address, prefix] = RANGE.exec(text) ?? [];
  if (address === undefined) return undefined;
  const version = isIP(address);
  if (version === 0) return undefined;
  const family = version === 4 ? 'ipv4' : 'ipv6';
  const bits = prefix === undefined ? BITS[family] : Number(prefix);
  return bits > BITS[family] ? undefined : { address, family, prefix: bits };
}
