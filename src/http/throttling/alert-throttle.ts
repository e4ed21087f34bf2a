import type { Viewer } from '../../domain/tenant/viewer.js';
import { GatewayError } from '../../errors.js';
import type { RateCounters, RateRule } from '../../ports/limits/rate-counters.js';
import type { Throttles } from '../../ports/limits/throttles.js';

const WINDOW_MS = 60_000;

/** The low limit of callers and addresses that a security alert has throttled. */
export class AlertThrottle {
  readonly #throttles: Throttles;
  readonly #counters: RateCounters;
  readonly #rule: RateRule;

  constructor(throttles: Throttles, counters: RateCounters) {
    this.#throttles = throttles;
    this.#counters = counters;
    this.#rule = {
      name: 'alert-throttle',
      limit: throttles.requestsPerMinute,
      windowMs: WINDOW_MS,
      whenStoreIsAway: 'countLocally',
    };
  }

  /** Throws RATE_LIMITED. */
  async countViewer({ tenantId, subject }: Viewer): Promise<void> {
    if (!this.#throttles.isCallerThrottled(tenantId, subject)) return;
    await this.#count(JSON.stringify([tenantId, subject]));
  }

  /** For a request whose credential is not known to be good. Throws RATE_LIMITED. */
  async countAddress(address: string): Promise<void> {
    if (this.#throttles.isAddressThrottled(address)) await this.#count(address);
  }

  async #count(holder: string): Promise<void> {
    const { isAllowed, resetMs } = await this.#counters.take(this.#rule, holder, 1);
    if (isAllowed) return;
    throw new GatewayError('RATE_LIMITED', {
      retryAfterMs: resetMs,
      detail: `limit ${this.#rule.name}`,
    });
  }
}
