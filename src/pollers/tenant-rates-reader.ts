import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import type { KnownTenantRates } from '../services/limits/known-tenant-rates.js';
import { Loop } from '../concurrency/loop.js';

/** 5 s: how late a node learns at most of a rate that was set by way of another one. */
const READ_INTERVAL_MS = 5_000;

export function tenantRatesReader({
  rates,
  clock,
  log,
}: {
  readonly rates: KnownTenantRates;
  readonly clock: Clock;
  readonly log: Logger;
}): Loop {
  return new Loop({
    name: 'tenant rates',
    clock,
    log,
    idleMsMax: READ_INTERVAL_MS,
    round: async () => {
      await rates.read();
      return null;
    },
  });
}
