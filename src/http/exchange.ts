import { randomUUID } from 'node:crypto';
import type { Context } from '../ports/context.js';
import type { Logger } from '../ports/logger.js';

/** One request, or one subscription of a stream: the id stands in its errors and log lines. */
export type Exchange = Pick<Context, 'requestId' | 'log'>;

/** The id is ours always: one that a client chose could be made to look like another's. */
export function newExchange(log: Logger): Exchange {
  return { requestId: randomUUID(), log };
}
