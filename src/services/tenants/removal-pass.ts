import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { RemovalLease, TenantRemovalStore } from '../../ports/tenants/tenant-removal-store.js';

/** Longer than one deletion takes: its calls have deadlines of 10 s each, and a write follows. */
const LEASE_MS = 60_000;

/**
 * After this many failures in a row the cause is not a single resource: the rest of the pass would
 * fail too.
 */
const FAILURES_MAX = 8;

/** When a lease ends that is taken now. */
export function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + LEASE_MS);
}

/** Ends a pass early: the process stops, the lease was lost, or nothing succeeds any more. */
export class PassOver extends Error {
  override readonly name = 'PassOver';
}

/** One look at everything that is left of a tenant, under a lease. */
export class RemovalPass {
  readonly lease: RemovalLease;
  readonly signal: AbortSignal;
  failures = 0;
  sending = 0;
  /** Tasks of lost creations that the gateway looks for in Runway's lists. */
  searched = 0;
  #failuresInRow = 0;
  readonly #store: TenantRemovalStore;
  readonly #clock: Clock;
  readonly #log: Logger;

  constructor(options: {
    readonly lease: RemovalLease;
    readonly signal: AbortSignal;
    readonly store: TenantRemovalStore;
    readonly clock: Clock;
    readonly log: Logger;
  }) {
    this.lease = options.lease;
    this.signal = options.signal;
    this.#store = options.store;
    this.#clock = options.clock;
    this.#log = options.log;
  }

  /** Keeps the lease while there is work. Throws PassOver. */
  async goOn(): Promise<void> {
    if (this.signal.aborted || this.#failuresInRow >= FAILURES_MAX) throw new PassOver();
    if (!(await this.#store.extend(this.lease, leaseEnd(this.#clock.now())))) throw new PassOver();
  }

  /** Those for which `work` succeeded. Throws PassOver where `work` did. */
  async each<Thing extends object>(
    things: readonly Thing[],
    work: (thing: Thing) => Promise<void>,
  ): Promise<readonly Thing[]> {
    const { tenantId } = this.lease;
    const outcomes = await Promise.allSettled(things.map(work));
    const done: Thing[] = [];
    for (const [index, thing] of things.entries()) {
      const outcome = outcomes[index];
      if (outcome?.status === 'fulfilled') {
        done.push(thing);
        this.#failuresInRow = 0;
        continue;
      }
      const error: unknown = outcome?.reason;
      if (error instanceof PassOver) throw error;
      this.failures += 1;
      this.#failuresInRow += 1;
      const message = 'a thing of a deleted tenant could not be deleted yet';
      this.#log.warn({ tenantId, thing, error }, message);
    }
    return done;
  }
}
