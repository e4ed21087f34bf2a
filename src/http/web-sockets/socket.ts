import type { Duplex } from 'node:stream';
import { CloseCode } from 'graphql-ws';
import { WebSocket } from 'ws';
import { TokenBucket } from '../../concurrency/token-bucket.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { HttpLimits } from '../http-limits.js';
import { textFrame } from './text-frame.js';

/** RFC 6455, 7.4.1: the peer broke a rule of this server. */
const POLICY_VIOLATION = 1008;

/** One WebSocket, bounded in what it takes in and in what it holds back. */
export class Socket {
  readonly protocol: string;
  /** Viewer.subject, for the log; undefined until the peer has shown a credential. */
  subject: string | undefined;
  readonly #webSocket: WebSocket;
  readonly #connection: Duplex;
  readonly #log: Logger;
  readonly #unsentBytesMax: number;
  #isAlive = true;
  /** Of all subscriptions of the socket. */
  #draining: Promise<void> | undefined;

  /** `connection`: the one that the WebSocket speaks on. */
  constructor(
    webSocket: WebSocket,
    connection: Duplex,
    options: { readonly clock: Clock; readonly limits: HttpLimits; readonly log: Logger },
  ) {
    const { clock, limits, log } = options;
    this.#webSocket = webSocket;
    this.#connection = connection;
    this.#log = log;
    this.#unsentBytesMax = limits.unsentBytesMax;
    this.protocol = webSocket.protocol;
    const { messagesBurst: full, messagesPerSecond: perSecond } = limits;
    const messages = new TokenBucket({ full, perSecond }, clock.now());
    const count = (): void => {
      if (!messages.take(clock.now())) this.close(POLICY_VIOLATION, 'Too many messages');
    };
    webSocket.on('message', count);
    webSocket.on('ping', count);
    webSocket.on('pong', () => {
      count();
      this.#isAlive = true;
    });
    // ws closes by itself after an error of the peer: 1009 for a message that is too long, 1008 for one
    // in too many pieces.
    webSocket.on('error', (error) => {
      log.debug({ err: error }, 'a socket failed');
    });
  }

  /**
   * One text message of these parts, in UTF-8. What it returns resolves when the peer has taken enough
   * of what waits for it: until then its subscriptions are not pulled on. Undefined: at once. Written past
   * ws, which would frame it anew for each socket; it has no compression and no queue of its own here.
   */
  send(...parts: readonly Buffer[]): Promise<void> | undefined {
    if (!this.#isOpen) return undefined;
    const frame = textFrame(...parts);
    if (this.#connection.writableLength + frame.length > this.#unsentBytesMax) {
      this.#log.info({ subject: this.subject }, 'a socket that does not read is cut');
      this.terminate();
      return undefined;
    }
    if (this.#connection.write(frame)) return undefined;
    return (this.#draining ??= this.#drained());
  }

  close(code: number, reason: string): void {
    this.#webSocket.close(code, reason);
  }

  terminate(): void {
    this.#webSocket.terminate();
  }

  ping(): void {
    if (!this.#isAlive) {
      this.terminate();
      return;
    }
    this.#isAlive = false;
    if (this.#isOpen) this.#webSocket.ping();
  }

  onMessage(handle: (data: string) => Promise<void>): void {
    this.#webSocket.on('message', (data) => {
      if (!this.#isOpen) return;
      // One Buffer: ws gives others only when its binaryType is changed.
      handle((data as Buffer).toString('utf8')).catch((error: unknown) => {
        this.#log.error({ err: error }, 'a message could not be handled');
        this.close(CloseCode.InternalServerError, 'Internal server error');
      });
    });
  }

  onClose(handle: () => void): void {
    this.#webSocket.once('close', handle);
  }

  /** Resolves too when the connection ends. */
  async #drained(): Promise<void> {
    const connection = this.#connection;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        connection.off('drain', done).off('close', done);
        resolve();
      };
      connection.on('drain', done).on('close', done);
    });
    this.#draining = undefined;
  }

  get #isOpen(): boolean {
    return this.#webSocket.readyState === WebSocket.OPEN;
  }
}
