import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import type { LostCreations } from '../services/lost-creations.js';
import { Loop } from './loop.js';

/** 30 s between two looks for what unconfirmed creations have made. */
const FIND_INTERVAL_MS = 30_000;

/** Looks from time to time for what creations have made whose answers were lost. */
export class Finder {
  readonly #loop: Loop;

  constructor(options: {
    readonly lostCreations: LostCreations;
    readonly clock: Clock;
    readonly log: Logger;
  }) {
    const { lostCreations, clock, log } = options;
    this.#loop = new Loop({
      name: 'finder',
      clock,
      log,
      idleMsMax: FIND_INTERVAL_MS,
      round: async () => {
        await lostCreations.find();
        return null;
      },
    });
  }

  get isRunning(): boolean {
    return this.#loop.isRunning;
  }

  start(): void {
    this.#loop.start();
  }

  /** Resolves when the search that runs has ended. */
  async stop(): Promise<void> {
    await this.#loop.stop();
  }
}
