import type { Clock } from '../../ports/clock.js';
import type { GatedCall, RunwayGate } from '../../ports/upstream/runway-gate.js';
import type { Breakers } from './breakers.js';
import { BoundedWork } from '../../concurrency/bounded-work.js';

/**
 * Calls that one node has open at Runway at the same time, over all tenants. Tasks are read
 * beside these (by the poller and for fresh outputs), under bounds of their own.
 */
const OPEN_MAX = { read: 32, change: 16 } as const;

/** 10 s: the longest wait for a place, as long as a read may take. */
const WAIT_MS_MAX = 10_000;

/**
 * Every call that is neither a submission nor the read of a task passes this gate: resources of
 * tenants, uploads, deletions, and reports on the account.
 */
export class CallGate implements RunwayGate {
  readonly #breakers: Breakers;
  readonly #places: Readonly<Record<GatedCall<never>['kind'], BoundedWork>>;

  constructor({ breakers, clock }: { readonly breakers: Breakers; readonly clock: Clock }) {
    this.#breakers = breakers;
    const placesFor = (max: number) => new BoundedWork({ max, clock, waitMsMax: WAIT_MS_MAX });
    this.#places = { read: placesFor(OPEN_MAX.read), change: placesFor(OPEN_MAX.change) };
  }

  async pass<Answer>(call: GatedCall<Answer>): Promise<Answer> {
    this.#mustBeOpen(call.account);
    return await this.#places[call.kind].run(async () => {
      // It may have closed while the call waited.
      this.#mustBeOpen(call.account);
      return await this.#breakers.call(call);
    });
  }

  #mustBeOpen(account: string): void {
    const refusal = this.#breakers.readRefusal(account);
    if (refusal !== undefined) throw refusal;
  }
}
