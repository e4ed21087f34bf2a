import type { IncomingMessage, ServerResponse } from 'node:http';
import { isAwaitingContinue } from './continue.js';

/**
 * A rest that is at most so long is thrown away and the connection kept; after a longer one, or one
 * of unknown length, the connection ends. 256 kB.
 */
const KEPT_BYTES_MAX = 262_144;

/**
 * 32 MB: most clients read the answer only when they have sent all, so that much more than the
 * largest body is read, and thrown away, before the connection is cut.
 */
const DISCARDED_BYTES_MAX = 33_554_432;

const endedEarly = new WeakSet<IncomingMessage>();

/** The rest of this request's body is not waited for: it cannot be parsed, or comes too slowly. */
export function endsUnread(request: IncomingMessage): void {
  endedEarly.add(request);
}

/** What Content-Length says; 0 without one. */
export function declaredBytes({ headers }: IncomingMessage): number {
  return Number(headers['content-length'] ?? 0);
}

/** What of the body may still come, at most; Infinity when the client did not say. */
function unreadBytes(request: IncomingMessage): number {
  if (request.complete) return 0;
  return request.headers['transfer-encoding'] === undefined ? declaredBytes(request) : Infinity;
}

/** Whether waiting for the end of the body may be in vain. */
function mayNotEnd(request: IncomingMessage): boolean {
  return isAwaitingContinue(request) || endedEarly.has(request);
}

/**
 * Says in the head of the answer whether the connection goes on, where the body has not been read.
 * Call before the head is sent.
 */
export function announceUnread(response: ServerResponse): boolean {
  const { req: request } = response;
  if (!mayNotEnd(request) && unreadBytes(request) <= KEPT_BYTES_MAX) return false;
  response.setHeader('Connection', 'close');
  return true;
}

/**
 * Sends a whole answer to a request whose body may not have been read, so that it reaches the client
 * and says the truth about the connection. An end at once would reach most clients as a reset.
 */
export function endWithUnread(response: ServerResponse, text: string): void {
  const { req: request } = response;
  const isLast = announceUnread(response);
  response.setHeader('Content-Length', Buffer.byteLength(text));
  if (!isLast || request.destroyed || mayNotEnd(request)) {
    response.end(text);
    // Node's requestTimeout bounds how long the rest may take.
    if (!request.complete) request.resume();
    return;
  }
  // Node cuts the connection as soon as the last response has ended: so it ends after the body.
  response.write(text);
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > DISCARDED_BYTES_MAX) response.end();
  });
  request.once('end', () => response.end());
}
