import type { SubmissionResult } from './submission-result.js';

/**
 * Health of the upstream by the outcome of a call. `good`: it works. `doubtful`: the outcome of a
 * change is unknown. `bad`: it does not work. `broken`: it cannot prove its identity.
 * `unauthorized`: it refuses the gateway's secret. The last two do not end by themselves.
 */
export type Health = 'good' | 'doubtful' | 'bad' | 'broken' | 'unauthorized';

/** One row: what the gateway does with one result of a submission. */
export interface SubmissionDecision {
  /** Whether Runway was asked, and whether it may have accepted the request. */
  readonly runway: 'NOT_ASKED' | 'NOT_ACCEPTED' | 'MAYBE_ACCEPTED' | 'ACCEPTED';
  /** The task's next status. `ANSWERED`: the status in Runway's answer. */
  readonly task: 'ANSWERED' | 'QUEUED' | 'FAILED' | 'UNCONFIRMED';
  /** The response to a client that still waits. `ERROR`: Runway's refusal, and no task is kept. */
  readonly waitingClient: 'TASK' | 'ERROR';
  /** When the request is sent again. Only where Runway has certainly not accepted it. */
  readonly sentAgain: 'NEVER' | 'AFTER_BACK_OFF' | 'AT_ONCE';
  /**
   * The hold on the pool (account and model). `HELD`: the pool waits as long as this request.
   * `FREE`: a hold on it ends. `AS_IT_WAS`: the hold does not change.
   */
  readonly pool: 'HELD' | 'FREE' | 'AS_IT_WAS';
  /** How long the result is kept in memory when the store cannot take it. */
  readonly kept: 'FOR_EVER' | 'WHILE_STORE_IS_AWAY' | 'UNTIL_LEASE_ENDS';
  /** Health of the account, for its breaker. */
  readonly account: Health | 'NOT_TOLD';
  /** Health of the model, for its own breaker. */
  readonly model: Health | 'NOT_TOLD';
}

/**
 * The law: at most one POST per task that was not answered 4xx or a Runway-shaped 503. So a row may
 * have `sentAgain` other than NEVER only where `runway` is NOT_ASKED or NOT_ACCEPTED.
 */
// prettier-ignore
export const SUBMISSION_DECISIONS = {
  accepted:     row('ACCEPTED',       'ANSWERED',    'TASK',  'NEVER',          'FREE',      'FOR_EVER',            'good',         'good'),
  // 400 and 404.
  invalid:      row('NOT_ACCEPTED',   'FAILED',      'ERROR', 'NEVER',          'FREE',      'WHILE_STORE_IS_AWAY', 'good',         'good'),
  // 401: the secret is refused, for everything.
  unauthorized: row('NOT_ACCEPTED',   'FAILED',      'ERROR', 'NEVER',          'FREE',      'WHILE_STORE_IS_AWAY', 'unauthorized', 'good'),
  // 403: the secret may not use this model.
  forbidden:    row('NOT_ACCEPTED',   'FAILED',      'ERROR', 'NEVER',          'FREE',      'WHILE_STORE_IS_AWAY', 'good',         'unauthorized'),
  // 429: Runway's answer to one request holds for its whole pool.
  limited:      row('NOT_ACCEPTED',   'QUEUED',      'TASK',  'AFTER_BACK_OFF', 'HELD',      'WHILE_STORE_IS_AWAY', 'good',         'good'),
  // 503 in Runway's own shape.
  busy:         row('NOT_ACCEPTED',   'QUEUED',      'TASK',  'AFTER_BACK_OFF', 'FREE',      'WHILE_STORE_IS_AWAY', 'good',         'good'),
  unsent:       row('NOT_ASKED',      'QUEUED',      'TASK',  'AFTER_BACK_OFF', 'AS_IT_WAS', 'WHILE_STORE_IS_AWAY', 'bad',          'bad'),
  untrusted:    row('NOT_ASKED',      'FAILED',      'TASK',  'NEVER',          'FREE',      'WHILE_STORE_IS_AWAY', 'broken',       'bad'),
  withheld:     row('NOT_ASKED',      'FAILED',      'TASK',  'NEVER',          'AS_IT_WAS', 'WHILE_STORE_IS_AWAY', 'NOT_TOLD',     'NOT_TOLD'),
  late:         row('NOT_ASKED',      'QUEUED',      'TASK',  'AT_ONCE',        'AS_IT_WAS', 'WHILE_STORE_IS_AWAY', 'NOT_TOLD',     'NOT_TOLD'),
  unready:      row('NOT_ASKED',      'QUEUED',      'TASK',  'AFTER_BACK_OFF', 'AS_IT_WAS', 'WHILE_STORE_IS_AWAY', 'NOT_TOLD',     'NOT_TOLD'),
  unusable:     row('NOT_ASKED',      'FAILED',      'TASK',  'NEVER',          'AS_IT_WAS', 'WHILE_STORE_IS_AWAY', 'NOT_TOLD',     'NOT_TOLD'),
  // Everything else: a reset or an end after bytes were sent, a deadline, 409, a redirect, any
  // other 5xx, an answer that does not check.
  ambiguous:    row('MAYBE_ACCEPTED', 'UNCONFIRMED', 'TASK',  'NEVER',          'FREE',      'UNTIL_LEASE_ENDS',    'doubtful',     'bad'),
} as const satisfies Record<string, SubmissionDecision>;

export type DecisionKey = keyof typeof SUBMISSION_DECISIONS;

/** The row for a result. */
export function decisionFor(result: SubmissionResult): SubmissionDecision {
  return SUBMISSION_DECISIONS[decisionKeyFor(result)];
}

export function decisionKeyFor(result: SubmissionResult): DecisionKey {
  if (result.kind === 'deferred') return result.status === 429 ? 'limited' : 'busy';
  if (result.kind !== 'refused') return result.kind;
  switch (result.refusal.status) {
    case 401:
      return 'unauthorized';
    case 403:
      return 'forbidden';
    default:
      return 'invalid';
  }
}

function row<
  const Runway extends SubmissionDecision['runway'],
  const Task extends SubmissionDecision['task'],
  const Client extends SubmissionDecision['waitingClient'],
  const Again extends SubmissionDecision['sentAgain'],
>(
  runway: Runway,
  task: Task,
  waitingClient: Client,
  sentAgain: Again,
  pool: SubmissionDecision['pool'],
  kept: SubmissionDecision['kept'],
  account: SubmissionDecision['account'],
  model: SubmissionDecision['model'],
) {
  return { runway, task, waitingClient, sentAgain, pool, kept, account, model };
}
