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
  #count = 0;
  /** By the text of a verified `Authorization` header. */
  readonly #byCredential = new Map<string, number>();
  readonly #byTenant = new Map<string, number>();

  constructor(private readonly max: number) {}

  get count(): number {
    return this.#count;
  }

  /**
   * Throws OVERLOADED, or ShareTaken, before any work is done for the request. What a header only
   * claims is never counted: a caller cannot use up another's share.
   */
  requireRoom(authorization: string): void {
    if (this.#count >= this.max) throw overloaded();
    const ofCredential = this.#byCredential.get(authorization) ?? 0;
    if (ofCredential >= this.max * CREDENTIAL_SHARE) throw new ShareTaken();
  }

  /**
   * Returns what gives the place back; it may be called more than once. Throws OVERLOADED, or
   * ShareTaken.
   */
  open({ tenantId }: Viewer, authorization: string): () => void {
    this.requireRoom(authorization);
    if ((this.#byTenant.get(tenantId) ?? 0) >= this.max * TENANT_SHARE) throw new ShareTaken();
    const add = (by: 1 | -1): void => {
      this.#count += by;
      change(this.#byCredential, authorization, by);
      change(this.#byTenant, tenantId, by);
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

/** An entry that comes to 0 is deleted. */
function change(counts: Map<string, number>, holder: string, by: 1 | -1): void {
  const count = (counts.get(holder) ?? 0) + by;
  if (count === 0) counts.delete(holder);
  else counts.set(holder, count);
}

function overloaded(): GatewayError {
  return new GatewayError('OVERLOADED', {
    retryAfterMs: RETRY_AFTER_MS,
    detail: 'too many open requests',
  });
}
