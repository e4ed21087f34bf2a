import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import type { LostCreations } from '../services/settlement/lost-creations.js';
import { Loop } from '../concurrency/loop.js';

/** 30 s between two looks for what unconfirmed creations have made. */
const FIND_INTERVAL_MS = 30_000;

/** Looks from time to time for what creations have made whose answers were lost. */
export function finder({
  lostCreations,
  clock,
  log,
}: {
  readonly lostCreations: LostCreations;
  readonly clock: Clock;
  readonly log: Logger;
}): Loop {
  return new Loop({
    name: 'finder',
    clock,
    log,
    idleMsMax: FIND_INTERVAL_MS,
    round: async (signal) => {
      await lostCreations.find(signal);
      return null;
    },
  });
}
