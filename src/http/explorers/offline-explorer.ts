import { findOptionalPackage } from '../../ports/optional-package.js';
import { FIRST_REQUEST, KEY_PLACE } from './first-request.js';

/** The part of altair-static that the gateway uses; the package is optional. */
interface Altair {
  readonly getDistDirectory: () => string;
  readonly renderAltair: (options: object) => string;
}

export interface OfflineExplorer {
  /** The folder of its scripts, styles and images. */
  readonly files: string;
  readonly page: (nonce: string, urls: ExplorerUrls) => string;
}

interface ExplorerUrls {
  readonly baseUrl: string;
  readonly graphqlUrl: string;
}

/**
 * Altair, from this installation: it calls no other host and keeps nothing in the browser, because
 * what it would keep includes the key. Undefined where it is not installed.
 */
export async function findOfflineExplorer(): Promise<OfflineExplorer | undefined> {
  const found = (await findOptionalPackage('altair-static')) as
    (Altair & { readonly default?: Altair }) | undefined;
  if (found === undefined) return undefined;
  const altair = found.default ?? found;
  return {
    files: altair.getDistDirectory(),
    page: (nonce, urls) => renderedBy(altair, nonce, urls),
  };
}

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

function renderedBy(altair: Altair, nonce: string, { baseUrl, graphqlUrl }: ExplorerUrls): string {
  return altair.renderAltair({
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
