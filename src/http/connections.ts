import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** What is known of a connection. */
interface Connection {
  readonly open: Set<ServerResponse>;
  hasAsked: boolean;
}

/**
 * Which connections have a request open. Node's own closeIdleConnections passes over those that
 * have never sent one, as load balancers open them, and a stop would wait for them.
 */
export class Connections {
  readonly #connections = new Map<Socket, Connection>();
  #isEnding = false;

  constructor(server: Server) {
    server.on('connection', (socket: Socket) => {
      this.#connections.set(socket, { open: new Set(), hasAsked: false });
      socket.once('close', () => this.#connections.delete(socket));
    });
    server.on('request', ({ socket }, response) => {
      const connection = this.#connections.get(socket);
      if (connection === undefined) return;
      connection.hasAsked = true;
      connection.open.add(response);
      response.once('close', () => {
        connection.open.delete(response);
        if (this.#isEnding && connection.open.size === 0) socket.destroySoon();
      });
    });
    server.on('upgrade', ({ socket }) => {
      // Its life is the WebSocket's from here on.
      this.#connections.delete(socket);
    });
  }

  /** Whether a client may be about to ask again on a connection that it has used before. */
  get areKept(): boolean {
    return [...this.#connections.values()].some(({ hasAsked }) => hasAsked);
  }

  /**
   * Every answer from now on says that it is the last of its connection: a client that reads so
   * sends its next request elsewhere, instead of into a connection that has just been ended. Ends
   * those at once that have never asked anything.
   */
  announceEnd(): void {
    for (const [socket, { open, hasAsked }] of this.#connections) {
      if (!hasAsked) socket.destroySoon();
      for (const response of open) {
        if (!response.headersSent) response.setHeader('Connection', 'close');
      }
    }
  }

  /** Ends each connection as soon as no request is open on it. */
  endWhenIdle(): void {
    this.#isEnding = true;
    for (const [socket, { open }] of this.#connections) if (open.size === 0) socket.destroySoon();
  }
}
