import type { Viewer } from '../../domain/tenant/viewer.js';
import type { Clock } from '../../ports/clock.js';
import type {
  AccessReviewStore,
  ReviewedKey,
  ReviewFinding,
  ReviewPlace,
} from '../../ports/keys/access-review-store.js';
import type { ApiKey } from '../../ports/keys/key-store.js';
import type { Logger } from '../../ports/logger.js';
import type { TenantPage } from '../../ports/tenants/tenant-store.js';
import type { KeyUsage } from './key-usage.js';

const DAY_MS = 86_400_000;

/** Keys that one call revokes. */
const REVOKED_MAX = 100;

/** What a review is about: the state of all keys at one time. */
export interface AccessReview {
  readonly at: Date;
  readonly unusedDays: number;
}

/** Who can do what, for people who decide whether that is still right. */
export class AccessReviews {
  readonly #store: AccessReviewStore;
  readonly #usage: Pick<KeyUsage, 'flush'>;
  readonly #clock: Clock;
  readonly #log: Logger;

  constructor(options: {
    readonly store: AccessReviewStore;
    readonly usage: Pick<KeyUsage, 'flush'>;
    readonly clock: Clock;
    readonly log: Logger;
  }) {
    this.#store = options.store;
    this.#usage = options.usage;
    this.#clock = options.clock;
    this.#log = options.log;
  }

  /**
   * Includes the uses that this node has noted. Other nodes' uses of the last seconds may be
   * missing.
   */
  async begin(unusedDays: number): Promise<AccessReview> {
    await this.#usage.flush();
    return { at: this.#clock.now(), unusedDays };
  }

  /** Usable keys, by tenant and id; null: with or without findings. */
  async listKeys(
    { at, unusedDays }: AccessReview,
    finding: ReviewFinding | null,
    page: { readonly first: number; readonly after: ReviewPlace | null },
  ): Promise<{ readonly keys: readonly ReviewedKey[]; readonly hasNextPage: boolean }> {
    const unusedSince = daysBefore(at, unusedDays);
    return await this.#store.listReviewedKeys({ now: at, unusedSince, finding }, page);
  }

  async listTenantsWithoutBudget(page: {
    readonly first: number;
    readonly after: string | null;
  }): Promise<TenantPage> {
    return await this.#store.listTenantsWithoutBudget(page);
  }

  /**
   * Revokes keys that were unused for that long, except the viewer's own; at most REVOKED_MAX at
   * once.
   */
  async revokeUnused(
    viewer: Viewer,
    days: number,
  ): Promise<{ readonly keys: readonly ApiKey[]; readonly mayHaveMore: boolean }> {
    const { at } = await this.begin(days);
    const keys = await this.#store.revokeUnusedKeys({
      now: at,
      unusedSince: daysBefore(at, days),
      exceptKeyId: viewer.keyId,
      limit: REVOKED_MAX,
      audit: viewer.audit,
    });
    for (const { id, tenantId } of keys) {
      this.#log.info({ keyId: id, tenantId, by: viewer.subject }, 'an unused key was revoked');
    }
    return { keys, mayHaveMore: keys.length === REVOKED_MAX };
  }
}

function daysBefore(at: Date, days: number): Date {
  return new Date(at.getTime() - days * DAY_MS);
}
