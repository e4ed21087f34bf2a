import type { Logger } from '../../ports/logger.js';

/** Tells an operator when the store of the limits goes away and when it is back: one line each. */
export class StoreAlarm {
  #isAway = false;

  constructor(private readonly log: Logger) {}

  failed(error: unknown): void {
    if (this.#isAway) return;
    this.#isAway = true;
    this.log.error(
      { err: error },
      'the Redis of the rate limits is away: nothing is bought, other limits count on each node alone',
    );
  }

  worked(): void {
    if (!this.#isAway) return;
    this.#isAway = false;
    this.log.info({}, 'the Redis of the rate limits is back');
  }
}
