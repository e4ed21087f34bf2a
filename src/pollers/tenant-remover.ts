import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import type { TenantRemoval } from '../services/tenant-removal.js';
import { Loop } from './loop.js';

/** 5 s: how late a removal is taken up that another node has let go. */
const INTERVAL_MS = 5_000;

/** 1 s after a pass: whether there is another to make is for the store to say. */
const NEXT_PASS_MS = 1_000;

/** Works off the removal of tenants, one at a time. */
export class TenantRemover {
  readonly #loop: Loop;

  constructor({
    removal,
    clock,
    log,
  }: {
    readonly removal: TenantRemoval;
    readonly clock: Clock;
    readonly log: Logger;
  }) {
    this.#loop = new Loop({
      name: 'tenant-remover',
      clock,
      log,
      idleMsMax: INTERVAL_MS,
      round: async (signal) =>
        (await removal.workOff(signal)) ? new Date(clock.now().getTime() + NEXT_PASS_MS) : null,
    });
  }

  get isRunning(): boolean {
    return this.#loop.isRunning;
  }

  start(): void {
    this.#loop.start();
  }

  /** Resolves after the last write. */
  async stop(): Promise<void> {
    await this.#loop.stop();
  }

  /** A removal has begun. */
  wake(): void {
    this.#loop.wake();
  }
}
