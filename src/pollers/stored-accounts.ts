import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import type { KnownAccounts } from '../services/accounts/known-accounts.js';
import type { RunwayCredentials } from '../services/accounts/runway-credentials.js';
import { Loop } from '../concurrency/loop.js';

/** 2 s: how late a node learns at most of a secret that was set by way of another one. */
const READ_INTERVAL_MS = 2_000;

/** 1 min between two looks for secrets that are not needed any more. */
const FORGET_INTERVAL_MS = 60_000;

/** Reads which accounts are stored, and destroys secrets that are not needed any more. */
export function storedAccounts({
  accounts,
  credentials,
  clock,
  log,
}: {
  readonly accounts: KnownAccounts;
  readonly credentials: RunwayCredentials;
  readonly clock: Clock;
  readonly log: Logger;
}): Loop {
  let forgetAtMs = clock.now().getTime() + FORGET_INTERVAL_MS;
  return new Loop({
    name: 'stored accounts',
    clock,
    log,
    idleMsMax: READ_INTERVAL_MS,
    round: async () => {
      await accounts.read();
      const nowMs = clock.now().getTime();
      if (nowMs < forgetAtMs) return null;
      forgetAtMs = nowMs + FORGET_INTERVAL_MS;
      await credentials.forgetUnused();
      return null;
    },
  });
}
