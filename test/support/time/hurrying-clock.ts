import { setImmediate as breathe } from 'node:timers/promises';

import type { Clock } from '../../../src/ports/clock.js';

/** From this on a sleep is no pause between two steps: it lasts until it is ended. */
const IDLE_MS = 60_000;

/** A clock for a loop that runs by itself: only pauses take time by it, and none takes real time. */
export class HurryingClock implements Clock {
  readonly pausesMs: number[] = [];
  readonly #eachTakesMs: number | undefined;
  #nowMs: number;

  constructor(start: Date, eachTakesMs?: number) {
    this.#nowMs = start.getTime();
    this.#eachTakesMs = eachTakesMs;
  }

  now(): Date {
    return new Date(this.#nowMs);
  }

  monotonicMs(): number {
    return this.#nowMs;
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (ms >= IDLE_MS) {
      await new Promise<void>((resolve) => {
        if (signal?.aborted === true) resolve();
        signal?.addEventListener('abort', () => {
          resolve();
        });
      });
      return;
    }
    this.pausesMs.push(ms);
    this.#nowMs += this.#eachTakesMs ?? ms;
    await breathe();
  }
}
