import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import type { RetentionStore } from '../ports/retention-store.js';
import { Loop } from './loop.js';

/** 10 min between two looks for what has grown old. */
const INTERVAL_MS = 600_000;

/** Rows of one transaction: it must not hold locks for long. */
const BATCH = 500;

/** 100 ms between two batches, which belong to everybody else. */
const PAUSE_MS = 100;

/** Deletes what is older than it has to be kept. */
export function retention({
  store,
  clock,
  log,
  keptMs,
}: {
  readonly store: RetentionStore;
  readonly clock: Clock;
  readonly log: Logger;
  /** Age at which settled tasks and events go. */
  readonly keptMs: number;
}): Loop {
  return new Loop({
    name: 'retention',
    clock,
    log,
    idleMsMax: INTERVAL_MS,
    round: async () => {
      const now = clock.now();
      const before = new Date(now.getTime() - keptMs);
      const deleted = await store.deleteOld({ before, now, limit: BATCH });
      if (deleted === 0) return null;
      log.info({ deleted }, 'rows that have grown old were deleted');
      return new Date(clock.now().getTime() + PAUSE_MS);
    },
  });
}
