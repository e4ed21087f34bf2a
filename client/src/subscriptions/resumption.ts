import type { GraphQLRequest, GraphQLResult } from '../request/graphql-request.js';

/** An `$after` among the variables of the operation: its subscription can go on from a cursor. */
const DECLARES_AFTER = /\$after\s*:/;

/**
 * Where a subscription stands: the request that continues it after the last event that was told. One
 * without `$after` begins anew, with a snapshot.
 */
export class Resumption {
  readonly #request: GraphQLRequest;
  readonly #canResume: boolean;
  #after: string | undefined;

  constructor(request: GraphQLRequest) {
    this.#request = request;
    this.#canResume = DECLARES_AFTER.test(request.query);
  }

  get request(): GraphQLRequest {
    const { variables } = this.#request;
    if (this.#after === undefined) return this.#request;
    return { ...this.#request, variables: { ...variables, after: this.#after } };
  }

  note({ data }: GraphQLResult): void {
    if (!this.#canResume) return;
    for (const event of Object.values(data ?? {})) {
      const cursor = (event as { readonly cursor?: unknown } | null)?.cursor;
      if (typeof cursor === 'string') this.#after = cursor;
    }
  }
}
