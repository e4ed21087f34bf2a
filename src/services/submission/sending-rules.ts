import type { Clock } from '../../ports/clock.js';
import type { SlotPool } from '../../ports/dispatch/slot-pool.js';
import type { TakeRules } from '../../ports/submission/submission-store.js';
import type { Slots } from '../dispatch/slots.js';
import type { Breakers } from '../upstream/breakers.js';
import type { OpenSubmissions } from './open-submissions.js';

/** A lease outlives the POST's own deadline by this much, so that a live sender never loses it. */
export const LEASE_MARGIN_MS = 30_000;

/** By which rules this process takes a submission: slots, breakers, and what it has open. */
export class SendingRules {
  readonly #options: {
    readonly open: OpenSubmissions;
    readonly slots: Slots;
    readonly breakers: Breakers;
    readonly clock: Clock;
    readonly submitTimeoutMs: number;
  };

  constructor(options: {
    readonly open: OpenSubmissions;
    readonly slots: Slots;
    readonly breakers: Breakers;
    readonly clock: Clock;
    /** Deadline of one POST. */
    readonly submitTimeoutMs: number;
  }) {
    this.#options = options;
  }

  atPresent(): TakeRules {
    const { clock, submitTimeoutMs, open } = this.#options;
    const now = clock.now();
    const until = new Date(now.getTime() + submitTimeoutMs + LEASE_MARGIN_MS);
    return { now, until, isSenderFull: open.isFull, slotsOf: (pool) => this.slotsOf(pool) };
  }

  /** TakeRules.slotsOf: 0 while a breaker is open. */
  slotsOf(pool: SlotPool): number | null {
    const { slots, breakers } = this.#options;
    return breakers.submitWaitMs(pool) > 0 ? 0 : slots.limitOf(pool);
  }
}
