/** Known to the page and to the server, so it must be public. */
export const GATEWAY_URL = process.env.NEXT_PUBLIC_GATEWAY_URL ?? 'http://127.0.0.1:4000/graphql';
