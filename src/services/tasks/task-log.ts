import type { PostResult } from '../../domain/submission/submission-result.js';
import type { Task } from '../../domain/task/task.js';
import type { Logger } from '../../ports/logger.js';
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
  log.info({ taskId: task.id, tenantId: task.tenantId, ...fields }, 'task accepted');
}

/** After the outcome of a POST has been recorded. */
export function logSent(
  log: Logger,
  { taskId, tenantId }: SubmissionLease,
  outcome: { readonly kind: string; readonly runwayId?: string | null },
): void {
  if (!isSent(outcome.kind)) return;
  // Runway may refuse a queue of requests again and again.
  const level = outcome.kind === 'deferred' ? 'debug' : 'info';
  log[level]({ taskId, tenantId, runwayId: outcome.runwayId }, SENT_MESSAGES[outcome.kind]);
}

/** Nothing for a task that has not settled. */
export function logSettled(log: Logger, task: Task): void {
  if (task.settledAt === null) return;
  const { state, cost, createdAt, settledAt } = task;
  const fields = {
    taskId: task.id,
    tenantId: task.tenantId,
    operation: task.operation,
    status: state.status,
    failure: state.status === 'FAILED' ? state.failure.code : undefined,
    credits: cost,
    ms: settledAt.getTime() - createdAt.getTime(),
  };
  log.info(fields, 'task settled');
}

function isSent(kind: string): kind is Sent {
  return Object.hasOwn(SENT_MESSAGES, kind);
}
