import type { Server } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';

/** A turn that was shorter left no time for a client to connect behind it. */
const SHORT_TURN_MS = 1;
/** Clients that go on connecting do not hold a stop up for longer. */
const TURNS_MAX = 10_000;

/**
 * A close resets connections that the system has made and Node has not accepted yet, with the
 * requests that are on them. Node accepts one in a turn of its loop and never says how many wait:
 * none does after a short turn that accepted none.
 */
export async function acceptWaiting(server: Server): Promise<void> {
  let accepted = 0;
  const count = (): void => {
    accepted += 1;
  };
  server.on('connection', count);
  // From here to the first turn the loop may not have looked for connections.
  await turn();
  for (let turns = 0; turns < TURNS_MAX; turns += 1) {
    const before = accepted;
    const startedAt = performance.now();
    await turn();
    if (accepted === before && performance.now() - startedAt < SHORT_TURN_MS) break;
  }
  server.off('connection', count);
}
