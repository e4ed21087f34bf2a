import type { RunwayAccounts } from '../adapters/runway/accounts.js';
import type { QueueStore } from '../ports/dispatch/queue-store.js';
import type { Base } from './base.js';

/** Lets queued tasks of the operator's follow the secret that is in use. */
export class QueuedTasks {
  readonly #base: Base;
  readonly #store: QueueStore;
  readonly #accounts: RunwayAccounts;

  constructor(base: Base, store: QueueStore, accounts: RunwayAccounts) {
    this.#base = base;
    this.#store = store;
    this.#accounts = accounts;
  }

  async move(): Promise<void> {
    const moved = await this.#store.moveQueued(this.#accounts.current);
    if (moved === 0) return;
    this.#base.log.info({ tasks: moved }, 'queued tasks will be sent with the current secret');
  }

  /**
   * When another secret is in use. What cannot be moved is sent with the secret that it was accepted
   * under.
   */
  async follow(): Promise<void> {
    const { log, signals } = this.#base;
    await this.move().catch((error: unknown) => {
      log.warn({ err: error }, 'queued tasks were not moved to the current secret');
    });
    signals.wake('submission');
    signals.wake('poll');
  }
}
