import { Loop } from '../concurrency/loop.js';
import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import { ALERT_ROUND_MS, type AlertRounds } from '../services/alerts/alert-rounds.js';
import type { KnownThrottles } from '../services/alerts/known-throttles.js';

/** Every 5 s: looks for suspicious patterns, and reads which callers and addresses are throttled. */
export function alertLoop({
  rounds,
  throttles,
  clock,
  log,
}: {
  readonly rounds: AlertRounds;
  readonly throttles: KnownThrottles;
  readonly clock: Clock;
  readonly log: Logger;
}): Loop {
  return new Loop({
    name: 'alerts',
    clock,
    log,
    idleMsMax: ALERT_ROUND_MS,
    round: async () => {
      try {
        await rounds.round();
      } finally {
        await throttles.read();
      }
      return null;
    },
  });
}
