import type { SecurityAlert } from '../../domain/alerts/security-alert.js';
import { GatewayError } from '../../errors.js';
import type { AlertStore } from '../../ports/alerts/alert-store.js';
import type { Clock } from '../../ports/clock.js';

/** 5 s: the longest delay of an alert whose wake-up was lost. */
const FALLBACK_READ_MS = 5_000;

/** Alerts of one read. */
const PAGE = 100;

/**
 * Follows alerts, each once, in the order of their numbers. Operators have few streams, so each reads
 * for itself.
 */
export class AlertEvents {
  readonly #store: Pick<AlertStore, 'listAlertsAfter' | 'alertRange'>;
  readonly #clock: Clock;
  readonly #watchers = new Set<() => void>();
  readonly #stopping = new AbortController();

  constructor(options: {
    readonly store: Pick<AlertStore, 'listAlertsAfter' | 'alertRange'>;
    readonly clock: Clock;
  }) {
    this.#store = options.store;
    this.#clock = options.clock;
  }

  /** There may be new alerts. */
  wake(): void {
    for (const wake of this.#watchers) wake();
  }

  /** Completes every open stream. */
  stop(): void {
    this.#stopping.abort(null);
    this.wake();
  }

  /**
   * From now, or after the alert of that number. Never completes by itself. Rejects with
   * CURSOR_EXPIRED or BAD_USER_INPUT before the stream opens. `ended` ends it from outside.
   */
  async watch(
    after: number | null,
    ended?: AbortSignal,
  ): Promise<AsyncIterableIterator<SecurityAlert>> {
    const { newest, oldest } = await this.#store.alertRange();
    if (this.#stopping.signal.aborted) throw new GatewayError('SHUTTING_DOWN');
    if (after !== null && after < oldest) throw new GatewayError('CURSOR_EXPIRED');
    if (after !== null && after > newest) {
      throw new GatewayError('BAD_USER_INPUT', {
        issues: [{ path: 'after', rule: 'cursor', message: 'No alert has this cursor yet.' }],
      });
    }
    const closing = new AbortController();
    // Without a reason Node would make an error, at every end.
    const close = (): void => {
      closing.abort(null);
    };
    ended?.addEventListener('abort', close);
    const source = this.#follow(
      after ?? newest,
      AbortSignal.any([closing.signal, this.#stopping.signal]),
    );
    const release = (): void => {
      ended?.removeEventListener('abort', close);
      close();
    };
    if (ended?.aborted === true) release();
    const stream: AsyncIterableIterator<SecurityAlert> = {
      next: async () => {
        const result = await source.next();
        if (result.done === true) release();
        return result;
      },
      // A generator that waits cannot be ended from outside: abort it, then end it.
      return: async () => {
        release();
        return await source.return();
      },
      throw: async (error: unknown) => {
        release();
        await source.return();
        throw error;
      },
      [Symbol.asyncIterator]: () => stream,
    };
    return stream;
  }

  async *#follow(
    after: number,
    signal: AbortSignal,
  ): AsyncGenerator<SecurityAlert, void, undefined> {
    let position = after;
    while (!signal.aborted) {
      // Before the read, so that no alert comes unseen between the two.
      const woken = this.#nextWake(signal);
      const page = await this.#store.listAlertsAfter(position, PAGE);
      for (const alert of page) {
        position = alert.number;
        yield alert;
      }
      if (page.length < PAGE) await woken.promise;
      woken.end();
    }
  }

  #nextWake(signal: AbortSignal): { readonly promise: Promise<void>; end(): void } {
    const over = new AbortController();
    const end = (): void => {
      this.#watchers.delete(end);
      signal.removeEventListener('abort', end);
      over.abort(null);
    };
    this.#watchers.add(end);
    signal.addEventListener('abort', end);
    const promise = this.#clock.sleep(FALLBACK_READ_MS, over.signal);
    return { promise, end };
  }
}
