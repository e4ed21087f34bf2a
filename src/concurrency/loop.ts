import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';

/** 1 s: how late work comes at most that another node made due and no wake-up told of. */
const IDLE_MS_MAX = 1_000;

/** One round of work. Returns when the next is due; null when nothing waits. */
export type Round = (signal: AbortSignal) => Promise<Date | null>;

/**
 * A background loop: rounds one after the other, asleep in between until the next is due or
 * `wake` is called. A round that throws is logged, and the loop goes on.
 */
export class Loop {
  readonly #name: string;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #idleMsMax: number;
  readonly #gapMs: number;
  readonly #restsFirst: boolean;
  readonly #round: Round;
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;
  #sleep = new AbortController();
  #isAwake = false;

  constructor(options: {
    readonly name: string;
    readonly clock: Clock;
    readonly log: Logger;
    readonly round: Round;
    readonly idleMsMax?: number;
    /** From the beginning of a round to that of the next one, at least: wakes meanwhile share it. */
    readonly gapMs?: number;
    /** Default: the first round comes at once. */
    readonly restsFirst?: boolean;
  }) {
    this.#name = options.name;
    this.#clock = options.clock;
    this.#log = options.log;
    this.#round = options.round;
    this.#idleMsMax = options.idleMsMax ?? IDLE_MS_MAX;
    this.#gapMs = options.gapMs ?? 0;
    this.#restsFirst = options.restsFirst ?? false;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Whether it has been started and not stopped. */
  get isRunning(): boolean {
    return this.#running !== undefined && !this.#stopping.signal.aborted;
  }

  /** Resolves when the round that runs has ended. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.wake();
    await this.#running;
  }

  /** Something may have become due. */
  wake(): void {
    this.#isAwake = true;
    // Without a reason Node would make an error for it.
    this.#sleep.abort(null);
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    if (this.#restsFirst) await this.#rest(null);
    while (!signal.aborted) {
      this.#isAwake = false;
      const beganMs = this.#clock.monotonicMs();
      let dueAt: Date | null = null;
      try {
        dueAt = await this.#round(signal);
      } catch (error) {
        this.#log.error({ loop: this.#name, error }, 'a round of a background loop failed');
      }
      await this.#rest(dueAt);
      const gapMs = beganMs + this.#gapMs - this.#clock.monotonicMs();
      if (gapMs > 0) await this.#clock.sleep(gapMs, signal);
    }
  }

  async #rest(dueAt: Date | null): Promise<void> {
    if (this.#isAwake) return;
    const untilDueMs = dueAt === null ? Infinity : dueAt.getTime() - this.#clock.now().getTime();
    this.#sleep = new AbortController();
    // At least 1 ms: a round that could not do what is due must not spin.
    const ms = Math.min(Math.max(untilDueMs, 1), this.#idleMsMax);
    await this.#clock.sleep(ms, this.#sleep.signal);
  }
}
