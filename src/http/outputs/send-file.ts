import type { Response } from 'express';
import type { Clock } from '../../ports/clock.js';

/**
 * Sends a file as fast as the client takes it, and holds no more of it than a connection does. Where
 * the file breaks off, or the client stands still for too long, the connection is cut, so that the
 * client sees that it has not got all.
 */
export async function sendFile(
  response: Response,
  stream: AsyncIterable<Uint8Array>,
  { clock, slowReaderMs }: { readonly clock: Clock; readonly slowReaderMs: number },
): Promise<void> {
  try {
    for await (const chunk of stream) {
      if (response.destroyed) return;
      if (!response.write(chunk)) await drained(response, clock, slowReaderMs);
    }
    response.end();
  } catch (error) {
    response.destroy();
    throw error;
  }
}

async function drained(response: Response, clock: Clock, ms: number): Promise<void> {
  if (response.destroyed) return;
  const taken = new AbortController();
  const onTaken = (): void => {
    taken.abort(null);
  };
  response.once('drain', onTaken).once('close', onTaken);
  await clock.sleep(ms, taken.signal);
  response.off('drain', onTaken).off('close', onTaken);
  if (!taken.signal.aborted) response.destroy();
}
