import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import type { SigningKeys } from '../services/tokens/signing-keys.js';
import { Loop } from './loop.js';

/** 2 s: a key that is taken out of the file ends its tokens within 5 s. */
const READ_INTERVAL_MS = 2_000;

/** Reads the file of the keys that sign tokens again and again. */
export function signingKeyReader({
  keys,
  clock,
  log,
}: {
  readonly keys: SigningKeys;
  readonly clock: Clock;
  readonly log: Logger;
}): Loop {
  return new Loop({
    name: 'signing keys',
    clock,
    log,
    idleMsMax: READ_INTERVAL_MS,
    round: async () => {
      await keys.reload();
      return null;
    },
  });
}
