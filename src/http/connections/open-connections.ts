import type { Server, ServerResponse } from 'node:http';
import { Server as TlsServer } from 'node:https';
import type { Socket } from 'node:net';
import type { Clock } from '../../ports/clock.js';
import { whenOver } from './client-gone.js';

/**
 * Which connections have a request open. Node's own closeIdleConnections passes over those that
 * have never sent one, as load balancers open them, and a stop would wait for them.
 */
export class Connections {
  /** With the responses that have not ended. */
  readonly #open = new Map<Socket, Set<ServerResponse>>();
  readonly #clock: Pick<Clock, 'monotonicMs'>;
  /** Whose TLS handshake is not over, by the client's end. */
  readonly #handshaking = new Map<string, Socket>();
  #isEnding = false;
  /** When a connection was made, or an answer ended. */
  #silentSinceMs: number;

  constructor(server: Server, clock: Pick<Clock, 'monotonicMs'>) {
    this.#clock = clock;
    this.#silentSinceMs = clock.monotonicMs();
    if (server instanceof TlsServer) {
      server.on('connection', (socket: Socket) => {
        this.#awaitHandshake(socket);
      });
      server.on('secureConnection', (socket: Socket) => {
        this.#handshaking.delete(endOf(socket));
        this.#add(socket);
      });
    } else {
      server.on('connection', (socket: Socket) => {
        this.#add(socket);
      });
    }
    server.on('request', ({ socket }, response) => {
      const unanswered = this.#open.get(socket);
      if (unanswered === undefined) return;
      unanswered.add(response);
      whenOver(response, () => {
        unanswered.delete(response);
        this.#silentSinceMs = clock.monotonicMs();
        if (this.#isEnding && unanswered.size === 0) socket.destroySoon();
      });
    });
    server.on('upgrade', ({ socket }) => {
      // Its life is the WebSocket's from here on.
      this.#open.delete(socket);
    });
  }

  #add(socket: Socket): void {
    this.#open.set(socket, new Set());
    this.#silentSinceMs = this.#clock.monotonicMs();
    socket.once('close', () => {
      // After Node has told the response that it was sending.
      setImmediate(() => {
        this.#tellTheRest(socket);
      });
    });
    if (this.#isEnding) socket.destroySoon();
  }

  #awaitHandshake(socket: Socket): void {
    const end = endOf(socket);
    this.#handshaking.set(end, socket);
    socket.once('close', () => {
      if (this.#handshaking.get(end) === socket) this.#handshaking.delete(end);
    });
  }

  /**
   * Every answer from now on says that it is the last of its connection: a client that reads so
   * sends its next request elsewhere, instead of into a connection that has just been ended.
   */
  announceEnd(): void {
    for (const unanswered of this.#open.values()) {
      for (const response of unanswered) {
        if (!response.headersSent) response.setHeader('Connection', 'close');
      }
    }
  }

  /** Responses on a connection whose request has not been answered yet, in the order of requests. */
  unansweredOn(socket: Socket): readonly ServerResponse[] {
    return [...(this.#open.get(socket) ?? [])];
  }

  /** Node never tells a response that waited behind another one (pipelining) that it is over. */
  #tellTheRest(socket: Socket): void {
    const unanswered = this.unansweredOn(socket);
    this.#open.delete(socket);
    for (const response of unanswered) {
      response.destroy();
      response.emit('close');
    }
  }

  /** How long no connection has carried anything; 0 while a request is open. */
  get silentMs(): number {
    for (const unanswered of this.#open.values()) if (unanswered.size > 0) return 0;
    return this.#clock.monotonicMs() - this.#silentSinceMs;
  }

  /** Ends each connection as soon as no request is open on it. */
  endWhenIdle(): void {
    this.#isEnding = true;
    for (const socket of this.#handshaking.values()) socket.destroy();
    for (const [socket, open] of this.#open) if (open.size === 0) socket.destroySoon();
  }
}

/** The same for a connection and for the TLS over it, which Node does not tie together. */
function endOf({ remoteAddress = '', remotePort = 0 }: Socket): string {
  return `${remoteAddress} ${String(remotePort)}`;
}
