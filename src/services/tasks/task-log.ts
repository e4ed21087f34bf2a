import type { PostResult } from '../../domain/submission/submission-result.js';
import type { Task } from '../../domain/task/task.js';
import type { Logger } from '../../ports/logger.js';
import { tracedLog } from '../../ports/telemetry/traced-log.js';
import type { Tracer } from '../../ports/telemetry/tracer.js';
import type { Metrics } from '../../ports/telemetry/metrics.js';
import type { SubmissionLease } from '../../ports/submission/submission-lease.js';

type Sent = Exclude<PostResult['kind'], 'unsent' | 'untrusted'>;

/** The log's names for Runway's answers, and for a missing answer. */
const SENT_MESSAGES: Readonly<Record<Sent, string>> = {
  accepted: 'task sent',
  refused: 'task refused by Runway',
  ambiguous: 'task unconfirmed',
  deferred: 'task put off by Runway',
};

/** Lines of a task's life: ids and facts, nothing of its input, output or label. */
export function logAccepted(log: Logger, task: Task): void {
  const { operation, model, estimate } = task;
  const fields = { operation, model, credits: estimate.credits };
  const traced = tracedLog(log, task.traceparent);
  traced.info({ taskId: task.id, tenantId: task.tenantId, ...fields }, 'task accepted');
}

/** After the outcome of a POST has been recorded. */
export function logSent(
  log: Logger,
  { taskId, tenantId, traceparent }: SubmissionLease,
  outcome: { readonly kind: string; readonly runwayId?: string | null },
): void {
  if (!isSent(outcome.kind)) return;
  // Runway may refuse a queue of requests again and again.
  const level = outcome.kind === 'deferred' ? 'debug' : 'info';
  const fields = { taskId, tenantId, runwayId: outcome.runwayId };
  tracedLog(log, traceparent)[level](fields, SENT_MESSAGES[outcome.kind]);
}

/** In the log, the metrics and the task's trace; nothing for a task that has not settled. */
export function tellSettled(
  {
    log,
    tracer,
    metrics,
  }: {
    readonly log: Logger;
    readonly tracer: Tracer;
    readonly metrics?: Metrics | undefined;
  },
  task: Task,
): void {
  if (task.settledAt === null) return;
  const { state, cost, createdAt, settledAt, traceparent: parent } = task;
  const attributes = { 'gateway.task_id': task.id, 'gateway.task_status': state.status };
  tracer.begin('settlement', 'settle', { parent, attributes }).end();
  const fields = {
    taskId: task.id,
    tenantId: task.tenantId,
    operation: task.operation,
    status: state.status,
    failure: state.status === 'FAILED' ? state.failure.code : undefined,
    credits: cost,
    ms: settledAt.getTime() - createdAt.getTime(),
  };
  tracedLog(log, parent).info(fields, 'task settled');
  const { operation, status, ms } = fields;
  metrics?.count('gateway_tasks_settled_total', { operation, status });
  metrics?.observe('gateway_task_duration_seconds', { status }, ms / 1_000);
}

function isSent(kind: string): kind is Sent {
  return Object.hasOwn(SENT_MESSAGES, kind);
}
