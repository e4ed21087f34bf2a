import { Loop } from '../concurrency/loop.js';
import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import type { Deliveries } from '../services/webhooks/deliveries.js';

/** Makes and sends the deliveries of webhooks. Its end waits for those that are on their way. */
export class WebhookLoop {
  readonly #deliveries: Deliveries;
  readonly #loop: Loop;

  constructor({
    deliveries,
    clock,
    log,
  }: {
    readonly deliveries: Deliveries;
    readonly clock: Clock;
    readonly log: Logger;
  }) {
    this.#deliveries = deliveries;
    this.#loop = new Loop({
      name: 'webhooks',
      clock,
      log,
      round: (signal) => deliveries.round(signal),
    });
  }

  get isRunning(): boolean {
    return this.#loop.isRunning;
  }

  start(): void {
    this.#loop.start();
  }

  async stop(): Promise<void> {
    await this.#loop.stop();
    await this.#deliveries.drain();
  }

  wake(): void {
    this.#loop.wake();
  }
}
