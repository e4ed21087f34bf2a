import {
  Client,
  cacheExchange,
  CombinedError,
  fetchExchange,
  makeOperation,
  mapExchange,
  subscriptionExchange,
  type Exchange,
} from '@urql/core';
import { GatewayClientError, toGatewayClientError, unreachable } from './client-errors.js';
import { IDEMPOTENCY_HEADER, newIdempotencyKey, takesIdempotencyKey } from './idempotency.js';
import { authorizedFetch } from './request/authorized-fetch.js';
import { repeatingFetch } from './request/repeating-fetch.js';
import { sseSubscriptions } from './subscriptions/sse-subscriptions.js';
import type { Subscriptions } from './subscriptions/subscriptions.js';
import { wsSubscriptions, type OnConnection } from './subscriptions/ws-subscriptions.js';
import { realTiming, type Timing } from './timing.js';
import { TokenSource, type GetToken } from './token-source.js';

export interface UrqlClientOptions {
  /** The address of `/graphql`. */
  readonly url: string;
  /** Gives an API key or access token; asked again when the gateway no longer accepts the last one. */
  readonly getToken: GetToken;
  /** Transport of subscriptions; default `ws`. `sse` needs no WebSocket, and one connection for each. */
  readonly subscriptions?: 'ws' | 'sse';
  /** Before ours, which end in requests. Default: urql's cacheExchange. */
  readonly exchanges?: readonly Exchange[];
  readonly fetch?: typeof fetch;
  /** Where there is no global WebSocket: Node before 22. */
  readonly webSocketImpl?: unknown;
  readonly timing?: Timing;
  /** Told when the WebSocket of subscriptions opens, and when it is lost. Never with `sse`. */
  readonly onConnection?: OnConnection;
}

/** A urql client for the gateway: tokens, idempotency keys, retries, subscriptions. */
export function createUrqlClient(options: UrqlClientOptions): Client {
  const { url, getToken, timing = realTiming, webSocketImpl, onConnection } = options;
  const tokens = new TokenSource(getToken, timing);
  const fetch = options.fetch ?? globalThis.fetch.bind(globalThis);
  const subscriptions =
    options.subscriptions === 'sse'
      ? sseSubscriptions({ url, tokens, timing, fetch })
      : wsSubscriptions({ url, tokens, timing, webSocketImpl, onConnection });
  return new Client({
    url,
    // The gateway takes documents by POST alone.
    preferGetMethod: false,
    fetch: repeatingFetch(authorizedFetch({ tokens, fetch }), timing),
    exchanges: [
      ...(options.exchanges ?? [cacheExchange]),
      idempotencyExchange(),
      fetchExchange,
      gatewaySubscriptions(subscriptions),
    ],
  });
}

/** Gives a mutation that takes one its idempotency key: once, however often it is sent below. */
export function idempotencyExchange(): Exchange {
  return mapExchange({
    onOperation: (operation) => {
      if (operation.kind !== 'mutation' || !takesIdempotencyKey(operation.query)) return operation;
      const { fetchOptions } = operation.context;
      const given = (operation.variables as Readonly<Record<string, unknown>>)['idempotencyKey'];
      const key = typeof given === 'string' ? given : newIdempotencyKey();
      return makeOperation(operation.kind, operation, {
        ...operation.context,
        fetchOptions: () => {
          const before = typeof fetchOptions === 'function' ? fetchOptions() : fetchOptions;
          const headers = new Headers(before?.headers);
          if (!headers.has(IDEMPOTENCY_HEADER)) headers.set(IDEMPOTENCY_HEADER, key);
          return { ...before, headers: Object.fromEntries(headers) };
        },
      });
    },
  });
}

function gatewaySubscriptions(subscriptions: Subscriptions): Exchange {
  return subscriptionExchange({
    forwardSubscription: ({ query = '', operationName, variables }) => ({
      subscribe: (sink) => ({
        unsubscribe: subscriptions.subscribe(
          { query, operationName, variables: { ...variables } },
          {
            next: (result) => {
              sink.next(result as Parameters<typeof sink.next>[0]);
            },
            error: (error) => {
              sink.error(error);
            },
            complete: () => {
              sink.complete();
            },
          },
        ),
      }),
    }),
  });
}

/** The gateway's error behind what urql reports, e.g. in `useQuery(…)[0].error`. */
export function gatewayErrorOf(error: unknown): GatewayClientError | undefined {
  if (error instanceof GatewayClientError) return error;
  if (!(error instanceof CombinedError)) return undefined;
  const { networkError } = error;
  const [first] = error.graphQLErrors;
  if (first !== undefined) return toGatewayClientError(first, error);
  if (networkError === undefined) return undefined;
  return networkError instanceof GatewayClientError
    ? networkError
    : unreachable('The gateway cannot be reached.', networkError);
}

export { GatewayClientError } from './client-errors.js';
export type { GetToken } from './token-source.js';
