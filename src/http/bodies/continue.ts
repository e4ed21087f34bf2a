import type { IncomingMessage, Server, ServerResponse } from 'node:http';

const awaiting = new WeakSet<IncomingMessage>();

/**
 * Leaves `Expect: 100-continue` to the route: the client hears `100 Continue` when its body is about
 * to be read, so that a refusal spares it the body.
 */
export function continueWhenRead(server: Server): void {
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    awaiting.add(request);
    server.emit('request', request, response);
  });
}

export function isAwaitingContinue(request: IncomingMessage): boolean {
  return awaiting.has(request);
}

/** Tells a client that waits for it to send its body. */
export function sendContinue(response: ServerResponse): void {
  if (awaiting.delete(response.req)) response.writeContinue();
}
