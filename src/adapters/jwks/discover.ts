import { isHttpsOrLocal } from '../../domain/web-address.js';
import type { OutwardHttp } from '../../ports/outward/outward-http.js';
import { fetchJson } from './fetch-json.js';

/**
 * Where an issuer publishes its keys, from its metadata: OpenID Connect Discovery, then RFC 8414.
 * Throws when it has none, or they name another issuer.
 */
export async function discoverJwksUri(issuer: string, outward: OutwardHttp): Promise<string> {
  for (const url of metadataUrls(issuer)) {
    const metadata = await fetchJson(url, outward);
    if (metadata === undefined) continue;
    const { issuer: named, jwks_uri: uri } = Object(metadata) as Readonly<Record<string, unknown>>;
    if (named !== issuer) throw new Error('its metadata name another issuer');
    if (typeof uri !== 'string' || !isHttpsOrLocal(uri)) {
      throw new Error('its metadata have no jwks_uri with https');
    }
    return uri;
  }
  throw new Error('it has no metadata at its well-known addresses');
}

/** The former puts the well-known part behind the issuer's path, the latter before it. */
function metadataUrls(issuer: string): readonly string[] {
  const { origin, pathname } = new URL(issuer);
  const path = pathname.replace(/\/$/, '');
  return [
    `${origin}${path}/.well-known/openid-configuration`,
    `${origin}/.well-known/oauth-authorization-server${path}`,
  ];
}
