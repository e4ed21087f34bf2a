import { ServerResponse, type IncomingMessage } from 'node:http';
import type { Exchange } from '../requests/exchange.js';

/**
 * A response whose usual headers are one list until its head is written. Node keeps each header that
 * is set alone in an object, and takes that apart again: for thirty of them, as an answer has, that is
 * dearer than all else of writing it.
 *
 * What belongs to one request is kept here and in no WeakMap: V8's young collections keep the values of
 * an old WeakMap alive, and with them the request, until a full collection.
 */
export class GatewayResponse<
  Request extends IncomingMessage = IncomingMessage,
> extends ServerResponse<Request> {
  /** Undefined until the log of requests has begun it. */
  exchange: Exchange | undefined;
  /** Called when it is over: see whenOver. Undefined while nothing waits for that. */
  ends: (() => void)[] | undefined;
  #usual: readonly string[] = [];
  #added: string[] = [];

  /** Names and values in turn: what the answer has unless its route sets the header itself. */
  setUsual(headers: readonly string[]): void {
    this.#usual = headers;
  }

  /** One more line of a header. */
  addLine(name: string, value: string): void {
    this.#added.push(name, value);
  }

  /** Node calls it too, for an answer that is ended without. */
  override writeHead(status: number, ...rest: readonly unknown[]): this {
    const list = rest.length === 0 ? [] : rest[0];
    if (isList(list) && this.getHeaderNames().length === 0) {
      return super.writeHead(status, [...this.#usual, ...this.#added, ...list]);
    }
    for (let at = 0; at + 1 < this.#usual.length; at += 2) {
      const name = this.#usual[at] ?? '';
      if (!this.hasHeader(name)) this.setHeader(name, this.#usual[at + 1] ?? '');
    }
    for (let at = 0; at + 1 < this.#added.length; at += 2) {
      this.appendHeader(this.#added[at] ?? '', this.#added[at + 1] ?? '');
    }
    return super.writeHead(status, ...(rest as []));
  }
}

/** Each response of the server is one; express types it as its own. */
export function gatewayResponse(response: ServerResponse): GatewayResponse {
  if (response instanceof GatewayResponse) return response as GatewayResponse;
  throw new Error('This response was not made by the gateway.');
}

/** Names and values in turn, as writeHead takes them. */
function isList(headers: unknown): headers is readonly string[] {
  return Array.isArray(headers);
}
