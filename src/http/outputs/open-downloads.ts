import { Sums } from '../../concurrency/sums.js';
import { GatewayError } from '../../errors.js';

/** What one tenant may have open of all downloads. */
const TENANT_SHARE = 1 / 2;

/** 2 s: a place is free again when a download ends. */
const RETRY_AFTER_MS = 2_000;

/** Outputs that this process sends at the same time. */
export class OpenDownloads {
  readonly #byTenant = new Sums();

  constructor(private readonly max: number) {}

  get count(): number {
    return this.#byTenant.total;
  }

  /** Throws OVERLOADED. Costs nothing: to come before the address is looked at. */
  requireRoom(): void {
    if (this.count >= this.max) throw overloaded('too many open downloads');
  }

  /** Returns what gives the place back; it may be called more than once. Throws OVERLOADED. */
  open(tenantId: string): () => void {
    this.requireRoom();
    if (this.#byTenant.of(tenantId) >= Math.max(1, this.max * TENANT_SHARE)) {
      throw overloaded('too many open downloads of one tenant');
    }
    this.#byTenant.add(tenantId, 1);
    let isOpen = true;
    return () => {
      if (!isOpen) return;
      isOpen = false;
      this.#byTenant.add(tenantId, -1);
    };
  }
}

function overloaded(detail: string): GatewayError {
  return new GatewayError('OVERLOADED', { retryAfterMs: RETRY_AFTER_MS, detail });
}
