import type { Clock } from '../../ports/clock.js';
import type { Health } from '../../domain/submission/submission-decisions.js';

/** 10 s between two probes after a failure. */
export const PROBE_INTERVAL_MS = 10_000;

/** Health report for the outcome of one call. */
export interface Sign {
  readonly health: Health;
  /** The subject of the call: failures in a row of the same subject count once. */
  readonly subject: string;
}

/** Reports to a circuit the answer to a call that it has let through. */
export type Note = (sign: Sign) => void;

/**
 * One circuit breaker. It counts failures in a row by the gateway's clock and makes no calls
 * itself: it is told of their outcomes. So a probe that hangs keeps no other call waiting, and the
 * breaker cannot put an error of its own in the place of an answer.
 *
 * closed ── `failuresMax` failures in a row ──► open ── a probe succeeds ──► closed
 */
export class Circuit {
  readonly #clock: Clock;
  readonly #isFailure: (health: Health, isClosed: boolean) => boolean;
  readonly #failuresMax: number;
  readonly #onChange: (isOpen: boolean) => void;
  /** Subjects that have failed since the last success. */
  readonly #failed = new Set<string>();
  #isClosed = true;
  #nextProbeAtMs = 0;
  #lastFailure: Health | undefined;

  constructor(options: {
    readonly clock: Clock;
    readonly isFailure: (health: Health, isClosed: boolean) => boolean;
    /** Failures in a row that open it, each of a different subject. */
    readonly failuresMax: number;
    readonly onChange: (isOpen: boolean) => void;
  }) {
    this.#clock = options.clock;
    this.#isFailure = options.isFailure;
    this.#onChange = options.onChange;
    this.#failuresMax = options.failuresMax;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Whether the last call was refused because of the gateway's secret. */
  get isUnauthorized(): boolean {
    return this.#lastFailure === 'unauthorized';
  }

  /** Until a call may be tried, in ms; 0: now. */
  get waitMs(): number {
    return this.isClosed ? 0 : Math.max(0, this.#nextProbeAtMs - this.#clock.now().getTime());
  }

  /** Lets a call through. Call it only when `waitMs` is 0, with no step in between. */
  begin(): Note {
    const probe = this.isClosed ? undefined : { nextAtMs: this.#hold() };
    return (sign) => {
      this.#note(sign, probe);
    };
  }

  /** No probe for a while. */
  #hold(): number {
    this.#nextProbeAtMs = this.#clock.now().getTime() + PROBE_INTERVAL_MS;
    return this.#nextProbeAtMs;
  }

  #note({ health, subject }: Sign, probe?: { readonly nextAtMs: number }): void {
    const wasClosed = this.#isClosed;
    // The call began before the circuit opened, so it is neither new evidence nor a probe.
    if (!wasClosed && probe === undefined) return;
    const isFailure = this.#isFailure(health, wasClosed);
    this.#lastFailure = isFailure ? health : undefined;
    if (!isFailure) {
      this.#failed.clear();
      this.#isClosed = true;
    } else if (wasClosed) {
      if (this.#failed.has(subject)) return;
      this.#failed.add(subject);
      this.#hold();
      this.#isClosed = this.#failed.size < this.#failuresMax;
    } else if (probe?.nextAtMs === this.#nextProbeAtMs) this.#hold();
    if (this.#isClosed !== wasClosed) this.#onChange(wasClosed);
  }
}
