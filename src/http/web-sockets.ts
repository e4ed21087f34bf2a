import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL, handleProtocols } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import type { Clock } from '../ports/clock.js';
import { Socket } from './socket.js';
import { SocketSession, type SessionOptions } from './socket-session.js';

interface WebSocketOptions extends SessionOptions {
  readonly clock: Clock;
}

/** RFC 6455, 7.4.1. */
const GOING_AWAY = 1001;

/**
 * Subscriptions over WebSocket, in the subprotocol graphql-transport-ws: which sockets are open, and
 * whether their peers still live. What is said on one is its session's.
 */
export class WebSockets {
  readonly #options: WebSocketOptions;
  readonly #server: WebSocketServer;
  readonly #sockets = new Set<Socket>();
  readonly #stopping = new AbortController();
  #pinging: Promise<void> | undefined;

  constructor(options: WebSocketOptions) {
    this.#options = options;
    this.#server = new WebSocketServer({
      noServer: true,
      maxPayload: options.limits.messageBytesMax,
      handleProtocols,
    });
  }

  start(): void {
    this.#pinging ??= this.#ping();
  }

  /** Closes every socket with 1001; what has not closed when `cut` is called is cut. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    for (const socket of this.#sockets) socket.close(GOING_AWAY, 'Going away');
    await this.#pinging;
  }

  cut(): void {
    for (const socket of this.#sockets) socket.terminate();
  }

  /** Takes over a connection whose client asked for a WebSocket on the right path. */
  accept(request: IncomingMessage, connection: Duplex, head: Buffer): void {
    const { clock, limits, log } = this.#options;
    if (this.#stopping.signal.aborted || this.#sockets.size >= limits.socketsMax) {
      refuseUpgrade(connection, '503 Service Unavailable');
      return;
    }
    this.#server.handleUpgrade(request, connection, head, (webSocket) => {
      const socket = new Socket(webSocket, { clock, limits, log });
      this.#sockets.add(socket);
      socket.onClose(() => {
        this.#sockets.delete(socket);
      });
      if (socket.protocol === GRAPHQL_TRANSPORT_WS_PROTOCOL) {
        new SocketSession(socket, this.#options);
      } else {
        socket.close(CloseCode.SubprotocolNotAcceptable, 'Subprotocol not acceptable');
      }
    });
  }

  /** A peer that did not answer the last ping is gone, or does not read. */
  async #ping(): Promise<void> {
    const { signal } = this.#stopping;
    const { clock, limits } = this.#options;
    for (;;) {
      await clock.sleep(limits.pingIntervalMs, signal);
      if (signal.aborted) return;
      for (const socket of this.#sockets) socket.ping();
    }
  }
}

/** Ends a connection that asked for a WebSocket which it does not get. */
export function refuseUpgrade(connection: Duplex, status: string): void {
  connection.on('error', () => undefined);
  connection.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
