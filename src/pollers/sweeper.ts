import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import { tracedLog } from '../ports/telemetry/traced-log.js';
import type { SubmissionStore } from '../ports/submission/submission-store.js';
import { Loop } from '../concurrency/loop.js';

/** 10 s: a submission whose sender died is flagged within a minute of its lease's end at the latest. */
const SWEEP_INTERVAL_MS = 10_000;

/** Makes submissions UNCONFIRMED whose senders' leases have run out. */
export function sweeper({
  store,
  clock,
  log,
}: {
  readonly store: SubmissionStore;
  readonly clock: Clock;
  readonly log: Logger;
}): Loop {
  return new Loop({
    name: 'sweeper',
    clock,
    log,
    idleMsMax: SWEEP_INTERVAL_MS,
    round: async () => {
      const tasks = await store.expireSending(clock.now());
      for (const { id, traceparent } of tasks) {
        const traced = tracedLog(log, traceparent);
        traced.error({ taskId: id }, 'a submission outlived its lease: its outcome is unknown');
      }
      return null;
    },
  });
}
