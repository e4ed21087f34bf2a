import { Sums } from '../../concurrency/sums.js';
import type { Viewer } from '../../domain/tenant/viewer.js';
import { GatewayError } from '../../errors.js';

/** What one credential may have open of all requests, and what one tenant may. */
const CREDENTIAL_SHARE = 1 / 4;
const TENANT_SHARE = 1 / 2;

/** 1 s: most requests are answered sooner. */
const RETRY_AFTER_MS = 1_000;

/** There are places, but this caller has its share of them: it is told so after `retryAfterMs`. */
export class ShareTaken extends GatewayError {
  readonly heldMs = RETRY_AFTER_MS;

  constructor() {
    super('OVERLOADED', { retryAfterMs: RETRY_AFTER_MS, detail: 'too many open requests of one' });
  }
}

/**
 * Requests that this process answers at the same time, so that an overload is refused quickly
 * instead of making all callers wait, and the shares that keep one caller from taking all places.
 * Paid requests are not counted while they wait for Runway: they have a bound of their own.
 */
export class OpenRequests {
  /** By the text of a verified `Authorization` header. */
  readonly #byCredential = new Sums();
  readonly #byTenant = new Sums();

  constructor(private readonly max: number) {}

  get count(): number {
    return this.#byTenant.total;
  }

  /**
   * Throws OVERLOADED, or ShareTaken, before any work is done for the request. What a header only
   * claims is never counted: a caller cannot use up another's share.
   */
  requireRoom(authorization: string): void {
    if (this.count >= this.max) throw overloaded();
    if (this.#byCredential.of(authorization) >= this.max * CREDENTIAL_SHARE) throw new ShareTaken();
  }

  /**
   * Returns what gives the place back; it may be called more than once. Throws OVERLOADED, or
   * ShareTaken.
   */
  open({ tenantId }: Viewer, authorization: string): () => void {
    this.requireRoom(authorization);
    if (this.#byTenant.of(tenantId) >= this.max * TENANT_SHARE) throw new ShareTaken();
    const add = (by: 1 | -1): void => {
      this.#byCredential.add(authorization, by);
      this.#byTenant.add(tenantId, by);
    };
    add(1);
    let isOpen = true;
    return () => {
      if (!isOpen) return;
      isOpen = false;
      add(-1);
    };
  }
}

function overloaded(): GatewayError {
  return new GatewayError('OVERLOADED', {
    retryAfterMs: RETRY_AFTER_MS,
    detail: 'too many open requests',
  });
}
