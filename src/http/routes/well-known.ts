import express, { type RequestHandler, type Response, type Router } from 'express';
import { SCOPES } from '../../domain/tenant/scope.js';
import { GatewayError } from '../../errors.js';
import { answerErrors } from '../answers/answer.js';
import type { Exchange } from '../requests/exchange.js';
import { announceUnread } from '../bodies/unread-body.js';

/** What this gateway says of itself to clients that look for a token. */
export interface TokenMetadata {
  /** The gateway's address for clients, without a slash at its end. */
  readonly publicUrl: () => string;
  /** Issuers that an operator trusts, by `iss`. */
  readonly authorizationServers: readonly string[];
  /** Public keys of the tokens that it issues itself. */
  readonly signingKeys: () => readonly object[];
}

const METADATA_PATH = '/.well-known/oauth-protected-resource';

/** Where the metadata of a resource of this gateway are (RFC 9728, 3.1). */
export function metadataUrlOf({ publicUrl }: TokenMetadata, resourcePath: string): string {
  return `${publicUrl()}${METADATA_PATH}${resourcePath}`;
}

/**
 * Public documents: the metadata of the gateway and of its GraphQL path as protected
 * resources, each by its own name, and the keys of the gateway's tokens.
 */
export function wellKnown(
  metadata: TokenMetadata,
  resourcePath: string,
  exchangeOf: (response: Response) => Exchange,
): Router {
  const router = express.Router({ strict: true, caseSensitive: true });
  const documents: Readonly<Record<string, () => object>> = {
    [METADATA_PATH]: () => resource(metadata, ''),
    [`${METADATA_PATH}${resourcePath}`]: () => resource(metadata, resourcePath),
    '/.well-known/jwks.json': () => ({ keys: metadata.signingKeys() }),
  };
  for (const [path, document] of Object.entries(documents)) {
    router.get(path, (_request, response) => {
      announceUnread(response);
      response.json(document());
    });
    router.all(path, refuseMethod(exchangeOf));
  }
  return router;
}

function resource({ publicUrl, authorizationServers }: TokenMetadata, path: string): object {
  return {
    resource: `${publicUrl()}${path}`,
    ...(authorizationServers.length > 0 && { authorization_servers: authorizationServers }),
    scopes_supported: SCOPES,
    bearer_methods_supported: ['header'],
  };
}

function refuseMethod(exchangeOf: (response: Response) => Exchange): RequestHandler {
  return (_request, response) => {
    const error = new GatewayError('METHOD_NOT_ALLOWED');
    answerErrors(response, [error], exchangeOf(response), { allow: ['GET', 'HEAD'] });
  };
}
