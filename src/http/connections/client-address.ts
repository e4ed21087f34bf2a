import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { ipKeyGenerator } from 'express-rate-limit';
import proxyAddr from 'proxy-addr';
import { plainAddress } from '../../domain/address-range.js';

/** A customer of an IPv6 provider gets a /56 or more: all of it counts as one client. */
const IPV6_SUBNET = 56;

/** Stands for a connection that has ended before its address was read. */
const UNKNOWN = 'unknown';

/**
 * Names the network client of a request, for counting. `X-Forwarded-For` is read from the right and
 * only as far as the addresses in it are trusted proxies, so that a client cannot choose its name.
 */
export class ClientAddresses {
  readonly #isTrusted: (address: string, hops: number) => boolean;

  /** `trustedProxies`: subnets, addresses, or names that proxy-addr knows, as config.ts checks them. */
  constructor(trustedProxies: readonly string[]) {
    this.#isTrusted = proxyAddr.compile([...trustedProxies]);
  }

  /** Whether it names clients for a peer that is no trusted proxy. */
  isForwardedByStranger(request: IncomingMessage): boolean {
    const direct = request.socket.remoteAddress;
    return (
      request.headers['x-forwarded-for'] !== undefined &&
      direct !== undefined &&
      !this.#isTrusted(direct, 0)
    );
  }

  /** An IPv4 address (also of an IPv4-mapped IPv6 one), or the /56 of an IPv6 address. */
  of(request: IncomingMessage): string {
    const address = this.exact(request);
    return address === undefined ? UNKNOWN : ipKeyGenerator(address, IPV6_SUBNET);
  }

  /** The whole address; undefined for a connection that has ended before it was read. */
  exact(request: IncomingMessage): string | undefined {
    const direct = request.socket.remoteAddress;
    if (direct === undefined) return undefined;
    const forwarded = proxyAddr(request, this.#isTrusted);
    // A proxy may forward an entry that is no address: then the proxy is counted.
    return plainAddress(isIP(forwarded) === 0 ? direct : forwarded);
  }
}
