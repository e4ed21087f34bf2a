import type { AuditedMutation } from '../../domain/audit.js';
import type { Budget, BudgetPeriod } from '../../domain/pricing/credits.js';
import { leastRemaining } from '../../domain/pricing/credits.js';
import { subjectOfKey, type Viewer } from '../../domain/tenant/viewer.js';
import { GatewayError } from '../../errors.js';
import type {
  BudgetStore,
  UsageDimension,
  UsagePeriod,
  UsageRow,
} from '../../ports/budgets/budget-store.js';
import type { Clock } from '../../ports/clock.js';
import type { KeyStore } from '../../ports/keys/key-store.js';
import type { TenantStore } from '../../ports/tenants/tenant-store.js';

/** Groups of one report: labels may be as many as tasks. */
export const USAGE_ROWS_MAX = 1_000;

export interface UsageReport {
  readonly rows: readonly UsageRow[];
  readonly hasMore: boolean;
}

export interface NewLimit {
  readonly tenantId: string;
  /** Null: for the whole tenant. */
  readonly keyId: string | null;
  readonly period: BudgetPeriod;
  /** Credits; null lifts the limit. */
  readonly creditsMax: number | null;
}

/** Limits on credits. They are enforced where tasks are accepted: SubmissionStore.accept. */
export class Budgets {
  readonly #store: BudgetStore;
  readonly #keys: Pick<KeyStore, 'findKey'>;
  readonly #tenants: Pick<TenantStore, 'find'>;
  readonly #clock: Clock;

  constructor(options: {
    readonly store: BudgetStore;
    readonly keys: Pick<KeyStore, 'findKey'>;
    readonly tenants: Pick<TenantStore, 'find'>;
    readonly clock: Clock;
  }) {
    this.#store = options.store;
    this.#keys = options.keys;
    this.#tenants = options.tenants;
    this.#clock = options.clock;
  }

  /** Throws NOT_FOUND when there is no such tenant, or the key is not of it. */
  async setLimit(
    { tenantId, keyId, period, creditsMax }: NewLimit,
    audit?: AuditedMutation,
  ): Promise<Budget> {
    if ((await this.#tenants.find(tenantId)) === undefined) throw new GatewayError('NOT_FOUND');
    if (keyId !== null && (await this.#keys.findKey(keyId))?.tenantId !== tenantId) {
      throw new GatewayError('NOT_FOUND');
    }
    const subject = keyId === null ? null : subjectOfKey(keyId);
    const scope = { tenantId, subject, period };
    return await this.#store.setLimit(scope, creditsMax, this.#clock.now(), audit);
  }

  /** The viewer's budgets: day and month of its tenant, then of its credential. */
  async list({ tenantId, subject }: Viewer): Promise<readonly Budget[]> {
    return await this.#store.listBudgets(tenantId, subject, this.#clock.now());
  }

  /** What the tenant's tasks of a period cost: at most USAGE_ROWS_MAX groups. */
  async usage(
    { tenantId }: Viewer,
    period: UsagePeriod,
    by: readonly UsageDimension[],
  ): Promise<UsageReport> {
    const rows = await this.#store.listUsage(tenantId, period, new Set(by), USAGE_ROWS_MAX + 1);
    return { rows: rows.slice(0, USAGE_ROWS_MAX), hasMore: rows.length > USAGE_ROWS_MAX };
  }

  /** Credits that are left for the viewer; null: no limit. */
  async remaining(viewer: Viewer): Promise<number | null> {
    const ofToken = await this.remainingOfToken(viewer);
    return leastRemaining([...(await this.list(viewer)), { remaining: ofToken }]);
  }

  /** Credits that are left of the token's own limit; null: it has none. */
  async remainingOfToken({ tenantId, credential, limits }: Viewer): Promise<number | null> {
    const { creditsMax } = limits ?? {};
    if (creditsMax === undefined) return null;
    const { reserved, spent } = await this.#store.holdingOfToken(tenantId, credential.id);
    return Math.max(creditsMax - reserved - spent, 0);
  }
}
