import { Loop } from '../concurrency/loop.js';
import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import type { Books } from '../services/telemetry/books.js';

/** A minute between two checks of the books. */
const INTERVAL_MS = 60_000;

/** Checks the books every minute, on each node. */
export function bookChecker({
  books,
  clock,
  log,
}: {
  readonly books: Books;
  readonly clock: Clock;
  readonly log: Logger;
}): Loop {
  return new Loop({
    name: 'books',
    clock,
    log,
    idleMsMax: INTERVAL_MS,
    restsFirst: true,
    round: async () => {
      await books.check();
      return null;
    },
  });
}
