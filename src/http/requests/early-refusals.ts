import { IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { GatewayError } from '../../errors.js';
import { GatewayResponse } from '../answers/gateway-response.js';
import type { Connections } from '../connections/open-connections.js';
import { endsUnread } from '../bodies/unread-body.js';
import { badRequest } from './bad-request.js';

export interface Refusal {
  readonly error: GatewayError;
  readonly headers?: Readonly<Record<string, string>>;
}

/** 5 s for a client to take the last answer of its connection. */
const LAST_WORD_MS = 5_000;

/** Chunks that may still come on a connection whose request could not be parsed; 64 kB each. */
const CHUNKS_AFTER_MAX = 64;

/**
 * Requests that Node would answer by itself, or that become no request at all: what cannot be parsed,
 * what comes too slowly, expectations, and WebSockets that are refused. All are given to the app,
 * which answers them as it answers everything else: in JSON, with a request id and a log line.
 */
export class EarlyRefusals {
  readonly #refusals = new WeakMap<IncomingMessage, Refusal>();
  readonly #chunksAfter = new WeakMap<Socket, number>();

  constructor(
    private readonly server: Server,
    private readonly connections: Connections,
  ) {
    server.on('clientError', (error: Error & { readonly code?: string }, connection: Duplex) => {
      this.#endUnparsed(connection as Socket, error.code ?? '');
    });
    server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
      this.#give(request, response, { error: new GatewayError('EXPECTATION_FAILED') });
    });
  }

  /** Undefined for a request that is to be served. */
  find(request: IncomingMessage): Refusal | undefined {
    return this.#refusals.get(request);
  }

  /** Answers a request that Node has handed over with its connection, and ends that. */
  endUpgrade(request: IncomingMessage, connection: Duplex, refusal: Refusal): void {
    const socket = connection as Socket;
    socket.on('error', () => undefined);
    socket.resume();
    this.#endBare(request, socket, refusal);
  }

  #endUnparsed(socket: Socket, code: string): void {
    const chunks = this.#chunksAfter.get(socket);
    this.#chunksAfter.set(socket, (chunks ?? 0) + 1);
    if (chunks !== undefined) {
      if (chunks > CHUNKS_AFTER_MAX) socket.destroy();
      return;
    }
    if (!socket.writable) {
      socket.destroy();
      return;
    }
    const refusal: Refusal = { error: parserError(code) };
    const unanswered = this.connections.unansweredOn(socket);
    const broken = unanswered.find(({ req }) => !req.complete);
    const last = unanswered.at(-1);
    if (broken?.headersSent === true) {
      socket.destroy();
    } else if (broken !== undefined) {
      endsUnread(broken.req);
      this.#give(broken.req, broken, refusal);
    } else if (last !== undefined) {
      // Those before are whole, and are answered first.
      last.once('close', () => {
        this.#endBare(emptyRequest(socket), socket, refusal);
      });
    } else {
      this.#endBare(emptyRequest(socket), socket, refusal);
    }
  }

  #endBare(request: IncomingMessage, socket: Socket, refusal: Refusal): void {
    if (!socket.writable) {
      socket.destroy();
      return;
    }
    const response = new GatewayResponse(request);
    response.shouldKeepAlive = false;
    response.assignSocket(socket);
    response.once('finish', () => {
      // A half-closed end: what the client still sends must not reset the answer on its way.
      socket.setTimeout(LAST_WORD_MS, () => socket.destroy());
      socket.end();
    });
    this.#give(request, response, refusal);
  }

  #give(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
    this.#refusals.set(request, refusal);
    this.server.emit('request', request, response);
  }
}

/** What Node's parser and timers say, as an error of ours. */
function parserError(code: string): GatewayError {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return new GatewayError('HEADERS_TOO_LARGE');
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return new GatewayError('PAYLOAD_TOO_LARGE', { detail: code });
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new GatewayError('REQUEST_TIMEOUT');
    default:
      return badRequest('no HTTP', { detail: code });
  }
}

/** Stands for a request of which nothing could be read. */
function emptyRequest(socket: Socket): IncomingMessage {
  const request = new IncomingMessage(socket);
  Object.assign(request, { method: '', url: '/', httpVersionMajor: 1, httpVersionMinor: 1 });
  return request;
}
