import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL, handleProtocols } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { toGatewayError } from '../../api/errors/format-error.js';
import { Loop } from '../../concurrency/loop.js';
import { GatewayError } from '../../errors.js';
import { badRequest } from '../requests/bad-request.js';
import type { Clock } from '../../ports/clock.js';
import type { AddressPlaces } from '../connections/address-places.js';
import type { EarlyRefusals } from '../requests/early-refusals.js';
import { Socket } from './socket.js';
import { SocketSession, type SessionOptions } from './socket-session.js';

interface WebSocketOptions extends SessionOptions {
  readonly clock: Clock;
  readonly places: AddressPlaces;
  /** Answers a request that gets no WebSocket, and ends its connection. */
  readonly refuse: EarlyRefusals['endUpgrade'];
}

/** RFC 6455, 4.4: the versions that ws speaks. */
const PROTOCOL_VERSIONS = '13, 8';

/**
 * Frames that one message may come in, and pieces in which the network may bring one frame: each takes
 * some 200 bytes, however little is in it. Clients send a message as one frame.
 */
const FRAMES_MAX = 64;
const PIECES_MAX = 1_024;

const RETRY_AFTER_MS = 5_000;

/** RFC 6455, 7.4.1: a client that has done, goes away, says nothing, or is cut off. */
const USUAL_CLOSES: ReadonlySet<number> = new Set([1000, 1001, 1005, 1006]);

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
  readonly #pings: Loop;
  #isStopping = false;

  constructor(options: WebSocketOptions) {
    this.#options = options;
    this.#pings = new Loop({
      name: 'pings of sockets',
      clock: options.clock,
      log: options.log,
      idleMsMax: options.limits.pingIntervalMs,
      round: () => this.#ping(),
    });
    this.#server = new WebSocketServer({
      noServer: true,
      maxPayload: options.limits.messageBytesMax,
      maxFragments: FRAMES_MAX,
      maxBufferedChunks: PIECES_MAX,
      handleProtocols,
    });
    // ws would answer by itself, in plain text.
    this.#server.on('wsClientError', (_error, connection, request) => {
      const headers = { 'Sec-WebSocket-Version': PROTOCOL_VERSIONS };
      options.refuse(request, connection, { error: badRequest('no WebSocket'), headers });
    });
  }

  start(): void {
    this.#pings.start();
  }

  /** Closes every socket with 1001; what has not closed when `cut` is called is cut. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    for (const socket of this.#sockets) socket.close(GOING_AWAY, 'Going away');
    await this.#pings.stop();
  }

  cut(): void {
    for (const socket of this.#sockets) socket.terminate();
  }

  /** Takes over a connection whose client asked for a WebSocket on the right path. */
  accept(request: IncomingMessage, connection: Duplex, head: Buffer): void {
    try {
      const leave = this.#enter(request);
      // Not the WebSocket's end: a handshake that fails has none.
      connection.once('close', leave);
      if (connection.destroyed) leave();
    } catch (error) {
      this.#options.refuse(request, connection, { error: toGatewayError(error) });
      return;
    }
    this.#server.handleUpgrade(request, connection, head, (webSocket) => {
      this.#open(webSocket, connection, request);
    });
  }

  /** Throws SHUTTING_DOWN and OVERLOADED. */
  #enter(request: IncomingMessage): () => void {
    const { limits, places, addresses } = this.#options;
    if (this.#isStopping || this.#sockets.size >= limits.socketsMax) {
      const code = this.#isStopping ? 'SHUTTING_DOWN' : 'OVERLOADED';
      throw new GatewayError(code, { retryAfterMs: RETRY_AFTER_MS });
    }
    return places.take(addresses.of(request));
  }

  #open(webSocket: WebSocket, connection: Duplex, request: IncomingMessage): void {
    const { clock, limits, log } = this.#options;
    const socket = new Socket(webSocket, connection, { clock, limits, log });
    this.#sockets.add(socket);
    socket.onClose(() => {
      this.#sockets.delete(socket);
    });
    webSocket.once('close', (closeCode) => {
      const level = USUAL_CLOSES.has(closeCode) ? 'debug' : 'info';
      log[level]({ subject: socket.subject, closeCode }, 'socket closed');
    });
    if (socket.protocol === GRAPHQL_TRANSPORT_WS_PROTOCOL) {
      new SocketSession(socket, request, this.#options);
    } else {
      socket.close(CloseCode.SubprotocolNotAcceptable, 'Subprotocol not acceptable');
    }
  }

  /** A peer that did not answer the last ping is gone, or does not read. */
  async #ping(): Promise<null> {
    for (const socket of this.#sockets) socket.ping();
    return null;
  }
}
