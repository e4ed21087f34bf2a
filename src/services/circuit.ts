import {
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  handleWhenResult,
  type CircuitBreakerPolicy,
} from 'cockatiel';
import type { Clock } from '../ports/clock.js';

/** 10 s between two probes of something that has failed. */
export const PROBE_INTERVAL_MS = 10_000;

/** Whether an answer speaks for the health of what gave it. */
export type Health = 'good' | 'bad' | 'broken';

/**
 * One circuit breaker: cockatiel's state machine by our clock. Cockatiel measures how long a
 * circuit stays open by the machine's wall clock; that is switched off, and whether a probe is due
 * is decided here. Instead of letting callers wait for the outcome of a probe, it turns them away.
 */
export class Circuit<Answer> {
  readonly #clock: Clock;
  readonly #isFailure: (answer: Answer) => boolean;
  readonly #failuresMax: number;
  readonly #onChange: (isOpen: boolean) => void;
  #policy: CircuitBreakerPolicy;
  #nextProbeAtMs = 0;

  constructor(options: {
    readonly clock: Clock;
    readonly isFailure: (answer: Answer) => boolean;
    /** Failures in a row that open it. */
    readonly failuresMax: number;
    readonly onChange: (isOpen: boolean) => void;
  }) {
    this.#clock = options.clock;
    this.#isFailure = options.isFailure;
    this.#failuresMax = options.failuresMax;
    this.#onChange = options.onChange;
    this.#policy = this.#newPolicy();
  }

  get isClosed(): boolean {
    return this.#policy.state === CircuitState.Closed;
  }

  /** Until a call may be tried, in ms; 0: now. */
  get waitMs(): number {
    return this.isClosed ? 0 : Math.max(0, this.#nextProbeAtMs - this.#clock.now().getTime());
  }

  /** Only when `waitMs` is 0, and without anything in between. */
  async run(call: () => Promise<Answer>): Promise<Answer> {
    if (!this.isClosed) {
      this.#nextProbeAtMs = this.#clock.now().getTime() + PROBE_INTERVAL_MS;
      // A probe that hangs must not keep the next one from being made.
      if (this.#policy.state === CircuitState.HalfOpen)
        this.#policy = this.#newPolicy(this.#policy);
    }
    return await this.#policy.execute(call);
  }

  #newPolicy(before?: CircuitBreakerPolicy): CircuitBreakerPolicy {
    const failures = handleWhenResult((answer) => this.#isFailure(answer as Answer));
    const policy = circuitBreaker(failures, {
      halfOpenAfter: Number.NEGATIVE_INFINITY,
      breaker: new ConsecutiveBreaker(this.#failuresMax),
      ...(before === undefined ? {} : { initialState: before.toJSON() }),
    });
    policy.onBreak(() => {
      this.#nextProbeAtMs = this.#clock.now().getTime() + PROBE_INTERVAL_MS;
    });
    policy.onStateChange((state) => {
      if (policy !== this.#policy || state === CircuitState.HalfOpen) return;
      this.#onChange(state === CircuitState.Open);
    });
    return policy;
  }
}
