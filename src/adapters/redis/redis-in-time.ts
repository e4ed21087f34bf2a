import type { Redis } from 'ioredis';

/** 1 s: a request waits no longer for a counter. */
const TIMEOUT_MS = 1_000;

/**
 * What the server answers, or an error when it has not answered in time; the connection is then
 * given up for another. ioredis's own time-outs also end answers that have arrived while this process
 * was busy: timers come before what a socket holds. So the socket is read once more first.
 */
export async function inTime<Answer>(client: Redis, answer: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  let isLate: NodeJS.Immediate | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      isLate = setImmediate(() => {
        // Once for all that wait: the next connection is not to be ended too.
        if (client.status === 'ready') client.disconnect(true);
        reject(new Error(`Redis has not answered within ${String(TIMEOUT_MS)} ms.`));
      });
    }, TIMEOUT_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
    clearImmediate(isLate);
  }
}
