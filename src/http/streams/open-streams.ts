import type { Authenticator } from '../../auth/authenticate.js';
import { Loop } from '../../concurrency/loop.js';
import { Sums } from '../../concurrency/sums.js';
import type { Viewer } from '../../domain/tenant/viewer.js';
import { GatewayError } from '../../errors.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { HttpLimits } from '../http-limits.js';

/**
 * Why the server ends a stream: its credential has expired or is good for less than it was, so that
 * coming back helps; is no good any more, could not be looked up for too long; or the process stops.
 */
export type StreamEnd = 'expired' | 'ended' | 'unverified' | 'stopping';

/** A socket or event stream that is open: closing gives its place back. Idempotent. */
export interface OpenStream {
  readonly close: () => void;
}

interface Entry {
  readonly end: (why: StreamEnd) => void;
}

/** One credential and its open streams: they are looked up and end together. */
interface Holder {
  readonly viewer: Viewer;
  readonly entries: Set<Entry>;
  verifiedAt: Date;
}

const RETRY_AFTER_MS = 5_000;

/** Credentials of one look-up. */
const LOOK_UP_MAX = 1_000;

/**
 * All sockets and event streams of this process: how many one credential and one tenant may hold,
 * and whether each credential is still good. All are looked up again every `credentialCheckMs`, many
 * at once. Opening a stream looks at no other.
 */
export class OpenStreams {
  /** By what a viewer is made of: one with fewer scopes does not end with one that had more. */
  readonly #holders = new Map<string, Holder>();
  readonly #countBySubject = new Sums();
  readonly #countByTenant = new Sums();
  readonly #loop: Loop;
  readonly #authenticator: Authenticator;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #limits: HttpLimits;
  #isStopping = false;

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
    this.#loop = new Loop({
      name: 'credentials of streams',
      clock: options.clock,
      log: options.log,
      idleMsMax: options.limits.credentialCheckMs,
      round: () => this.#checkAll(),
    });
  }

  /** `end` is called at most once, and not after `close`. Throws OVERLOADED and SHUTTING_DOWN. */
  open(viewer: Viewer, end: (why: StreamEnd) => void): OpenStream {
    if (this.#isStopping) throw new GatewayError('SHUTTING_DOWN');
    const { tenantId, subject } = viewer;
    if (
      this.#countByTenant.of(tenantId) >= this.#limits.streamsPerTenantMax ||
      this.#countBySubject.of(subject) >= this.#limits.streamsPerViewerMax
    ) {
      throw new GatewayError('OVERLOADED', {
        retryAfterMs: RETRY_AFTER_MS,
        detail: `open streams of ${subject}`,
      });
    }
    const holder = this.#holderOf(viewer);
    const entry: Entry = { end };
    holder.entries.add(entry);
    this.#countByTenant.add(tenantId, 1);
    this.#countBySubject.add(subject, 1);
    return {
      close: () => {
        this.#remove(holder, entry);
      },
    };
  }

  get count(): number {
    return this.#countByTenant.total;
  }

  start(): void {
    this.#loop.start();
  }

  /** Ends every stream. Resolves when no look-up is under way. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    for (const holder of [...this.#holders.values()]) this.#end(holder, 'stopping');
    await this.#loop.stop();
  }

  #holderOf(viewer: Viewer): Holder {
    const key = keyOf(viewer);
    const verifiedAt = this.#clock.now();
    const holder = this.#holders.get(key) ?? { viewer, entries: new Set<Entry>(), verifiedAt };
    // Opening follows a look-up.
    holder.verifiedAt = verifiedAt;
    this.#holders.set(key, holder);
    return holder;
  }

  async #checkAll(): Promise<null> {
    const holders = [...this.#holders.values()];
    for (let at = 0; at < holders.length; at += LOOK_UP_MAX) {
      await this.#check(holders.slice(at, at + LOOK_UP_MAX));
    }
    return null;
  }

  async #check(holders: readonly Holder[]): Promise<void> {
    try {
      const states = await this.#authenticator.statesOf(holders.map(({ viewer }) => viewer));
      for (const [at, holder] of holders.entries()) {
        const state = states[at] ?? 'ended';
        if (state === 'valid') holder.verifiedAt = this.#clock.now();
        else this.#end(holder, state);
      }
    } catch (error) {
      const fields = { err: error, credentials: holders.length };
      this.#log.warn(fields, 'the credentials of open streams cannot be looked up');
      const oldest = this.#clock.now().getTime() - this.#limits.unverifiedMaxMs;
      for (const holder of holders) {
        if (holder.verifiedAt.getTime() < oldest) this.#end(holder, 'unverified');
      }
    }
  }

  #end(holder: Holder, why: StreamEnd): void {
    for (const entry of [...holder.entries]) {
      if (this.#remove(holder, entry)) entry.end(why);
    }
  }

  #remove(holder: Holder, entry: Entry): boolean {
    if (!holder.entries.delete(entry)) return false;
    const { tenantId, subject } = holder.viewer;
    this.#countByTenant.add(tenantId, -1);
    this.#countBySubject.add(subject, -1);
    if (holder.entries.size === 0) this.#holders.delete(keyOf(holder.viewer));
    return true;
  }
}

function keyOf({ tenantId, subject, credential, scopes, expiresAt, address }: Viewer): string {
  const { kind, id, secretMark = '' } = credential;
  const names = [tenantId, subject, kind, id, secretMark, address ?? '', expiresAt];
  return JSON.stringify([...names, ...[...scopes].sort()]);
}
