import type { Clock } from '../../../ports/clock.js';
import type { EventBus } from '../../../ports/events/event-bus.js';
import type { Logger } from '../../../ports/logger.js';
import type { Listening } from '../connection/channel-listening.js';
import type { Database } from '../connection/database.js';
import { credentialChange } from '../keys/told-credential-changes.js';
import { TASK_EVENTS_CHANNEL } from '../tasks/task-rows.js';
import { unawaited } from '../../../concurrency/unawaited.js';

/**
 * 15 s between heartbeats: a connection that a firewall dropped in silence is found within 20 s.
 */
const HEARTBEAT_MS = 15_000;

/** Waits before the first, second … attempt to connect again; the last one repeats. */
const RECONNECT_DELAYS_MS = [100, 500, 2_000, 5_000, 10_000] as const;
const RECONNECT_DELAY_MAX_MS = 10_000;

/**
 * Wakes by LISTEN. The payload is the tenant's id, sent with or right after the transaction that
 * wrote the event (see wakes.ts).
 * After a lost connection every tenant is woken, because the notifications meanwhile are lost.
 * Changes of credentials come over the same connection, and are passed on to the database's followers.
 * Not a Loop: it goes from one state to the next, connected and lost.
 */
export class PostgresEventBus implements EventBus {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #log: Logger;

  constructor(dependencies: {
    readonly database: Database;
    readonly clock: Clock;
    readonly log: Logger;
  }) {
    this.#database = dependencies.database;
    this.#clock = dependencies.clock;
    this.#log = dependencies.log;
  }

  /** Rejects when the first connection fails; a later loss is made good by itself. */
  async listen(onWake: (tenantId: string) => void): Promise<{ stop(): Promise<void> }> {
    const first = await this.#listen(onWake);
    const stopping = new AbortController();
    const keeping = this.#keep(first, onWake, stopping.signal);
    return {
      stop: async () => {
        stopping.abort();
        await keeping;
      },
    };
  }

  async #listen(onWake: (tenantId: string) => void): Promise<Listening> {
    const { credentialChanges } = this.#database;
    const listening = await this.#database.listen(TASK_EVENTS_CHANNEL, (payload) => {
      const change = credentialChange(payload);
      if (change === undefined) onWake(payload);
      else credentialChanges.tell(change);
    });
    credentialChanges.isHearing = true;
    return listening;
  }

  async #keep(
    first: Listening,
    onWake: (tenantId: string) => void,
    stopping: AbortSignal,
  ): Promise<void> {
    let listening: Listening | undefined = first;
    while (listening !== undefined) {
      await this.#untilLost(listening, stopping);
      this.#database.credentialChanges.isHearing = false;
      await this.#end(listening);
      if (stopping.aborted) return;
      this.#log.warn({}, 'the connection for event notifications was lost');
      listening = await this.#reconnect(onWake, stopping);
    }
  }

  async #untilLost(listening: Listening, stopping: AbortSignal): Promise<void> {
    const lost = new AbortController();
    const end = listening.lost.then(() => {
      lost.abort();
    });
    unawaited(end, { name: 'loss of notifications', log: this.#log });
    const over = AbortSignal.any([stopping, lost.signal]);
    for (;;) {
      await this.#clock.sleep(HEARTBEAT_MS, over);
      if (over.aborted) return;
      try {
        await listening.probe();
      } catch {
        return;
      }
    }
  }

  /** Undefined when stopped before it succeeded. */
  async #reconnect(
    onWake: (tenantId: string) => void,
    stopping: AbortSignal,
  ): Promise<Listening | undefined> {
    for (let attempt = 0; ; attempt += 1) {
      await this.#clock.sleep(RECONNECT_DELAYS_MS[attempt] ?? RECONNECT_DELAY_MAX_MS, stopping);
      if (stopping.aborted) return undefined;
      let listening: Listening | undefined;
      try {
        listening = await this.#listen(onWake);
        await this.#wakeEveryone(onWake);
        return listening;
      } catch (error) {
        this.#log.warn({ err: error, attempt }, 'event notifications could not be resumed');
        if (listening !== undefined) await this.#end(listening);
      }
    }
  }

  async #wakeEveryone(onWake: (tenantId: string) => void): Promise<void> {
    const tenants = await this.#database.kysely.selectFrom('tenants').select('id').execute();
    for (const { id } of tenants) onWake(id);
  }

  async #end(listening: Listening): Promise<void> {
    try {
      await listening.stop();
    } catch (error) {
      this.#log.debug({ err: error }, 'a connection for event notifications did not end cleanly');
    }
  }
}
