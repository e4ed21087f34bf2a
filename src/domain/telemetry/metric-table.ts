import type { MetricLabel } from './metric-labels.js';

export interface MetricRow {
  /**
   * `counter` and `histogram` are written where the event happens. A `gauge` is read at each scrape
   * from the source that has it.
   */
  readonly type: 'counter' | 'gauge' | 'histogram';
  /** With the unit. The scrape and docs/reference/metrics.md show it. */
  readonly help: string;
  readonly labels: readonly MetricLabel[];
  /** Of a histogram: upper bounds, ascending. */
  readonly buckets?: readonly number[];
  /**
   * `node`: of this process; add the values of all nodes. `store`: read by each node from the store
   * that all share; take the maximum.
   */
  readonly scope: 'node' | 'store';
  /** Names tenants: it has values with METRICS_TENANTS=true alone. */
  readonly isByTenant?: true;
}

/** Seconds. Most reads take milliseconds; a mutation may wait 30 s for Runway, and longer with `waitSeconds`. */
const REQUEST_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] as const;

/** Seconds. The deadline of a submission is 120 s by default. */
const CALL_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120] as const;

/** Seconds. A read is late from 7.5 s on. */
const LATENESS_SECONDS = [0.1, 0.5, 1, 2.5, 5, 7.5, 15, 30, 60, 300] as const;

/** Seconds. Most tasks take minutes; some wait hours in the queue. */
const TASK_SECONDS = [5, 10, 30, 60, 120, 300, 600, 1_800, 3_600, 14_400, 86_400] as const;

const requestMetrics = {
  gateway_request_duration_seconds: {
    type: 'histogram',
    help: 'Seconds from a request to its answer, by root field. Subscriptions are in gateway_subscription_duration_seconds.',
    labels: ['operation', 'outcome'],
    buckets: REQUEST_SECONDS,
    scope: 'node',
  },
  gateway_request_errors_total: {
    type: 'counter',
    help: 'Requests and subscriptions with an error, by the code of the first error.',
    labels: ['operation', 'transport', 'code'],
    scope: 'node',
  },
  gateway_subscription_duration_seconds: {
    type: 'histogram',
    help: 'Seconds that a subscription was open, when it ends.',
    labels: ['operation', 'transport', 'outcome'],
    buckets: TASK_SECONDS,
    scope: 'node',
  },
  gateway_work_open: {
    type: 'gauge',
    help: 'Requests, streams, waits and submissions that are open.',
    labels: ['work'],
    scope: 'node',
  },
  gateway_limit_hits_total: {
    type: 'counter',
    help: 'Requests and documents that a limit refused.',
    labels: ['limit'],
    scope: 'node',
  },
  gateway_denials_total: {
    type: 'counter',
    help: 'Refusals that are security events.',
    labels: ['event', 'code'],
    scope: 'node',
  },
} as const satisfies Record<string, MetricRow>;

const runwayMetrics = {
  gateway_runway_call_duration_seconds: {
    type: 'histogram',
    help: "Seconds of one call to Runway, by method of Runway's SDK.",
    labels: ['method', 'result'],
    buckets: CALL_SECONDS,
    scope: 'node',
  },
  gateway_breakers_open: {
    type: 'gauge',
    help: 'Circuit breakers that are open: nothing is sent there but a probe now and then.',
    labels: ['account', 'target'],
    scope: 'node',
  },
  gateway_pool_holds: {
    type: 'gauge',
    help: 'Pairs of account and model that wait because Runway answered 429.',
    labels: ['account'],
    scope: 'store',
  },
  gateway_runway_limit_used_ratio: {
    type: 'gauge',
    help: "Used share of a Runway account's limit, 0 to 1: the highest over accounts and models. The limits are read about once a minute while tasks are submitted.",
    labels: ['account', 'runway_limit'],
    scope: 'node',
  },
} as const satisfies Record<string, MetricRow>;

const taskMetrics = {
  gateway_tasks: {
    type: 'gauge',
    help: 'Tasks that are live or UNCONFIRMED, by status.',
    labels: ['status'],
    scope: 'store',
  },
  gateway_tasks_settled_total: {
    type: 'counter',
    help: 'Tasks that settled, by root field and final status.',
    labels: ['operation', 'status'],
    scope: 'node',
  },
  gateway_task_duration_seconds: {
    type: 'histogram',
    help: 'Seconds from the acceptance of a task until it settled.',
    labels: ['status'],
    buckets: TASK_SECONDS,
    scope: 'node',
  },
  gateway_queue_oldest_seconds: {
    type: 'gauge',
    help: 'Seconds that the oldest queued submission has waited; 0 while none waits. Tasks of stopped and suspended tenants are not counted.',
    labels: [],
    scope: 'store',
  },
  gateway_unconfirmed_oldest_seconds: {
    type: 'gauge',
    help: 'Seconds since the oldest UNCONFIRMED task was created; 0 while there is none.',
    labels: [],
    scope: 'store',
  },
  gateway_poll_lateness_seconds: {
    type: 'histogram',
    help: 'Seconds by which the latest read of each round began after it was due.',
    labels: [],
    buckets: LATENESS_SECONDS,
    scope: 'node',
  },
} as const satisfies Record<string, MetricRow>;

