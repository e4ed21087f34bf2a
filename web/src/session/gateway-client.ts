import type { Client } from '@urql/core';
import { createUrqlClient } from '../../../client/src/urql.js';

/** A client of the gateway that served this page. */
export function gatewayClient(
  getToken: () => string | Promise<string>,
  onConnection?: (state: 'open' | 'lost') => void,
): Client {
  return createUrqlClient({
    url: `${window.location.origin}/graphql`,
    getToken,
    ...(onConnection && { onConnection }),
  });
}
