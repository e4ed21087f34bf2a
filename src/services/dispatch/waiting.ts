import { backOffMs, dailyCapRetryAt, SUBMIT_BACK_OFF } from '../../domain/back-off.js';
import type { PostResult } from '../../domain/submission/submission-result.js';
import type { WaitingFor } from '../../domain/task/task.js';
import type { Breakers, Destination } from '../upstream/breakers.js';

/** The waiting reason while a breaker is open. */
export function closedReason(breakers: Breakers, to: Destination): WaitingFor['reason'] {
  return breakers.isUnauthorized(to) ? 'RUNWAY_UNAUTHORIZED' : 'RUNWAY_UNREACHABLE';
}

/** 60 s: what waits for its inputs looks at them so often, if nothing tells that they are there. */
const INPUT_WAIT_MS = 60_000;

export function inputWaitEnd(now: Date): Date {
  return new Date(now.getTime() + INPUT_WAIT_MS);
}

/** Why and until when a request waits after Runway has certainly not accepted it. */
export function waitingAfter(
  outcome: Extract<PostResult, { kind: 'unsent' | 'deferred' }>,
  now: Date,
  wait: {
    /** Number of earlier attempts. */
    readonly attempt: number;
    /** In [0, 1). */
    readonly random: number;
    /** How long the breaker stops all sending to Runway. */
    readonly heldMs: number;
    /** The reason of an unsent request; without it, Runway cannot be reached. */
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
  // Runway's time is the minimum. The random part separates requests that got the same time.
  return { reason: 'RUNWAY_RATE_LIMITED', until: after((outcome.retryAfterMs ?? 0) + ownMs) };
}
