import { alertRule, type AlertRuleId } from '../../domain/alerts/alert-rules.js';
import type { AlertSighting, SecurityAlert } from '../../domain/alerts/security-alert.js';
import type { AlertPlan, AlertStore } from '../../ports/alerts/alert-store.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';

/** 5 s between two looks, whichever node takes them: the audit log is at most a second behind. */
export const ALERT_ROUND_MS = 5_000;

/** Alerts of one log round; the rest follow in the next. */
const TOLD_MAX = 200;

/** Sightings of this node that wait for the store. There are a few for each account. */
const WAITING_MAX = 1_000;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long alerts, and networks from which a key is not used, are kept. */
const KEPT_MS = 90 * DAY_MS;

const FORGOTTEN_MAX = 1_000;

export interface AlertRoundsOptions {
  readonly store: Pick<
    AlertStore,
    'evaluate' | 'raise' | 'listUntold' | 'markTold' | 'forgetBefore'
  >;
  readonly plan: AlertPlan;
  readonly clock: Clock;
  readonly log: Logger;
  /** Told of each alert once; twice only where a node dies in between. */
  readonly onAlert?: (alert: SecurityAlert) => void;
}

/** Looks for suspicious patterns, and tells of what is new: one node at a time, for all nodes. */
export class AlertRounds {
  readonly #options: AlertRoundsOptions;
  readonly #waiting = new Map<string, AlertSighting>();
  #forgetDueAtMs = 0;

  constructor(options: AlertRoundsOptions) {
    this.#options = options;
  }

  /** What this node has seen itself: it is raised in the next round. */
  note(rule: AlertRuleId, seen: Omit<AlertSighting, 'rule' | 'threshold'>): void {
    const threshold = this.#options.plan.thresholds.get(rule);
    if (threshold === undefined || this.#waiting.size >= WAITING_MAX) return;
    const key = JSON.stringify([rule, seen.subject, seen.detail]);
    this.#waiting.set(key, { ...seen, rule, threshold });
  }

  async round(): Promise<void> {
    const { store, plan, clock } = this.#options;
    if (plan.thresholds.size === 0) return;
    await this.#raiseNoted();
    const raised = await store.evaluate(plan, clock.now(), ALERT_ROUND_MS);
    if (raised === null) return;
    await this.#tell();
    await this.#forgetWhenDue();
  }

  async #raiseNoted(): Promise<void> {
    if (this.#waiting.size === 0) return;
    const { store, plan, clock } = this.#options;
    const noted = [...this.#waiting];
    await store.raise(
      noted.map(([, sighting]) => sighting),
      plan,
      clock.now(),
    );
    for (const [key, sighting] of noted) {
      if (this.#waiting.get(key) === sighting) this.#waiting.delete(key);
    }
  }

  async #tell(): Promise<void> {
    const { store, clock, log, onAlert } = this.#options;
    const untold = await store.listUntold(TOLD_MAX);
    if (untold.length === 0) return;
    for (const alert of untold) {
      logAlert(log, alert);
      onAlert?.(alert);
    }
    await store.markTold(
      untold.map(({ id }) => id),
      clock.now(),
    );
  }

  async #forgetWhenDue(): Promise<void> {
    const { store, clock } = this.#options;
    const now = clock.now();
    if (now.getTime() < this.#forgetDueAtMs) return;
    const count = await store.forgetBefore(new Date(now.getTime() - KEPT_MS), FORGOTTEN_MAX);
    if (count < FORGOTTEN_MAX) this.#forgetDueAtMs = now.getTime() + HOUR_MS;
  }
}

function logAlert(log: Logger, alert: SecurityAlert): void {
  const { id, rule, severity, subject, detail, tenantId, keyId, address } = alert;
  const { count, threshold, answer, answerEndsAt, raisedAt } = alert;
  const { owasp, meaning } = alertRule(rule);
  const fields = {
    ...{ event: 'securityAlert', owasp, alertId: id, rule, severity, subject, detail, tenantId },
    ...{ keyId, address, count, threshold, answer, answerEndsAt, raisedAt },
  };
  log[severity === 'CRITICAL' ? 'error' : 'warn'](fields, `securityAlert: ${meaning}`);
}
