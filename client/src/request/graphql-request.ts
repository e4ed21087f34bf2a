import { print, type DocumentNode } from 'graphql';
import type { GraphQLErrorLike } from '../client-errors.js';

/** One operation as it is sent. */
export interface GraphQLRequest {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface GraphQLResult<Data = Record<string, unknown>> {
  readonly data?: Data | null | undefined;
  readonly errors?: readonly GraphQLErrorLike[] | undefined;
}

export function toRequest(
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): GraphQLRequest {
  return { query: print(document), variables };
}
