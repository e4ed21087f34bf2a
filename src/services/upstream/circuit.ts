import {
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  handleWhenResult,
  type CircuitBreakerPolicy,
} from 'cockatiel';
import type { Clock } from '../../ports/clock.js';
import type { Health } from '../../ports/upstream/runway-gate.js';

/** 10 s between two probes of something that has failed. */
export const PROBE_INTERVAL_MS = 10_000;

/** What one answer says of what gave it. */
export interface Sign {
  readonly health: Health;
  /** What was asked for: failures of one and the same thing count once in a row. */
  readonly subject: string;
}

/** Tells a circuit of the answer to a call that it has let through. */
export type Note = (sign: Sign) => Promise<void>;

/**
 * One circuit breaker: cockatiel's state machine by our clock. Cockatiel measures how long a
 * circuit stays open by the machine's wall clock; that is switched off, and whether a probe is due
 * is decided here. It is told of answers, one after the other, instead of making the calls: so a
 * probe that hangs keeps nobody waiting, and nothing that it throws can take an answer's place.
 */
export class Circuit {
  readonly #clock: Clock;
  readonly #isFailure: (health: Health, isClosed: boolean) => boolean;
  readonly #onChange: (isOpen: boolean) => void;
  readonly #policy: CircuitBreakerPolicy;
  /** What has failed since something succeeded. */
  readonly #failed = new Set<string>();
  #told: Promise<void> = Promise.resolve();
  #nextProbeAtMs = 0;
  #lastFailure: Health | undefined;

  constructor(options: {
    readonly clock: Clock;
    readonly isFailure: (health: Health, isClosed: boolean) => boolean;
    /** Failures in a row that open it, each of something else. */
    readonly failuresMax: number;
    readonly onChange: (isOpen: boolean) => void;
  }) {
    this.#clock = options.clock;
    this.#isFailure = options.isFailure;
    this.#onChange = options.onChange;
    this.#policy = circuitBreaker(
      handleWhenResult((isFailure) => isFailure === true),
      {
        halfOpenAfter: Number.NEGATIVE_INFINITY,
        breaker: new ConsecutiveBreaker(options.failuresMax),
      },
    );
  }

  get isClosed(): boolean {
    return this.#policy.state === CircuitState.Closed;
  }

  /** Whether what was called last has refused the gateway's secret. */
  get isUnauthorized(): boolean {
    return this.#lastFailure === 'unauthorized';
  }

  /** Until a call may be tried, in ms; 0: now. */
  get waitMs(): number {
    return this.isClosed ? 0 : Math.max(0, this.#nextProbeAtMs - this.#clock.now().getTime());
  }

  /** Lets a call through: only when `waitMs` is 0, and without anything in between. */
  begin(): Note {
    const probe = this.isClosed ? undefined : { nextAtMs: this.#hold() };
    return (sign) => {
      this.#told = this.#told.then(() => this.#note(sign, probe));
      return this.#told;
    };
  }

  /** No probe for a while. */
  #hold(): number {
    this.#nextProbeAtMs = this.#clock.now().getTime() + PROBE_INTERVAL_MS;
    return this.#nextProbeAtMs;
  }

  async #note({ health, subject }: Sign, probe?: { readonly nextAtMs: number }): Promise<void> {
    const wasClosed = this.isClosed;
    // It began before the circuit opened: that is no news, and no probe.
    if (!wasClosed && probe === undefined) return;
    const isFailure = this.#isFailure(health, wasClosed);
    this.#lastFailure = isFailure ? health : undefined;
    if (!isFailure) this.#failed.clear();
    else if (wasClosed) {
      if (this.#failed.has(subject)) return;
      this.#failed.add(subject);
      this.#hold();
    } else if (probe?.nextAtMs === this.#nextProbeAtMs) this.#hold();
    await this.#policy.execute(() => isFailure);
    if (this.isClosed !== wasClosed) this.#onChange(wasClosed);
  }
}
