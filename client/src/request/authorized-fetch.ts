import type { TokenSource } from '../token-source.js';

/** The gateway as a client reaches it. */
export interface Connection {
  /** The address of `/graphql`. */
  readonly url: string;
  readonly tokens: TokenSource;
  readonly fetch: typeof fetch;
}

/**
 * A fetch that adds the token. With a refused token it sends the request once more with a fresh one: a
 * request that was not authenticated has done nothing.
 */
export function authorizedFetch({ tokens, fetch }: Omit<Connection, 'url'>): typeof fetch {
  const attempt: typeof fetch = async (input, init) => {
    const token = await tokens.current();
    const headers = new Headers(init?.headers);
    headers.set('authorization', `Bearer ${token}`);
    const response = await fetch(input, { ...init, headers });
    if (response.status === 401) tokens.refuse(token);
    return response;
  };
  return async (input, init) => {
    const first = await attempt(input, init);
    if (first.status !== 401) return first;
    await first.body?.cancel();
    return await attempt(input, init);
  };
}
