import { alertAnswers, alertThresholds } from '../domain/alerts/alert-choices.js';
import type { AlertRuleId } from '../domain/alerts/alert-rules.js';
import { alertLoop } from '../pollers/alert-loop.js';
import type { AlertPlan } from '../ports/alerts/alert-store.js';
import { AlertEvents } from '../services/alerts/alert-events.js';
import { AlertRounds } from '../services/alerts/alert-rounds.js';
import { KnownThrottles } from '../services/alerts/known-throttles.js';
import { SecurityAlerts } from '../services/alerts/security-alerts.js';
import type { ReachedLimit } from '../services/organization/account-alarms.js';
import type { BackgroundLoop, Base } from './base.js';
import type { Storage } from './storage.js';

const MINUTE_MS = 60_000;

/** Rows are bounded, whatever an attack does: an operator reads no more of them. */
const ALERTS_PER_HOUR_MAX = 100;

/** Suspicious patterns: looked for, told of, and answered as configured. */
export function buildAlerts(
  { config, clock, log, signals, metrics }: Base,
  { stores }: Pick<Storage, 'stores'>,
) {
  const { thresholds, answers, throttleRequests, throttleMinutes, spendFloorCredits } =
    config.alerts;
  const plan: AlertPlan = {
    thresholds: alertThresholds(thresholds),
    answers: alertAnswers(answers),
    throttleMs: throttleMinutes * MINUTE_MS,
    spendFloorCredits,
    perHourMax: ALERTS_PER_HOUR_MAX,
  };
  const store = stores.alerts;
  const throttles = new KnownThrottles({ store, clock, requestsPerMinute: throttleRequests });
  const rounds = new AlertRounds({
    ...{ store, plan, clock, log },
    onAlert: ({ rule, severity }) => {
      metrics.count('gateway_security_alerts_total', { rule, severity });
    },
  });
  const alertEvents = new AlertEvents({ store, clock });
  const loop = alertLoop({ rounds, throttles, clock, log });
  const securityAlerts = new SecurityAlerts({
    store,
    clock,
    log,
    onLift: () => {
      signals.wake('alerts');
    },
  });
  signals.on('alerts', () => {
    loop.wake();
    alertEvents.wake();
  });
  signals.on('accountLimit', (reached) => {
    rounds.note(ruleOfLimit(reached), {
      subject: `account:${reached.account}`,
      detail: reached.limit + (reached.model === null ? '' : ` of ${reached.model}`),
      ...{ tenantId: null, keyId: null, address: null },
      count: reached.usedPercent,
    });
  });
  const loops: readonly BackgroundLoop[] = [loop];
  return { securityAlerts, alertEvents, throttles, loops };
}

function ruleOfLimit({ percentage }: ReachedLimit): AlertRuleId {
  return `runway_limit_${percentage}`;
}
