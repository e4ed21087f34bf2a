import type { ServerResponse } from 'node:http';

/** The client ended its connection: there is no client to answer, and nothing is wrong here. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone';

  constructor() {
    super('The client ended the connection.');
  }
}

/**
 * Calls `end` once, when the response has been sent or its connection has gone; at once where that
 * has happened already. See Connections for responses that Node itself would never tell.
 */
export function whenOver(response: ServerResponse, end: () => void): void {
  if (response.destroyed) end();
  else response.once('close', end);
}
