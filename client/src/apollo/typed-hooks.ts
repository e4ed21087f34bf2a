import type { OperationVariables } from '@apollo/client';
import { useMutation, useQuery, useSubscription, type SkipToken } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';

/** Options may be left out where no variable is required. */
type OptionsOf<Options, Variables> =
  Record<string, never> extends Variables
    ? [options?: SkipToken | (Options & { readonly variables?: Variables })]
    : [options: SkipToken | (Options & { readonly variables: Variables })];

/** `useQuery` for one document. */
export function queryHook<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
) {
  return (
    ...[options]: OptionsOf<useQuery.Options<Data, Variables>, Variables>
  ): useQuery.Result<Data, Variables> =>
    useQuery(document, options as useQuery.Options<Data, Variables> & { variables: Variables });
}

/** Apollo's own overloads cannot be chosen for variables that are not known yet. */
const useAnyMutation = useMutation as unknown as <Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  options?: useMutation.Options<Data, Variables>,
) => useMutation.ResultTuple<Data, Variables>;

/** `useMutation` for one document. */
export function mutationHook<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
) {
  return (
    options?: useMutation.Options<Data, Variables>,
  ): useMutation.ResultTuple<Data, Variables> => useAnyMutation(document, options);
}

/** `useSubscription` for one document. */
export function subscriptionHook<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
) {
  return (
    ...[options]: OptionsOf<useSubscription.Options<Data, Variables>, Variables>
  ): useSubscription.Result<Data> =>
    useSubscription(document, options as useSubscription.Options<Data, Variables>);
}
