import { MODERATED } from '../../domain/task/failure.js';
import type { Task } from '../../domain/task/task.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { ModerationStore } from '../../ports/tenants/moderation-store.js';

export interface ModerationOptions {
  readonly store: ModerationStore;
  readonly clock: Clock;
  readonly log: Logger;
  /** Moderated tasks within the window that stop a tenant. */
  readonly moderatedMax: number;
  readonly windowMs: number;
}

/**
 * All tenants share one Runway account and its reputation. The gateway stops a tenant whose
 * requests keep being moderated, before Runway stops all tenants. An operator resumes it
 * (Tenants.resume).
 */
export class Moderation {
  readonly #options: ModerationOptions;

  constructor(options: ModerationOptions) {
    this.#options = options;
  }

  /** Call with every task that has settled; never rejects. */
  async judge(task: Task): Promise<void> {
    const { store, clock, log, moderatedMax: max, windowMs } = this.#options;
    const { state, tenantId } = task;
    if (state.status !== 'FAILED' || !MODERATED.test(state.failure.code ?? '')) return;
    try {
      const now = clock.now();
      const since = new Date(now.getTime() - windowMs);
      if (await store.stopIfModerated(tenantId, { since, max }, now)) {
        log.warn({ tenantId, moderated: max }, 'a tenant was stopped: its requests are moderated');
      }
    } catch (error) {
      // The failure is counted in the store: the tenant's next one looks again.
      log.error({ tenantId, error }, 'moderated requests could not be counted');
    }
  }
}
