import type { Kysely } from 'kysely';

import { SharedRuns } from '../../../concurrency/shared-runs.js';
import type { Logger } from '../../../ports/logger.js';
import { Statement } from '../connection/statement.js';
import { toArray } from '../connection/text-array.js';
import type { Tables } from '../tables.js';
import { TASK_EVENTS_CHANNEL } from '../tasks/task-rows.js';
import { unawaited } from '../../../concurrency/unawaited.js';

/** 20 ms between two rounds of notifications: what a watcher waits longer at most, when all is busy. */
const PAUSE_MS = 20;

const TELL = new Statement<{ readonly told: string }>(
  'tell_of_events',
  `select pg_notify('${TASK_EVENTS_CHANNEL}', id)::text as told
  from unnest(:tenants::text[]) as id`,
);

/**
 * Tells every node, this one too, which tenants' events have grown: once their transactions have
 * committed, and together. A NOTIFY within a transaction holds one lock for the whole server until
 * its commit is on the disk, so that all commits would go one after the other. What is not told
 * because the process dies is found by the listeners' own looks at the table.
 */
export class Wakes {
  readonly #kysely: Kysely<Tables>;
  readonly #log: Logger;
  readonly #tenants = new Set<string>();
  readonly #rounds = new SharedRuns(() => this.#tell());
  #endPause: () => void = () => undefined;
  #soon: NodeJS.Timeout | undefined;
  #isStopping = false;

  constructor(kysely: Kysely<Tables>, log: Logger) {
    this.#kysely = kysely;
    this.#log = log;
  }

  /** At once, unless the last round was just now. */
  wake(tenantId: string): void {
    this.#tenants.add(tenantId);
    unawaited(this.#rounds.run(), { name: 'wakes', log: this.#log });
  }

  /** With what comes within the pause, at its end at the latest: more of the same task is about to come. */
  wakeSoon(tenantId: string): void {
    this.#tenants.add(tenantId);
    this.#soon ??= setTimeout(() => {
      unawaited(this.#rounds.run(), { name: 'wakes', log: this.#log });
    }, PAUSE_MS);
  }

  /** Resolves when all that was to be told is told. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#endPause();
    await this.#rounds.run();
  }

  /** Never rejects. */
  async #tell(): Promise<void> {
    clearTimeout(this.#soon);
    this.#soon = undefined;
    if (this.#tenants.size === 0) return;
    const tenants = [...this.#tenants];
    this.#tenants.clear();
    try {
      await TELL.run(this.#kysely, { tenants: toArray(tenants) });
    } catch (error) {
      this.#log.warn({ err: error }, 'new events could not be announced');
    }
    await this.#pause();
  }

  async #pause(): Promise<void> {
    if (this.#isStopping) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, PAUSE_MS);
      this.#endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