const archiveMetrics = {
  gateway_output_copies_total: {
    type: 'counter',
    help: 'Attempts to copy an output to the archive, by their end.',
    labels: ['copy'],
    scope: 'node',
  },
  gateway_output_copied_bytes_total: {
    type: 'counter',
    help: 'Bytes of the outputs that were copied to the archive.',
    labels: [],
    scope: 'node',
  },
} as const satisfies Record<string, MetricRow>;

const creditMetrics = {
  gateway_credits: {
    type: 'gauge',
    help: 'Credits of the tasks that were created in the current period.',
    labels: ['credits', 'period'],
    scope: 'store',
  },
  gateway_tenant_credits: {
    type: 'gauge',
    help: "Credits of a tenant's tasks that were created in the current period.",
    labels: ['tenant', 'credits', 'period'],
    scope: 'store',
    isByTenant: true,
  },
  gateway_tenant_live_tasks: {
    type: 'gauge',
    help: 'Live tasks of a tenant.',
    labels: ['tenant'],
    scope: 'store',
    isByTenant: true,
  },
  gateway_books_differences: {
    type: 'gauge',
    help: 'Differences that the last check of the books found: 0 unless the gateway has a fault.',
    labels: ['check'],
    scope: 'store',
  },
  gateway_books_checked_timestamp_seconds: {
    type: 'gauge',
    help: 'Unix time in seconds of the last complete check of the books; 0 before the first.',
    labels: [],
    scope: 'node',
  },
} as const satisfies Record<string, MetricRow>;

const securityMetrics = {
  gateway_security_alerts_total: {
    type: 'counter',
    help: 'Security alerts that were raised.',
    labels: ['rule', 'severity'],
    scope: 'node',
  },
  gateway_audit_waiting_records: {
    type: 'gauge',
    help: 'Audit records that wait in memory to be written.',
    labels: [],
    scope: 'node',
  },
  gateway_audit_dropped_records_total: {
    type: 'counter',
    help: 'Audit records that were dropped because too many waited.',
    labels: [],
    scope: 'node',
  },
  gateway_audit_unsealed_oldest_seconds: {
    type: 'gauge',
    help: 'Seconds that the oldest audit record has waited for its seal; 0 while none waits.',
    labels: [],
    scope: 'store',
  },
  gateway_log_dropped_lines_total: {
    type: 'counter',
    help: 'Log lines that were dropped because standard output was not read.',
    labels: [],
    scope: 'node',
  },
  gateway_tls_certificate_expiry_timestamp_seconds: {
    type: 'gauge',
    help: "Unix time in seconds at which the gateway's own certificate ends; no value without TLS.",
    labels: [],
    scope: 'node',
  },
} as const satisfies Record<string, MetricRow>;

const processMetrics = {
  gateway_store_up: {
    type: 'gauge',
    help: '1 if the store answered this scrape, else 0.',
    labels: [],
    scope: 'node',
  },
  gateway_database_connections: {
    type: 'gauge',
    help: 'Connections to the database, and queries that wait for one.',
    labels: ['pool'],
    scope: 'node',
  },
  gateway_loops_stopped: {
    type: 'gauge',
    help: 'Background loops that do not run.',
    labels: [],
    scope: 'node',
  },
  gateway_build_info: {
    type: 'gauge',
    help: '1, with the versions of this process.',
    labels: ['version', 'node_version', 'store'],
    scope: 'node',
  },
} as const satisfies Record<string, MetricRow>;

const webhookMetrics = {
  gateway_webhook_attempts_total: {
    type: 'counter',
    help: 'Attempts to deliver an event to a webhook.',
    labels: ['delivery'],
    scope: 'node',
  },
  gateway_webhook_attempt_duration_seconds: {
    type: 'histogram',
    help: 'Seconds of one attempt, from the look-up of the name to the end of the answer.',
    labels: [],
    buckets: REQUEST_SECONDS,
    scope: 'node',
  },
  gateway_webhook_deliveries_lost_total: {
    type: 'counter',
    help: 'Deliveries that were given up.',
    labels: [],
    scope: 'node',
  },
  gateway_webhook_deliveries_due: {
    type: 'gauge',
    help: 'Deliveries that are due and have not ended.',
    labels: [],
    scope: 'store',
  },
  gateway_webhook_deliveries_waiting: {
    type: 'gauge',
    help: 'Deliveries that wait for another attempt, or for their webhook to be resumed.',
    labels: [],
    scope: 'store',
  },
  gateway_webhooks_in_trouble: {
    type: 'gauge',
    help: 'Webhooks that do not work.',
    labels: ['webhook_state'],
    scope: 'store',
  },
} as const satisfies Record<string, MetricRow>;

/**
 * THE TABLE of metrics: every metric that the gateway itself makes, once. The adapter registers its
 * rows, and docs/reference/metrics.md is generated from them. Process metrics of Node come beside
 * them from the library.
 */
export const METRICS = {
  ...requestMetrics,
  ...runwayMetrics,
  ...taskMetrics,
  ...archiveMetrics,
  ...creditMetrics,
  ...securityMetrics,
  ...webhookMetrics,
  ...processMetrics,
} as const;

export type MetricName = keyof typeof METRICS;

/** The metrics of one type. */
export type MetricNameOf<Type extends MetricRow['type']> = {
  [Name in MetricName]: (typeof METRICS)[Name]['type'] extends Type ? Name : never;
}[MetricName];
