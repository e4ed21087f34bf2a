import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import {
  CloseCode,
  handleProtocols,
  makeServer,
  type Server,
  type SubscribePayload,
} from 'graphql-ws';
import { WebSocketServer } from 'ws';
import { formatError, toGatewayError } from '../api/format-error.js';
import type { Authenticator } from '../auth/authenticate.js';
import { GatewayError } from '../errors.js';
import type { DocumentCheck } from '../policy/check-document.js';
import type { Clock } from '../ports/clock.js';
import type { Context } from '../ports/context.js';
import type { Logger } from '../ports/logger.js';
import { newExchange } from './exchange.js';
import { formatResult } from './format-result.js';
import type { HttpLimits } from './limits.js';
import type { OpenStreams } from './open-streams.js';
import { parseRequest } from './parse-request.js';
import { Socket } from './socket.js';

interface WebSocketOptions {
  readonly schema: GraphQLSchema;
  readonly check: DocumentCheck;
  readonly authenticator: Authenticator;
  readonly streams: OpenStreams;
  readonly clock: Clock;
  readonly log: Logger;
  readonly limits: HttpLimits;
}

/** Closes that RFC 6455 has and graphql-transport-ws does not name. */
const GOING_AWAY = 1001;
const TRY_AGAIN_LATER = 1013;

/**
 * Subscriptions over WebSocket, in the subprotocol graphql-transport-ws. The protocol is
 * graphql-ws's; who may connect, what may be asked and what an error looks like are decided here, as
 * on HTTP.
 */
export class WebSockets {
  readonly #server: WebSocketServer;
  readonly #protocol: Server<Socket>;
  readonly #sockets = new Set<Socket>();
  readonly #stopping = new AbortController();
  #pinging: Promise<void> | undefined;

  constructor(private readonly options: WebSocketOptions) {
    this.#server = new WebSocketServer({
      noServer: true,
      maxPayload: options.limits.messageBytesMax,
      handleProtocols,
    });
    this.#protocol = this.#makeProtocol();
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
    const { clock, limits, log } = this.options;
    if (this.#stopping.signal.aborted || this.#sockets.size >= limits.socketsMax) {
      refuseUpgrade(connection, '503 Service Unavailable');
      return;
    }
    this.#server.handleUpgrade(request, connection, head, (webSocket) => {
      const socket = new Socket(webSocket, { clock, limits, log });
      this.#sockets.add(socket);
      const closed = this.#protocol.opened(socket, socket);
      socket.onClose((code, reason) => {
        this.#sockets.delete(socket);
        Promise.resolve(closed(code, reason)).catch((error: unknown) => {
          log.error({ err: error }, 'a socket could not be cleaned up');
        });
      });
    });
  }

  #makeProtocol(): Server<Socket> {
    const { authenticator, streams, limits, log, schema } = this.options;
    return makeServer<Record<string, unknown>, Socket>({
      connectionInitWaitTimeout: limits.connectionInitTimeoutMs,
      onConnect: async ({ connectionParams, extra: socket }) => {
        try {
          const viewer = await authenticator.authenticate(authorizationOf(connectionParams));
          const stream = streams.open(viewer, (why) => {
            if (why === 'credential') socket.close(CloseCode.Forbidden, 'Forbidden');
          });
          socket.admit(viewer, stream);
          return true;
        } catch (error) {
          const { code } = toGatewayError(error);
          if (code === 'UNAUTHENTICATED') return false;
          if (code === 'INTERNAL') throw error;
          socket.close(TRY_AGAIN_LATER, 'Try again later');
          return false;
        }
      },
      onSubscribe: ({ extra: socket, subscriptions }, id, payload) => {
        const context = this.#contextOf(socket);
        socket.contexts.set(id, context);
        if (Object.keys(subscriptions).length > limits.subscriptionsPerSocketMax) {
          return [asGraphQLError(new GatewayError('OVERLOADED', { detail: 'subscriptions' }))];
        }
        const verdict = this.#check(payload);
        if (verdict.isRefused) return verdict.errors;
        const { document, operation, variables } = verdict.request;
        return {
          schema,
          document,
          operationName: operation.name?.value,
          variableValues: variables,
          contextValue: context,
        };
      },
      onNext: ({ extra: socket }, id, _payload, _args, result) =>
        formatResult(result, socket.contexts.get(id) ?? newExchange(log)),
      onError: ({ extra: socket }, id, _payload, errors) => {
        const context = socket.contexts.get(id) ?? newExchange(log);
        socket.contexts.delete(id);
        return errors.map((error) => formatError(error, context));
      },
      onComplete: ({ extra: socket }, id) => {
        socket.contexts.delete(id);
      },
    });
  }

  #check(payload: SubscribePayload): ReturnType<DocumentCheck> {
    try {
      return this.options.check(parseRequest({ ...payload }), 'stream');
    } catch (error) {
      return { isRefused: true, errors: [asGraphQLError(toGatewayError(error))] };
    }
  }

  #contextOf({ viewer }: Socket): Context {
    if (viewer === undefined) throw new GatewayError('INTERNAL', { detail: 'no viewer' });
    return { viewer, idempotencyKey: null, ...newExchange(this.options.log) };
  }

  /** A peer that did not answer the last ping is gone, or does not read. */
  async #ping(): Promise<void> {
    const { signal } = this.#stopping;
    const { clock, limits } = this.options;
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

/** `authorization` in any case; undefined when there is none, or several. */
function authorizationOf(
  params: Readonly<Record<string, unknown>> | undefined,
): string | undefined {
  const values = Object.entries(params ?? {}).filter(
    ([name]) => name.toLowerCase() === 'authorization',
  );
  const [first, ...others] = values;
  return others.length === 0 && typeof first?.[1] === 'string' ? first[1] : undefined;
}

function asGraphQLError(originalError: GatewayError): GraphQLError {
  return new GraphQLError(originalError.message, { originalError });
}
