import { setMaxListeners } from 'node:events';
import type { ServerResponse } from 'node:http';
import { gatewayResponse, type GatewayResponse } from '../answers/gateway-response.js';

/** The client ended its connection: there is no client to answer, and nothing is wrong here. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone';

  constructor() {
    super('The client ended the connection.');
  }
}

/**
 * Calls `end` once, when the response has been sent or its connection has gone; at once where that
 * has happened already. One listener for each response, however many wait for its end. See
 * Connections for responses that Node itself would never tell.
 */
export function whenOver(response: ServerResponse, end: () => void): void {
  if (response.destroyed) {
    end();
    return;
  }
  const own = gatewayResponse(response);
  if (own.ends === undefined) listen(own, [end]);
  else own.ends.push(end);
}

function listen(response: GatewayResponse, ends: (() => void)[]): void {
  response.ends = ends;
  response.once('close', () => {
    response.ends = undefined;
    for (const end of ends) end();
  });
}

/** A signal that aborts when the response is over: made when it is first asked for, as few ask. */
export class ResponseEnd {
  readonly #response: ServerResponse;
  #over: AbortController | undefined;

  constructor(response: ServerResponse) {
    this.#response = response;
  }

  get signal(): AbortSignal {
    if (this.#over === undefined) {
      const over = new AbortController();
      this.#over = over;
      // Each open read at Runway listens to it.
      setMaxListeners(0, over.signal);
      whenOver(this.#response, () => {
        // Without a reason Node would make an error for it, each time.
        over.abort(null);
      });
    }
    return this.#over.signal;
  }
}
