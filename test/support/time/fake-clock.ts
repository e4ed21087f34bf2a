import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../../src/ports/clock.js';

interface Sleeper {
  readonly atMs: number;
  readonly wake: () => void;
}

/** Real time given to sockets and the database between two looks. */
const BREATH_MS = 2;

/** Turns of the event loop for what a loop has started before it sleeps again. */
const TURNS = 10;

/** After so many steps in vain a look gets more real time: on a busy machine, sockets are slow. */
const STEPS_IN_VAIN = 200;
const LONG_BREATH_MS = 20;

/** Time that stands still until a test moves it. */
export class FakeClock implements Clock {
  #nowMs: number;
  /** What the wall clock was set forward by, or back. */
  #steppedMs = 0;
  readonly #sleepers = new Set<Sleeper>();
  /** Sleeps that have begun. */
  #sleepCount = 0;

  constructor(start = '2026-01-01T00:00:00.000Z') {
    this.#nowMs = Date.parse(start);
  }

  now(): Date {
    return new Date(this.#nowMs + this.#steppedMs);
  }

  monotonicMs(): number {
    return this.#nowMs;
  }

  /** Sets the wall clock: no time passes. */
  step(ms: number): void {
    this.#steppedMs += ms;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const sleeper: Sleeper = {
        atMs: this.#nowMs + ms,
        wake: () => {
          this.#sleepers.delete(sleeper);
          signal?.removeEventListener('abort', sleeper.wake);
          resolve();
        },
      };
      if (signal?.aborted === true) {
        resolve();
        return;
      }
      this.#sleepers.add(sleeper);
      this.#sleepCount += 1;
      signal?.addEventListener('abort', sleeper.wake);
    });
  }

  /** Sleepers that have not woken: a stopped thing leaves none behind. */
  get sleeperCount(): number {
    return this.#sleepers.size;
  }

  /** Moves time on, waking who is due in order, and lets what they start get going. */
  async advance(ms: number): Promise<void> {
    const endMs = this.#nowMs + ms;
    await breathe();
    for (let due = this.#nextUntil(endMs); due !== undefined; due = this.#nextUntil(endMs)) {
      this.#nowMs = Math.max(this.#nowMs, due.atMs);
      await this.#wake(due);
    }
    this.#nowMs = endMs;
    await breathe();
  }

  /** Moves time on at once, as for a machine that has slept: who is due meanwhile wakes once, late. */
  async leap(ms: number): Promise<void> {
    this.#nowMs += ms;
    await this.advance(0);
  }

  /**
   * Moves time on in strides: what is due within one wakes once, at its end. For long times in which loops
   * need not look each second.
   */
  async stride(ms: number, strideMs = 10_000): Promise<void> {
    const endMs = this.#nowMs + ms;
    while (this.#nowMs < endMs) await this.leap(Math.min(strideMs, endMs - this.#nowMs));
  }

  /**
   * Moves time on in steps until `look` is neither false nor undefined, and returns that. `strides`: what is
   * due within a step wakes once, at its end.
   */
  async until<Result>(
    look: () => Result | false | undefined | Promise<Result | false | undefined>,
    {
      stepMs = 100,
      steps = 600,
      strides = false,
    }: { readonly stepMs?: number; readonly steps?: number; readonly strides?: boolean } = {},
  ): Promise<Result> {
    for (let step = 0; step < steps; step += 1) {
      const found = await look();
      if (found !== false && found !== undefined) return found;
      await (strides ? this.leap(stepMs) : this.advance(stepMs));
      if (step >= STEPS_IN_VAIN) await wait(LONG_BREATH_MS);
    }
    throw new Error(`It did not come within ${String(steps * stepMs)} ms of fake time.`);
  }

  /** Resolves when the sleeper sleeps again, which ends a round of a loop, or after a breath. */
  async #wake({ wake }: Sleeper): Promise<void> {
    const before = this.#sleepCount;
    const endMs = performance.now() + BREATH_MS;
    wake();
    do await turn();
    while (this.#sleepCount === before && performance.now() < endMs);
    for (let turns = 0; turns < TURNS; turns += 1) await turn();
  }

  #nextUntil(endMs: number): Sleeper | undefined {
    const due = [...this.#sleepers].filter(({ atMs }) => atMs <= endMs);
    return due.sort((a, b) => a.atMs - b.atMs)[0];
  }
}

async function breathe(): Promise<void> {
  await wait(BREATH_MS);
}
