import type { AuditedMutation } from '../../domain/audit.js';
import type { AlertAnswer, AlertRuleId, AlertSeverity } from '../../domain/alerts/alert-rules.js';
import type { AlertSighting, SecurityAlert } from '../../domain/alerts/security-alert.js';

/** What the operator has configured. */
export interface AlertPlan {
  /** Of each rule that is on. */
  readonly thresholds: ReadonlyMap<AlertRuleId, number>;
  /** Of each rule that is answered automatically. */
  readonly answers: ReadonlyMap<AlertRuleId, AlertAnswer>;
  readonly throttleMs: number;
  /** A day with fewer credits is no alert, whatever the days before were. */
  readonly spendFloorCredits: number;
  /** Alerts of one rule in an hour; further subjects share one alert. */
  readonly perHourMax: number;
}

export interface AlertFilter {
  readonly rule?: AlertRuleId;
  readonly severity?: AlertSeverity;
  readonly tenant?: string;
  readonly from?: Date;
  readonly before?: Date;
}

export interface AlertPage {
  readonly alerts: readonly SecurityAlert[];
  readonly hasNextPage: boolean;
}

/** A caller or an address with a low limit. */
export interface Throttled {
  /** Viewer.subject with its tenant, or null: the address. */
  readonly tenantId: string | null;
  readonly holder: string;
  readonly until: Date;
}

/** Sightings of all rules over all nodes, and the alerts that they become. */
export interface AlertStore {
  /**
   * Looks for what the rules watch, and raises what is new, with its audit record and its answer, in
   * one transaction. Null: another node is at it, or was less than `everyMs` ago.
   */
  evaluate(plan: AlertPlan, now: Date, everyMs: number): Promise<number | null>;
  /** The same for what this process has seen itself. */
  raise(sightings: readonly AlertSighting[], plan: AlertPlan, now: Date): Promise<number>;
  /** Alerts that no node has logged, oldest first. */
  listUntold(limit: number): Promise<readonly SecurityAlert[]>;
  markTold(ids: readonly string[], now: Date): Promise<void>;
  /** Newest first; `after`: the number of the last alert before the page. */
  listAlerts(
    filter: AlertFilter,
    page: { readonly first: number; readonly after: number | null },
  ): Promise<AlertPage>;
  /** With greater numbers than `after`, in their order. */
  listAlertsAfter(after: number, limit: number): Promise<readonly SecurityAlert[]>;
  /** The newest number, and the oldest one after which nothing is deleted. */
  alertRange(): Promise<{ readonly newest: number; readonly oldest: number }>;
  /** Ends the answer of an alert, if it has one that goes on. Undefined: there is no such alert. */
  liftAnswer(
    id: string,
    lift: { readonly now: Date; readonly by: string },
    audit?: AuditedMutation,
  ): Promise<SecurityAlert | undefined>;
  listThrottled(now: Date): Promise<readonly Throttled[]>;
  /** Deletes the oldest alerts and networks of before then, `limit` of each at most. */
  forgetBefore(before: Date, limit: number): Promise<number>;
}
