import {
  ApolloClient,
  ApolloLink,
  CombinedGraphQLErrors,
  HttpLink,
  InMemoryCache,
  type ApolloCache,
} from '@apollo/client';
import { OperationTypeNode } from 'graphql';
import { errorLink, idempotencyLink, subscriptionLink } from './apollo/gateway-links.js';
import { GatewayClientError, toGatewayClientError } from './client-errors.js';
import { authorizedFetch } from './request/authorized-fetch.js';
import { repeatingFetch } from './request/repeating-fetch.js';
import { sseSubscriptions } from './subscriptions/sse-subscriptions.js';
import { wsSubscriptions } from './subscriptions/ws-subscriptions.js';
import { realTiming, type Timing } from './timing.js';
import { TokenSource, type GetToken } from './token-source.js';

export interface GatewayClientOptions {
  /** The address of `/graphql`. */
  readonly url: string;
  /** Gives an API key or access token; asked again when the gateway no longer accepts the last one. */
  readonly getToken: GetToken;
  /** Transport of subscriptions; default `ws`. `sse` needs no WebSocket, and one connection for each. */
  readonly subscriptions?: 'ws' | 'sse';
  /** Default: a new InMemoryCache. */
  readonly cache?: ApolloCache;
  readonly fetch?: typeof fetch;
  /** Where there is no global WebSocket: Node before 22. */
  readonly webSocketImpl?: unknown;
  readonly timing?: Timing;
}

/** An Apollo Client for the gateway: tokens, typed errors, idempotency keys, retries, subscriptions. */
export function createGatewayClient(options: GatewayClientOptions): ApolloClient {
  return new ApolloClient({
    link: createGatewayLink(options),
    cache: options.cache ?? new InMemoryCache(),
  });
}

/** The same as a link, for an ApolloClient of your own. */
export function createGatewayLink(options: GatewayClientOptions): ApolloLink {
  const { url, getToken, timing = realTiming, webSocketImpl } = options;
  const tokens = new TokenSource(getToken, timing);
  const fetch = options.fetch ?? globalThis.fetch.bind(globalThis);
  const send = repeatingFetch(authorizedFetch({ tokens, fetch }), timing);
  const http = ApolloLink.from([
    idempotencyLink(),
    errorLink(),
    new HttpLink({ uri: url, fetch: send }),
  ]);
  const subscriptions =
    options.subscriptions === 'sse'
      ? sseSubscriptions({ url, tokens, timing, fetch })
      : wsSubscriptions({ url, tokens, timing, webSocketImpl });
  return ApolloLink.split(
    ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
    subscriptionLink(subscriptions),
    http,
  );
}

/** The gateway's error behind what Apollo Client reports, e.g. in `useQuery(…).error`. */
export function gatewayErrorOf(error: unknown): GatewayClientError | undefined {
  if (error instanceof GatewayClientError) return error;
  if (!CombinedGraphQLErrors.is(error)) return undefined;
  const [first] = error.errors;
  return first === undefined ? undefined : toGatewayClientError(first, error);
}

export { GatewayClientError } from './client-errors.js';
export type { GetToken } from './token-source.js';
