import { ApolloLink, Observable } from '@apollo/client';
import { print } from 'graphql';
import {
  GatewayClientError,
  hasData,
  toGatewayClientError,
  unreachable,
} from '../client-errors.js';
import { IDEMPOTENCY_HEADER, newIdempotencyKey, takesIdempotencyKey } from '../idempotency.js';
import type { GraphQLResult } from '../request/graphql-request.js';
import type { Subscriptions } from '../subscriptions/subscriptions.js';

/** Gives a mutation that takes one its idempotency key: once, however often it is sent below. */
export function idempotencyLink(): ApolloLink {
  return new ApolloLink((operation, forward) => {
    if (takesIdempotencyKey(operation.query, operation.operationName)) {
      const { idempotencyKey, headers } = operation.getContext() as {
        readonly idempotencyKey?: string;
        readonly headers?: Readonly<Record<string, string>>;
      };
      const given: unknown = idempotencyKey ?? operation.variables['idempotencyKey'];
      const key = typeof given === 'string' ? given : newIdempotencyKey();
      operation.setContext({ headers: { ...headers, [IDEMPOTENCY_HEADER]: key } });
    }
    return forward(operation);
  });
}

/**
 * Every failure becomes a GatewayClientError: an answer without any data, and what the network or a
 * proxy did. An answer with some data stays as it is; `gatewayErrorOf` reads its errors.
 */
export function errorLink(): ApolloLink {
  return new ApolloLink(
    (operation, forward) =>
      new Observable((observer) =>
        forward(operation).subscribe({
          next: (result) => {
            const { errors = [], data } = result as GraphQLResult;
            const [error] = errors;
            if (error === undefined || hasData(data)) observer.next(result);
            else observer.error(toGatewayClientError(error));
          },
          error: (error: unknown) => {
            observer.error(toClientError(error));
          },
          complete: () => {
            observer.complete();
          },
        }),
      ),
  );
}

/** Hands subscriptions to a transport that reconnects and resumes by itself. */
export function subscriptionLink(subscriptions: Subscriptions): ApolloLink {
  return new ApolloLink(
    ({ query, operationName, variables }) =>
      new Observable((observer) =>
        subscriptions.subscribe(
          { query: print(query), operationName, variables },
          {
            next: (result) => {
              observer.next(result as ApolloLink.Result);
            },
            error: (error) => {
              observer.error(error);
            },
            complete: () => {
              observer.complete();
            },
          },
        ),
      ),
  );
}

function toClientError(error: unknown): unknown {
  if (error instanceof GatewayClientError || isAbort(error)) return error;
  return unreachable('The gateway cannot be reached.', error);
}

function isAbort(error: unknown): boolean {
  return (error as { readonly name?: unknown } | null)?.name === 'AbortError';
}
