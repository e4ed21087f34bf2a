import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import type { AuditWriter } from '../services/audit/audit-writer.js';
import type { ChainKeeper } from '../services/audit/chain-keeper.js';
import { Loop } from '../concurrency/loop.js';

/** Every second: writes what requests have left behind, and seals it. */
export function auditor({
  writer,
  keeper,
  clock,
  log,
}: {
  readonly writer: AuditWriter;
  /** Undefined until the key is there. */
  readonly keeper: () => ChainKeeper | undefined;
  readonly clock: Clock;
  readonly log: Logger;
}): Loop {
  return new Loop({
    name: 'audit',
    clock,
    log,
    round: async (signal) => {
      await writer.flush();
      await keeper()?.seal();
      await keeper()?.anchorWhenDue();
      await keeper()?.deleteOldWhenDue(signal);
      return null;
    },
  });
}
