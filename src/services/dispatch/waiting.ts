import { backOffMs, dailyCapRetryAt, SUBMIT_BACK_OFF } from '../../domain/back-off.js';
import type { PostResult } from '../../domain/submission/submission-result.js';
import type { WaitingFor } from '../../domain/task/task.js';
import type { Breakers, Destination } from '../upstream/breakers.js';

/** Why nothing is sent there while a breaker is open. */
export function closedReason(breakers: Breakers, to: Destination): WaitingFor['reason'] {
  return breakers.isUnauthorized(to) ? 'RUNWAY_UNAUTHORIZED' : 'RUNWAY_UNREACHABLE';
}

/** Why and until when a request waits that Runway has certainly not accepted. */
export function waitingAfter(
  outcome: Extract<PostResult, { kind: 'unsent' | 'deferred' }>,
  now: Date,
  wait: {
    /** Times it was tried before. */
    readonly attempt: number;
    /** In [0, 1). */
    readonly random: number;
    /** How long nothing is sent to Runway at all. */
    readonly heldMs: number;
    /** Why what was not sent waits; without it, because Runway cannot be reached. */
    readonly unsentReason?: WaitingFor['reason'];
  },
): WaitingFor & { readonly until: string } {
  const ownMs = backOffMs(SUBMIT_BACK_OFF, wait.attempt, wait.random);
  const after = (ms: number): string => new Date(now.getTime() + ms).toISOString();
  if (outcome.kind === 'unsent') {
    const reason = wait.unsentReason ?? 'RUNWAY_UNREACHABLE';
    return { reason, until: after(Math.max(ownMs, wait.heldMs)) };
  }
  if (outcome.isDailyCap) {
    const until = dailyCapRetryAt(now, wait.random).toISOString();
    return { reason: 'RUNWAY_DAILY_CAP', until };
  }
  // Runway's word is the least; our own draw keeps those who were told the same time apart.
  return { reason: 'RUNWAY_RATE_LIMITED', until: after((outcome.retryAfterMs ?? 0) + ownMs) };
}
