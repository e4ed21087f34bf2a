import { within } from '../../concurrency/within.js';
import type { Organization } from '../../domain/organization/organization.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { RunwayOrganization } from '../../ports/organization/runway-organization.js';
import type { SlotPool } from '../../ports/dispatch/slot-pool.js';

/** 60 s: an account's limits change when it is topped up or moves to another tier. */
const KEPT_MS = 60_000;

/** 10 s between two tries while Runway does not answer. */
const TRY_AGAIN_MS = 10_000;

/** 1 s: the longest wait of a submission for limits that have never been read. */
const WAIT_MS_MAX = 1_000;

/** A larger number acts as no limit, and does not fit the type of slots in SQL. */
const LIMIT_MAX = 1_000_000;

/** An account's limits as last read. */
interface KnownLimits {
  /** By model; null: none has been read yet. */
  byModel: ReadonlyMap<string, number> | null;
  /** When they are read again, if a caller asks. */
  staleAtMs: number;
  reading: Promise<void> | undefined;
  /** Since when the first read has been under way. */
  sinceMs: number | undefined;
}

/**
 * How many tasks of a model an account may run at once, by Runway's limits. Old limits hold while
 * new ones are read, and while Runway does not answer. A model without a limit is free here: Runway
 * does not refuse excess tasks but keeps them waiting (THROTTLED).
 */
export class Slots {
  readonly #runway: Pick<RunwayOrganization, 'retrieve'>;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #concurrencyMax: number | null;
  readonly #onRead: ((account: string, organization: Organization) => void) | undefined;
  readonly #accounts = new Map<string, KnownLimits>();

  constructor(options: {
    readonly runway: Pick<RunwayOrganization, 'retrieve'>;
    readonly clock: Clock;
    readonly log: Logger;
    /** One limit for every model, instead of Runway's; null: Runway's. */
    readonly concurrencyMax: number | null;
    /** Called with Runway's answer about an account. */
    readonly onRead?: (account: string, organization: Organization) => void;
  }) {
    this.#runway = options.runway;
    this.#clock = options.clock;
    this.#log = options.log;
    this.#concurrencyMax = options.concurrencyMax;
    this.#onRead = options.onRead;
  }

  /** Null: no limit is known. Answers from memory. */
  limitOf({ runwayAccount, model }: SlotPool): number | null {
    if (model === null) return null;
    if (this.#concurrencyMax !== null) return this.#concurrencyMax;
    return this.#accounts.get(runwayAccount)?.byModel?.get(model) ?? null;
  }

  /**
   * Whether the account's limits are known, or the wait for them is over. Starts a new read of
   * stale limits without waiting for it.
   */
  isLearnt(runwayAccount: string): boolean {
    if (this.#concurrencyMax !== null) return true;
    const account = this.#accounts.get(runwayAccount);
    if (account === undefined) return false;
    const nowMs = this.#clock.now().getTime();
    if (account.byModel === null && account.staleAtMs === -Infinity) {
      return account.sinceMs !== undefined && nowMs - account.sinceMs >= WAIT_MS_MAX;
    }
    if (nowMs >= account.staleAtMs) account.reading ??= this.#read(runwayAccount, account);
    return true;
  }

  /** The account has changed, or is no longer used. */
  forget(runwayAccount: string): void {
    this.#accounts.delete(runwayAccount);
  }

  /** Reads the account's limits if they are unknown, and waits for them at most a second. */
  async learn(runwayAccount: string): Promise<void> {
    if (this.#concurrencyMax !== null) return;
    const account = this.#account(runwayAccount);
    if (this.#clock.now().getTime() >= account.staleAtMs) {
      account.sinceMs ??= this.#clock.now().getTime();
      account.reading ??= this.#read(runwayAccount, account);
    }
    if (account.byModel !== null || account.reading === undefined) return;
    await within(WAIT_MS_MAX, this.#clock, account.reading);
  }

  #account(name: string): KnownLimits {
    const known = this.#accounts.get(name);
    if (known !== undefined) return known;
    const account: KnownLimits = {
      byModel: null,
      staleAtMs: -Infinity,
      reading: undefined,
      sinceMs: undefined,
    };
    this.#accounts.set(name, account);
    return account;
  }

  /** Never rejects. */
  async #read(name: string, account: KnownLimits): Promise<void> {
    try {
      const organization = await this.#runway.retrieve(name);
      account.byModel = new Map(
        organization.models.flatMap(({ model, maxConcurrentGenerations: limit }) =>
          // At least 1: Runway decides on submission whether the model may be used at all.
          limit === null
            ? []
            : [[model, Math.max(1, Math.min(Math.floor(limit), LIMIT_MAX))] as const],
        ),
      );
      account.staleAtMs = this.#clock.now().getTime() + KEPT_MS;
      this.#onRead?.(name, organization);
    } catch (error) {
      account.staleAtMs = this.#clock.now().getTime() + TRY_AGAIN_MS;
      this.#log.warn({ account: name, error }, 'the limits of a Runway account could not be read');
    } finally {
      account.reading = undefined;
    }
  }
}
