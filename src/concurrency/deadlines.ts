import type { Clock } from '../ports/clock.js';

interface Deadline {
  readonly atMs: number;
  readonly late: () => void;
}

/**
 * Deadlines of work that nearly always ends in time. All of the same length share one timer: they
 * fall due in the order in which they began.
 */
export class Deadlines {
  readonly #clock: Clock;
  /** By their length: one for each setting. */
  readonly #lines = new Map<number, Line>();
  readonly #stopped = new AbortController();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Calls `late` after `ms`, unless the result is called before. `late` must not throw. */
  begin(ms: number, late: () => void): () => void {
    let line = this.#lines.get(ms);
    if (line === undefined) {
      line = new Line(ms, this.#clock, this.#stopped.signal);
      this.#lines.set(ms, line);
    }
    return line.begin(late);
  }

  /** Leaves no timer behind: what has not ended has no deadline any more. */
  stop(): void {
    this.#stopped.abort(null);
  }
}

class Line {
  /** In the order in which they fall due. */
  readonly #open = new Set<Deadline>();
  #isWaiting = false;

  constructor(
    private readonly ms: number,
    private readonly clock: Clock,
    private readonly stopped: AbortSignal,
  ) {}

  begin(late: () => void): () => void {
    const deadline = { atMs: this.clock.monotonicMs() + this.ms, late };
    this.#open.add(deadline);
    if (!this.#isWaiting) this.#look();
    return () => {
      this.#open.delete(deadline);
    };
  }

  /** Ends what is due, and looks again when the next one is. */
  readonly #look = (): void => {
    this.#isWaiting = false;
    if (this.stopped.aborted) return;
    for (const deadline of this.#open) {
      const leftMs = deadline.atMs - this.clock.monotonicMs();
      if (leftMs > 0) {
        this.#isWaiting = true;
        this.clock.sleep(leftMs, this.stopped).then(this.#look, this.#look);
        return;
      }
      this.#open.delete(deadline);
      deadline.late();
    }
  };
}
