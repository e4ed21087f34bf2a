import type { Clock } from '../server/emulator-clock.js';
import type { Settings } from '../control/emulator-settings.js';

export type ProcessingStatus = 'PROCESSING' | 'READY' | 'FAILED';

/** The work that Runway does on an avatar's picture, or on a voice, before it can be used. */
export class Processing {
  #isDone = false;
  readonly #startedAtMs: number;

  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
    /** Set when it will fail. */
    readonly failureReason?: string,
  ) {
    this.#startedAtMs = clock.now().getTime();
  }

  /** Of something that was made long ago. */
  static done({
    clock,
    settings,
  }: {
    readonly clock: Clock;
    readonly settings: Settings;
  }): Processing {
    const processing = new Processing(clock, settings);
    processing.#isDone = true;
    return processing;
  }

  /** Once done it stays so, also when the speed is lowered afterwards. */
  get status(): ProcessingStatus {
    const dueMs = this.#startedAtMs + this.settings.processingSeconds * 1_000;
    this.#isDone ||= this.clock.now().getTime() >= dueMs;
    if (!this.#isDone) return 'PROCESSING';
    return this.failureReason === undefined ? 'READY' : 'FAILED';
  }
}
