import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Which connections have a request open. Node's own closeIdleConnections passes over those that
 * have never sent one, as load balancers open them, and a stop would wait for them.
 */
export class Connections {
  readonly #openRequests = new Map<Socket, number>();
  #isClosing = false;

  constructor(server: Server) {
    server.on('connection', (socket: Socket) => {
      this.#openRequests.set(socket, 0);
      socket.once('close', () => this.#openRequests.delete(socket));
    });
    server.on('request', ({ socket }, response) => {
      this.#count(socket, 1);
      response.once('close', () => {
        this.#count(socket, -1);
      });
    });
    server.on('upgrade', ({ socket }) => {
      // Its life is the WebSocket's from here on.
      this.#openRequests.delete(socket);
    });
  }

  /** Ends each connection as soon as no request is open on it. */
  closeWhenIdle(): void {
    this.#isClosing = true;
    for (const [socket, count] of this.#openRequests) if (count === 0) socket.destroySoon();
  }

  #count(socket: Socket, change: 1 | -1): void {
    const count = this.#openRequests.get(socket);
    if (count === undefined) return;
    this.#openRequests.set(socket, count + change);
    if (this.#isClosing && count + change === 0) socket.destroySoon();
  }
}
