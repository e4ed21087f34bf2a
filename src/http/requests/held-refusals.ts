import type { ServerResponse } from 'node:http';
import type { Clock } from '../../ports/clock.js';
import { whenOver } from '../connections/client-gone.js';

/** More are told at once: each that is held has a connection and a timer. */
const HELD_MAX = 1_000;

/**
 * Refusals that are told late. A caller that floods the gateway sends its next request when it has
 * the answer to one before: told at once, refusals alone would take the processor from everyone.
 */
export class HeldRefusals {
  readonly #clock: Clock;
  #count = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Resolves when the refusal is to be told, or its client has gone. */
  async hold(response: ServerResponse, ms: number): Promise<void> {
    if (this.#count >= HELD_MAX) return;
    const over = new AbortController();
    whenOver(response, () => {
      over.abort(null);
    });
    this.#count += 1;
    await this.#clock.sleep(ms, over.signal);
    this.#count -= 1;
  }
}
