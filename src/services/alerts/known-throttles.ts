import type { AlertStore } from '../../ports/alerts/alert-store.js';
import type { Clock } from '../../ports/clock.js';
import type { Throttles } from '../../ports/limits/throttles.js';

/** The throttled callers and addresses, as this node knows them. The loop `alerts` reads them again. */
export class KnownThrottles implements Throttles {
  readonly requestsPerMinute: number;
  readonly #store: Pick<AlertStore, 'listThrottled'>;
  readonly #clock: Clock;
  #untilMs: ReadonlyMap<string, number> = new Map();

  constructor(options: {
    readonly store: Pick<AlertStore, 'listThrottled'>;
    readonly clock: Clock;
    readonly requestsPerMinute: number;
  }) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.requestsPerMinute = options.requestsPerMinute;
  }

  isCallerThrottled(tenantId: string, subject: string): boolean {
    return this.#untilMs.size > 0 && this.#isThrottled(nameOf(tenantId, subject));
  }

  isAddressThrottled(address: string): boolean {
    return this.#untilMs.size > 0 && this.#isThrottled(nameOf(null, address));
  }

  /** If the store fails, the known ones stay, and this rejects with the failure. */
  async read(): Promise<void> {
    const throttled = await this.#store.listThrottled(this.#clock.now());
    this.#untilMs = new Map(
      throttled.map(({ tenantId, holder, until }) => [nameOf(tenantId, holder), until.getTime()]),
    );
  }

  #isThrottled(name: string): boolean {
    const untilMs = this.#untilMs.get(name);
    return untilMs !== undefined && this.#clock.now().getTime() < untilMs;
  }
}

function nameOf(tenantId: string | null, holder: string): string {
  return JSON.stringify([tenantId, holder]);
}
