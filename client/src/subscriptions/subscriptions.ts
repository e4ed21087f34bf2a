import type { GatewayClientError } from '../client-errors.js';
import type { GraphQLRequest, GraphQLResult } from '../request/graphql-request.js';

/** What hears a subscription. Nothing follows `error` and `complete`. */
export interface SubscriptionSink {
  readonly next: (result: GraphQLResult) => void;
  readonly error: (error: GatewayClientError | Error) => void;
  readonly complete: () => void;
}

/** A transport of subscriptions. It reconnects by itself, and goes on where it was. */
export interface Subscriptions {
  /** Returns the function that ends it, after which the sink hears nothing. */
  readonly subscribe: (request: GraphQLRequest, sink: SubscriptionSink) => () => void;
}
