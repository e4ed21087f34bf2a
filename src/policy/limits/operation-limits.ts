import type { Viewer } from '../../domain/tenant/viewer.js';
import type { RateCounters, RateRule, RateState } from '../../ports/limits/rate-counters.js';
import type { TenantRates } from '../../ports/limits/tenant-rates.js';
import type { DocumentUsage } from '../document/document-usage.js';
import { OPERATION_CLASSES, type OperationClass } from './operation-class.js';

/** What one tenant may use of one class in a minute. */
export interface ClassLimit {
  /** Root fields, each time that a document asks for one. */
  readonly operations: number;
  /** Points of their documents; see document/cost.ts. */
  readonly points: number;
}

export type ClassLimits = Readonly<Record<OperationClass, ClassLimit>>;

/** What `extensions.cost` says, in points: of this document, still left, and given back a second. */
export interface Cost {
  readonly requested: number;
  readonly remaining: number;
  readonly restoreRate: number;
}

/** A limit as it stands after a document was counted. */
export interface LimitState {
  readonly rule: RateRule;
  readonly state: RateState;
}

export interface Admission {
  readonly isAdmitted: boolean;
  /** Of the class whose points run out first. */
  readonly cost: Cost;
  readonly limits: readonly LimitState[];
  /** When a refused document fits, if nothing else is used meanwhile. */
  readonly retryAfterMs: number;
}

export const WINDOW_MS = 60_000;

/** Classes that cost money, or room at Runway: nothing of them passes uncounted. */
const CLOSED_WITHOUT_STORE: ReadonlySet<OperationClass> = new Set(['generations', 'uploads']);

interface ClassRules {
  readonly operations: RateRule;
  readonly points: RateRule;
}

/**
 * THE limit of operations: what a tenant may execute of each class in a minute, counted in root
 * fields and points, the same on HTTP, WebSocket and server-sent events. It counts documents that
 * policy/check-document has passed, whatever number of HTTP requests carried them.
 */
export class OperationLimits {
  readonly #counters: RateCounters;
  readonly #rules: Readonly<Record<OperationClass, ClassRules>>;
  readonly #rates: TenantRates;

  constructor(options: {
    readonly counters: RateCounters;
    readonly limits: ClassLimits;
    readonly rates: TenantRates;
  }) {
    this.#counters = options.counters;
    this.#rules = rulesOf(options.limits);
    this.#rates = options.rates;
  }

  /**
   * Takes what the document uses of all its classes, or nothing of any. Throws LIMITS_UNAVAILABLE
   * for what must not pass uncounted while the counters cannot be asked.
   */
  async admit({ tenantId }: Viewer, usage: DocumentUsage): Promise<Admission> {
    const takes = this.#takesOf(tenantId, usage);
    // Together: one round trip.
    const taken = await Promise.allSettled(
      takes.map(({ rule, amount }) => this.#counters.take(rule, tenantId, amount)),
    );
    const limits = taken.flatMap((result, at) => {
      const rule = takes[at]?.rule;
      return result.status === 'rejected' || rule === undefined
        ? []
        : [{ rule, state: result.value }];
    });
    const failed = taken.find((result) => result.status === 'rejected');
    const isAdmitted = failed === undefined && limits.every(({ state }) => state.isAllowed);
    if (!isAdmitted) await this.#giveBack(tenantId, takes, limits);
    if (failed !== undefined) throw failed.reason;
    const resets = limits.map(({ state }) => (state.isAllowed ? 0 : state.resetMs));
    return {
      isAdmitted,
      limits,
      cost: costOf(usage, limits),
      retryAfterMs: Math.max(0, ...resets),
    };
  }

  /** What a tenant has left for reads, for the answer to what was not executed. Takes nothing. */
  async look({ tenantId }: Viewer): Promise<Cost> {
    const rule = shareOf(this.#rules.reads.points, this.#rates.percentOf(tenantId));
    const state = await this.#counters.take(rule, tenantId, 0);
    return costOf({ points: 0, byClass: new Map() }, [{ rule, state }]);
  }

  #takesOf(tenantId: string, { byClass }: DocumentUsage): readonly Take[] {
    const percent = this.#rates.percentOf(tenantId);
    return [...byClass].flatMap(([name, { operations, points }]) => {
      const rules = this.#rules[name];
      return [
        takeOf(shareOf(rules.operations, percent), operations),
        takeOf(shareOf(rules.points, percent), points),
      ];
    });
  }

  async #giveBack(
    tenantId: string,
    takes: readonly Take[],
    limits: readonly LimitState[],
  ): Promise<void> {
    const taken = takes.filter(
      ({ rule, amount }) =>
        amount > 0 && limits.some((limit) => limit.rule === rule && limit.state.isAllowed),
    );
    await Promise.all(
      taken.map(({ rule, amount }) => this.#counters.giveBack(rule, tenantId, amount)),
    );
  }
}

interface Take {
  readonly rule: RateRule;
  readonly amount: number;
}

function shareOf(rule: RateRule, percent: number): RateRule {
  if (percent === 100) return rule;
  return { ...rule, limit: Math.max(1, Math.floor((rule.limit * percent) / 100)) };
}

/** What is more than a whole window's limit takes a whole window: it must fit at some time. */
function takeOf(rule: RateRule, amount: number): Take {
  return { rule, amount: Math.min(amount, rule.limit) };
}

function costOf({ points }: DocumentUsage, limits: readonly LimitState[]): Cost {
  const ofPoints = limits.filter(({ rule }) => rule.name.endsWith(POINTS));
  const [scarcest] = [...ofPoints].sort((a, b) => a.state.remaining - b.state.remaining);
  return {
    requested: points,
    remaining: scarcest?.state.remaining ?? 0,
    restoreRate: ((scarcest?.rule.limit ?? 0) * 1_000) / WINDOW_MS,
  };
}

const POINTS = '-points';

function rulesOf(limits: ClassLimits): Readonly<Record<OperationClass, ClassRules>> {
  const rules = OPERATION_CLASSES.map((name) => {
    const whenStoreIsAway = CLOSED_WITHOUT_STORE.has(name) ? 'refuse' : 'countLocally';
    const common = { windowMs: WINDOW_MS, whenStoreIsAway } as const;
    const { operations, points } = limits[name];
    const both: ClassRules = {
      operations: { ...common, name, limit: operations },
      points: { ...common, name: `${name}${POINTS}`, limit: points },
    };
    return [name, both] as const;
  });
  return Object.fromEntries(rules) as Record<OperationClass, ClassRules>;
}
