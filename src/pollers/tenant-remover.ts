import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import type { TenantRemoval } from '../services/tenants/tenant-removal.js';
import { Loop } from '../concurrency/loop.js';

/** 5 s: how late a removal is taken up that another node has let go. */
const INTERVAL_MS = 5_000;

/** 1 s after a pass: whether there is another to make is for the store to say. */
const NEXT_PASS_MS = 1_000;

/** Works off the removal of tenants, one at a time. */
export function tenantRemover({
  removal,
  clock,
  log,
}: {
  readonly removal: TenantRemoval;
  readonly clock: Clock;
  readonly log: Logger;
}): Loop {
  return new Loop({
    name: 'tenant-remover',
    clock,
    log,
    idleMsMax: INTERVAL_MS,
    round: async (signal) =>
      (await removal.workOff(signal)) ? new Date(clock.now().getTime() + NEXT_PASS_MS) : null,
  });
}
