import type { Authenticator } from '../auth/authenticate.js';
import type { Viewer } from '../domain/viewer.js';
import { GatewayError } from '../errors.js';
import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import type { HttpLimits } from './limits.js';

/** Why the server ends a stream. */
export type StreamEnd = 'credential' | 'stopping';

/** A socket or event stream that is open: closing gives its place back. Idempotent. */
export interface OpenStream {
  close(): void;
}

interface Entry {
  readonly viewer: Viewer;
  readonly end: (why: StreamEnd) => void;
  verifiedAt: Date;
}

const RETRY_AFTER_MS = 5_000;

/**
 * All sockets and event streams of this process: how many one credential and one tenant may hold,
 * and whether each credential is still good. It is looked up again every `credentialCheckMs`, once
 * for all streams of one holder.
 */
export class OpenStreams {
  readonly #entries = new Set<Entry>();
  readonly #stopping = new AbortController();
  readonly #authenticator: Authenticator;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #limits: HttpLimits;
  #running: Promise<void> | undefined;

  constructor(options: {
    readonly authenticator: Authenticator;
    readonly clock: Clock;
    readonly log: Logger;
    readonly limits: HttpLimits;
  }) {
    this.#authenticator = options.authenticator;
    this.#clock = options.clock;
    this.#log = options.log;
    this.#limits = options.limits;
  }

  /** `end` is called at most once, and not after `close`. Throws OVERLOADED and SHUTTING_DOWN. */
  open(viewer: Viewer, end: (why: StreamEnd) => void): OpenStream {
    if (this.#stopping.signal.aborted) throw new GatewayError('SHUTTING_DOWN');
    const ofTenant = [...this.#entries].filter(
      (entry) => entry.viewer.tenantId === viewer.tenantId,
    );
    const ofViewer = ofTenant.filter((entry) => entry.viewer.subject === viewer.subject);
    if (
      ofTenant.length >= this.#limits.streamsPerTenantMax ||
      ofViewer.length >= this.#limits.streamsPerViewerMax
    ) {
      throw new GatewayError('OVERLOADED', {
        retryAfterMs: RETRY_AFTER_MS,
        detail: `open streams of ${viewer.subject}`,
      });
    }
    const entry: Entry = { viewer, end, verifiedAt: this.#clock.now() };
    this.#entries.add(entry);
    return {
      close: () => {
        this.#entries.delete(entry);
      },
    };
  }

  get count(): number {
    return this.#entries.size;
  }

  start(): void {
    this.#running ??= this.#watch();
  }

  /** Ends every stream. Resolves when no look-up is under way. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    for (const entry of this.#entries) this.#end(entry, 'stopping');
    await this.#running;
  }

  async #watch(): Promise<void> {
    const { signal } = this.#stopping;
    for (;;) {
      await this.#clock.sleep(this.#limits.credentialCheckMs, signal);
      if (signal.aborted) return;
      const holders = groupBySubject(this.#entries);
      await Promise.all([...holders.values()].map((entries) => this.#check(entries)));
    }
  }

  /** Streams of one credential: they end together. */
  async #check(entries: readonly Entry[]): Promise<void> {
    const [first] = entries;
    if (first === undefined) return;
    try {
      const isValid = await this.#authenticator.isStillValid(first.viewer);
      for (const entry of entries) {
        if (isValid) entry.verifiedAt = this.#clock.now();
        else this.#end(entry, 'credential');
      }
    } catch (error) {
      const { subject } = first.viewer;
      this.#log.warn({ err: error, subject }, 'a credential of open streams cannot be looked up');
      const oldest = this.#clock.now().getTime() - this.#limits.unverifiedMaxMs;
      for (const entry of entries) {
        if (entry.verifiedAt.getTime() < oldest) this.#end(entry, 'credential');
      }
    }
  }

  #end(entry: Entry, why: StreamEnd): void {
    if (this.#entries.delete(entry)) entry.end(why);
  }
}

function groupBySubject(entries: Iterable<Entry>): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { subject } = entry.viewer;
    groups.set(subject, [...(groups.get(subject) ?? []), entry]);
  }
  return groups;
}
