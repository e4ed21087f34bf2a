import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A Runway that takes nothing: it notes each request and cuts the connection. */
export class ClosedRunway {
  /** Method and path of each request. */
  readonly requests: string[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer(({ method = '', url = '', socket }) => {
      this.requests.push(`${method} ${url}`);
      socket.destroy();
    });
  }

  static async open(): Promise<ClosedRunway> {
    const runway = new ClosedRunway();
    runway.#server.listen(0, '127.0.0.1');
    await once(runway.#server, 'listening');
    return runway;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  /** Requests that could have bought something. */
  get posts(): readonly string[] {
    return this.requests.filter((request) => request.startsWith('POST '));
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
