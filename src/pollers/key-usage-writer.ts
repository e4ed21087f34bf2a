import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import type { KeyUsage } from '../services/keys/key-usage.js';
import { Loop } from '../concurrency/loop.js';

/** 10 s: how old the uses are at most that `apiKeys` and reviews show. */
const WRITE_INTERVAL_MS = 10_000;

/** Writes the uses of keys that this node has noted. */
export function keyUsageWriter({
  usage,
  clock,
  log,
}: {
  readonly usage: KeyUsage;
  readonly clock: Clock;
  readonly log: Logger;
}): Loop {
  return new Loop({
    name: 'key usage',
    clock,
    log,
    idleMsMax: WRITE_INTERVAL_MS,
    round: async () => {
      await usage.flush();
      return null;
    },
  });
}
