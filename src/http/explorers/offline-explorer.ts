import { getDistDirectory, renderAltair } from 'altair-static';
import { FIRST_REQUEST, KEY_PLACE } from './first-request.js';

/** Its own files and this gateway. Its editor styles itself, and checks documents in a worker. */
export function offlineExplorerCsp(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "base-uri 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The folder of its scripts, styles and images. */
export const offlineExplorerFiles = getDistDirectory();

/**
 * Altair, from this installation: it calls no other host and keeps nothing in the browser, because
 * what it would keep includes the key.
 */
export function offlineExplorerPage(
  nonce: string,
  { baseUrl, graphqlUrl }: { readonly baseUrl: string; readonly graphqlUrl: string },
): string {
  return renderAltair({
    baseURL: baseUrl,
    cspNonce: nonce,
    endpointURL: graphqlUrl,
    subscriptionsEndpoint: graphqlUrl,
    initialSubscriptionRequestHandlerId: 'graphql-sse',
    initialQuery: FIRST_REQUEST.document,
    initialVariables: JSON.stringify(FIRST_REQUEST.variables, null, 2),
    initialAuthorization: { type: 'bearer', data: { token: KEY_PLACE } },
    initialSettings: {
      'schema.reloadOnStart': false,
      'alert.disableUpdateNotification': true,
      'banners.disable': true,
      disablePushNotification: true,
    },
    preserveState: false,
    disableAccount: true,
  });
}
