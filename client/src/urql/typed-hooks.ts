import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import {
  useMutation,
  useQuery,
  useSubscription,
  type AnyVariables,
  type SubscriptionHandler,
  type UseMutationResponse,
  type UseQueryArgs,
  type UseQueryResponse,
  type UseSubscriptionArgs,
  type UseSubscriptionResponse,
} from 'urql';

type Args<All> = Omit<All, 'query'>;

/** `useQuery` for one document. */
export function queryHook<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
) {
  return (args: Args<UseQueryArgs<Variables, Data>>): UseQueryResponse<Data, Variables> =>
    useQuery<Data, Variables>({ ...args, query: document } as UseQueryArgs<Variables, Data>);
}

/** `useMutation` for one document. */
export function mutationHook<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
) {
  return (): UseMutationResponse<Data, Variables> => useMutation<Data, Variables>(document);
}

/** `useSubscription` for one document. */
export function subscriptionHook<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
) {
  return <Result = Data>(
    args: Args<UseSubscriptionArgs<Variables, Data>>,
    handler?: SubscriptionHandler<Data, Result>,
  ): UseSubscriptionResponse<Result, Variables> =>
    useSubscription<Data, Result, Variables>(
      { ...args, query: document } as UseSubscriptionArgs<Variables, Data>,
      handler,
    );
}
