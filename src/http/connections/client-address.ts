import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { ipKeyGenerator } from 'express-rate-limit';
import { LRUCache } from 'lru-cache';
import proxyAddr from 'proxy-addr';
import { entriesMax } from '../../concurrency/entries-max.js';
import { plainAddress } from '../../domain/address-range.js';

/** A customer of an IPv6 provider gets a /56 or more: all of it counts as one client. */
const IPV6_SUBNET = 56;

/** Stands for a connection that has ended before its address was read. */
const UNKNOWN = 'unknown';

/** Addresses whose names are remembered: each costs several tries at an IPv6 address. */
const REMEMBERED_MAX = 10_000;

/** The longest IPv6 address has 45 characters; behind it may stand the zone of an interface. */
const REMEMBERED_LENGTH_MAX = 64;

interface AddressNames {
  readonly exact: string;
  readonly counted: string;
}

/**
 * Names the network client of a request, for counting. `X-Forwarded-For` is read from the right and
 * only as far as the addresses in it are trusted proxies, so that a client cannot choose its name.
 */
export class ClientAddresses {
  readonly #isTrusted: (address: string, hops: number) => boolean;
  readonly #names = new LRUCache<string, AddressNames>(entriesMax(REMEMBERED_MAX));

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
    return this.#namesOf(request)?.counted ?? UNKNOWN;
  }

  /** The whole address; undefined for a connection that has ended before it was read. */
  exact(request: IncomingMessage): string | undefined {
    return this.#namesOf(request)?.exact;
  }

  get rememberedCount(): number {
    return this.#names.size;
  }

  #namesOf(request: IncomingMessage): AddressNames | undefined {
    const direct = request.socket.remoteAddress;
    if (direct === undefined) return undefined;
    if (request.headers['x-forwarded-for'] === undefined) return this.#named(direct);
    const forwarded = proxyAddr(request, this.#isTrusted);
    // A proxy may forward an entry that is no address: then the proxy is counted.
    return this.#named(isIP(forwarded) === 0 ? direct : forwarded);
  }

  #named(address: string): AddressNames {
    const known = this.#names.get(address);
    if (known !== undefined) return known;
    const exact = plainAddress(address);
    const names = { exact, counted: ipKeyGenerator(exact, IPV6_SUBNET) };
    if (address.length <= REMEMBERED_LENGTH_MAX) this.#names.set(address, names);
    return names;
  }
}
