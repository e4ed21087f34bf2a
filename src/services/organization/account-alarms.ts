import { periodStart } from '../../domain/pricing/credits.js';
import type { Organization } from '../../domain/organization/organization.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { RunwayOrganization } from '../../ports/organization/runway-organization.js';

/** Percentages at which the log warns operators. The last one is an error. */
export const ALARM_PERCENTAGES = [70, 85, 95] as const;

/** 10 min between two looks at what was spent. */
const USAGE_EVERY_MS = 600_000;

/** 1 min until the first look: a start has more urgent work. */
const FIRST_USAGE_MS = 60_000;

const DAY_MS = 86_400_000;

/** The amounts that can run out. */
export type Limit = 'daily generations' | 'monthly spend' | 'credits';

export interface ReachedLimit {
  readonly account: string;
  /** Null: of all models together. */
  readonly model: string | null;
  readonly limit: Limit;
  readonly percentage: (typeof ALARM_PERCENTAGES)[number];
  /** In percent of the limit. */
  readonly usedPercent: number;
}

export interface AccountAlarmsOptions {
  readonly runway: Pick<RunwayOrganization, 'usage'>;
  readonly clock: Clock;
  readonly log: Logger;
  /** Told together with the log. */
  readonly onReached?: (reached: ReachedLimit) => void;
}

/** What is used of a limit, as last read. */
export interface UsedLimit {
  readonly account: string;
  readonly limit: Limit;
  /** Of the limit; 1: all of it. */
  readonly ratio: number;
  readonly day: string;
}

/** Credits of this month, and when they are looked at again. */
interface Spent {
  credits: number | null;
  lookAtMs: number;
}

/**
 * Warns operators in the log before a Runway account, the operator's or a tenant's own, reaches a
 * limit: once for each percentage, limit and UTC day on each node.
 */
export class AccountAlarms {
  readonly #options: AccountAlarmsOptions;
  readonly #told = new Map<string, { readonly day: string; readonly percentage: number }>();
  readonly #spent = new Map<string, Spent>();
  readonly #used = new Map<string, UsedLimit>();

  constructor(options: AccountAlarmsOptions) {
    this.#options = options;
  }

  /** Call with Runway's answer about an account; never rejects. */
  async judge(account: string, organization: Organization): Promise<void> {
    const { creditBalance, maxMonthlyCreditSpend, models } = organization;
    for (const { model, dailyGenerations, maxDailyGenerations } of models) {
      this.#check({ account, model }, 'daily generations', dailyGenerations, maxDailyGenerations);
    }
    const spent = await this.#spentThisMonth(account);
    if (spent === null) return;
    this.#check({ account, model: null }, 'monthly spend', spent, maxMonthlyCreditSpend);
    // The share of all credits of this month: a balance alone says nothing.
    this.#check({ account, model: null }, 'credits', spent, spent + Math.max(creditBalance, 0));
  }

  /** The account is no longer used. */
  forget(account: string): void {
    this.#spent.delete(account);
    for (const known of [this.#told, this.#used]) {
      for (const key of known.keys()) if (key.startsWith(`${account} `)) known.delete(key);
    }
  }

  /** What is used of each limit, by what was read today. */
  listUsed(): readonly UsedLimit[] {
    const today = dayOf(this.#options.clock.now());
    return [...this.#used.values()].filter(({ day }) => day === today);
  }

  #check(
    subject: { readonly account: string; readonly model: string | null },
    limit: Limit,
    used: number,
    max: number | null,
  ): void {
    if (max === null || max <= 0) return;
    const { clock, log, onReached } = this.#options;
    const day = dayOf(clock.now());
    const key = `${subject.account} ${limit} ${subject.model ?? ''}`;
    this.#used.set(key, { account: subject.account, limit, ratio: used / max, day });
    const reached = ALARM_PERCENTAGES.findLast((percentage) => used * 100 >= max * percentage);
    if (reached === undefined) return;
    const told = this.#told.get(key);
    if (told?.day === day && told.percentage >= reached) return;
    this.#told.set(key, { day, percentage: reached });
    const level = reached === ALARM_PERCENTAGES.at(-1) ? 'error' : 'warn';
    const fields = { ...subject, percentage: reached, used, max };
    log[level](fields, `a Runway account is running out of ${limit}`);
    const usedPercent = Math.floor((used * 100) / max);
    onReached?.({ ...subject, limit, percentage: reached, usedPercent });
  }

  /** Null while it is not known. */
  async #spentThisMonth(account: string): Promise<number | null> {
    const { runway, clock, log } = this.#options;
    const now = clock.now();
    const nowMs = now.getTime();
    const known = this.#spent.get(account);
    if (known === undefined) {
      this.#spent.set(account, { credits: null, lookAtMs: nowMs + FIRST_USAGE_MS });
      return null;
    }
    if (nowMs < known.lookAtMs) return known.credits;
    known.lookAtMs = nowMs + USAGE_EVERY_MS;
    try {
      const from = dayOf(periodStart('MONTH', now));
      const before = dayOf(new Date(nowMs + DAY_MS));
      const { results } = await runway.usage(account, from, before);
      const amounts = results.flatMap(({ usedCredits }) => usedCredits.map(({ amount }) => amount));
      known.credits = Math.max(
        amounts.reduce((sum, amount) => sum + amount, 0),
        0,
      );
    } catch (error) {
      known.credits = null;
      log.warn({ account, error }, 'what a Runway account has spent could not be read');
    }
    return known.credits;
  }
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
