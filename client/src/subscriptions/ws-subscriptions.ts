import { createClient, type Client, type SubscribePayload } from 'graphql-ws';
import { GatewayClientError, toGatewayClientError, unreachable } from '../client-errors.js';
import type { GraphQLErrorLike } from '../client-errors.js';
import { ATTEMPTS_MAX, pauseMs, type Timing } from '../timing.js';
import type { TokenSource } from '../token-source.js';
import { Resumption } from './resumption.js';
import type { Subscriptions } from './subscriptions.js';

/** Close codes of the gateway. Source: docs/clients.md */
const CREDENTIAL_REFUSED = 4401;
const CREDENTIAL_EXPIRED = 4403;

export interface WsOptions {
  /** The address of `/graphql`, http(s) or ws(s). */
  readonly url: string;
  readonly tokens: TokenSource;
  readonly timing: Timing;
  /** Where there is no global WebSocket: Node before 22. */
  readonly webSocketImpl?: unknown;
  /** Told when the socket opens, and when it is lost: while no new one opens, no event comes. */
  readonly onConnection?: OnConnection | undefined;
}

export type OnConnection = (state: 'open' | 'lost') => void;

/** The socket was closed because no subscription needs it. */
const NORMAL_CLOSE = 1000;

/**
 * Subscriptions over one WebSocket (`graphql-transport-ws`). A new socket has a fresh token, and each
 * subscription goes on after its last cursor.
 */
export function wsSubscriptions(options: WsOptions): Subscriptions {
  let client: Client | undefined;
  return {
    subscribe: (request, sink) => {
      const resumption = new Resumption(request);
      // graphql-ws sends this object again on each new socket, as it is by then.
      const payload: SubscribePayload = {
        query: request.query,
        ...(request.operationName !== undefined && { operationName: request.operationName }),
        get variables() {
          return { ...resumption.request.variables };
        },
      };
      let hasRenewed = false;
      let hasEnded = false;
      client ??= createSockets(options);
      const sockets = client;
      let end = open();
      function open(): () => void {
        return sockets.subscribe(payload, {
          next: (result) => {
            if (hasEnded) return;
            hasRenewed = false;
            resumption.note(result);
            sink.next(result);
          },
          error: (error) => {
            if (hasEnded) return;
            if (closeCodeOf(error) !== CREDENTIAL_REFUSED || hasRenewed) {
              sink.error(toError(error));
              return;
            }
            // Once: the token may have been replaced since.
            hasRenewed = true;
            end = open();
          },
          complete: () => {
            if (!hasEnded) sink.complete();
          },
        });
      }
      return () => {
        hasEnded = true;
        end();
      };
    },
  };
}

/** Throws where there is no WebSocket: only a page that subscribes needs one. */
function createSockets({ url, tokens, timing, webSocketImpl, onConnection }: WsOptions): Client {
  return createClient({
    url: url.replace(/^http/, 'ws'),
    ...(webSocketImpl !== undefined && { webSocketImpl }),
    connectionParams: async () => ({ authorization: `Bearer ${await tokens.current()}` }),
    // A token that could not be had may be had later, and a close may pass: graphql-ws itself gives up on
    // those that cannot.
    shouldRetry: () => true,
    retryAttempts: ATTEMPTS_MAX,
    retryWait: (retries) => timing.sleep(pauseMs(retries + 1, timing.random)),
    on: {
      connected: () => onConnection?.('open'),
      closed: (event) => {
        const code = closeCodeOf(event);
        if (code === CREDENTIAL_EXPIRED || code === CREDENTIAL_REFUSED) tokens.expire();
        else if (code !== NORMAL_CLOSE) onConnection?.('lost');
      },
    },
  });
}

function closeCodeOf(event: unknown): number | undefined {
  const { code } = (event ?? {}) as { readonly code?: unknown };
  return typeof code === 'number' ? code : undefined;
}

/** What graphql-ws hands on: the errors of a refused subscription, an error, or a close. */
function toError(error: unknown): GatewayClientError | Error {
  if (Array.isArray(error)) {
    const [first] = error as readonly GraphQLErrorLike[];
    if (first !== undefined) return toGatewayClientError(first);
  }
  if (closeCodeOf(error) === CREDENTIAL_REFUSED) {
    return new GatewayClientError({
      code: 'UNAUTHENTICATED',
      message: 'A valid API key or access token is required.',
      retryable: false,
      cause: error,
    });
  }
  return unreachable('The WebSocket closed and could not be opened again.', error);
}
