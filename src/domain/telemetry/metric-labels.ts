import { ALERT_RULE_IDS, ALERT_SEVERITIES } from '../alerts/alert-rules.js';
import { AUDIT_EVENTS } from '../audit.js';
import { TASK_STATUSES } from '../task/task.js';

/** Limits that are counted over time. The second of each class is of its points. */
const LIMIT_NAMES: readonly string[] = [
  'address',
  'outputs-address',
  'outputs-tenant',
  'wrong-credentials',
  'alert-throttle',
  'viewer',
  'tenant',
  ...['reads', 'uploads', 'generations', 'admin'].flatMap((name) => [name, `${name}-points`]),
];

/** The values of a label. `REGISTRY`: the names of a table that domain cannot see. `OPEN`: bounded in number. */
interface LabelRow {
  /** Follows the label's name in docs/reference/metrics.md. */
  readonly text: string;
  readonly values: readonly string[] | 'REGISTRY' | 'OPEN';
}

/**
 * The table of labels. A label means the same in every metric, and its values are a closed set: a
 * value outside the set is counted as `other`. So no client can make a new time series.
 */
export const METRIC_LABELS = {
  operation: {
    text: 'Root field. `several`: a document with more than one. `introspection`: fields of introspection. `none`: nothing was executed.',
    values: 'REGISTRY',
  },
  transport: {
    text: 'How the request came. A subscription is served over `websocket` or `sse`.',
    values: ['http', 'websocket', 'sse'],
  },
  outcome: {
    text: '`ok`: no error. `refused`: the cause is the client or a limit. `failed`: the cause is the gateway or Runway. `cut`: the connection ended before the answer.',
    values: ['ok', 'refused', 'failed', 'cut'],
  },
  code: {
    text: 'Error code, as in docs/reference/errors.md. `none`: there is no code.',
    values: 'REGISTRY',
  },
  method: { text: "Method of Runway's SDK.", values: 'REGISTRY' },
  result: {
    text: '`ok`: 2xx. `refused`: another status below 500. `limited`: 429. `failed`: 5xx. `unsent`: no connection. `broken`: no answer to a request that may have arrived. `untrusted`: the certificate does not hold.',
    values: ['ok', 'refused', 'limited', 'failed', 'unsent', 'broken', 'untrusted'],
  },
  account: {
    text: "`operator`: the operator's Runway organisation. `tenants`: accounts that tenants brought.",
    values: ['operator', 'tenants'],
  },
  target: {
    text: '`account`: everything that is sent to one account. `model`: one model, or one SDK method, of an account.',
    values: ['account', 'model'],
  },
  delivery: {
    text: '`delivered`: the receiver took it. `retried`: it will be sent again. `lost`: it was given up.',
    values: ['delivered', 'retried', 'lost'],
  },
  webhook_state: {
    text: '`failing`: the last attempt failed. `disabled`: the receiver answered 410.',
    values: ['failing', 'disabled'],
  },
  status: { text: 'Status of a task.', values: TASK_STATUSES },
  credits: {
    text: '`reserved`: set aside for tasks that have not settled. `spent`: cost of settled tasks.',
    values: ['reserved', 'spent'],
  },
  period: { text: 'Calendar period in UTC.', values: ['day', 'month'] },
  runway_limit: {
    text: 'The amount that can run out.',
    values: ['daily_generations', 'monthly_spend', 'credits'],
  },
  work: {
    text: '`request`: HTTP requests. `stream`: WebSockets and event streams. `wait`: requests that wait for a task to settle. `submission`: paid requests that wait for Runway.',
    values: ['request', 'stream', 'wait', 'submission'],
  },
  limit: {
    text: 'The limit on requests or operations, as the header `RateLimit` names it.',
    values: LIMIT_NAMES,
  },
  event: { text: 'Event of the audit log.', values: AUDIT_EVENTS },
  check: {
    text: 'What the books are checked for; see docs/operating/metrics.md.',
    values: [
      'reserved',
      'spent',
      'counters',
      'task_amounts',
      'task_counts',
      'submissions',
      'runway_tasks',
    ],
  },
  copy: {
    text: '`kept`: the output is in the archive. `lost`: Runway’s file was gone first. `too_large`, `over_quota`: a limit refused it. `postponed`: an attempt failed, and another one follows.',
    values: ['kept', 'lost', 'too_large', 'over_quota', 'postponed'],
  },
  pool: { text: 'State of a connection.', values: ['used', 'idle', 'waiting'] },
  rule: { text: 'Rule of the security alerts.', values: ALERT_RULE_IDS },
  severity: { text: 'Severity of a security alert.', values: ALERT_SEVERITIES },
  store: { text: 'Kind of the store.', values: ['postgres', 'pglite'] },
  version: { text: 'Version of the gateway.', values: 'OPEN' },
  node_version: { text: 'Version of Node.', values: 'OPEN' },
  tenant: {
    text: 'Id of a tenant; only with METRICS_TENANTS=true. The 100 tenants with the most live tasks and credits.',
    values: 'OPEN',
  },
} as const satisfies Record<string, LabelRow>;

export type MetricLabel = keyof typeof METRIC_LABELS;

/** The values that a caller may give a label. */
export type MetricLabelValue<Label extends MetricLabel> =
  (typeof METRIC_LABELS)[Label]['values'] extends readonly (infer Value)[] ? Value : string;
