import { IssuerKeys } from '../adapters/jwks/issuer-keys.js';
import type { OutwardHttp } from '../ports/outward/outward-http.js';
import type { ExternalIssuer, Issuer } from '../auth/trusted-issuers.js';
import type { Config } from '../config/config.js';
import { TOKEN_LIFETIME_MAX_SECONDS } from '../domain/tenant/issued-token.js';
import type { IssuerSettings } from '../domain/tenant/issuer-settings.js';
import { SCOPES } from '../domain/tenant/scope.js';
import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import { SIGNING_ALGORITHM, type SigningKeys } from '../services/tokens/signing-keys.js';
import { TokenIssuer } from '../services/tokens/token-issuer.js';
import type { Base } from './base.js';
import type { PublicAddress } from './public-address.js';
import type { SettingsFiles } from './files/settings-files.js';
import type { Storage } from './storage.js';

/** 30 s: clocks of other machines. */
const SKEW_SECONDS = 30;

interface Trust {
  readonly issuers: readonly Issuer[];
  /** Looks at the external issuers' keys for the first time; what fails is logged. */
  warmUp(): Promise<void>;
}

export type Tokens = ReturnType<typeof buildTokens>;

/** Tokens that are issued here, and all that are taken. */
export function buildTokens(
  { config, clock, log, outward }: Base,
  { signing: { keys } }: Pick<SettingsFiles, 'signing'>,
  { stores }: Pick<Storage, 'stores'>,
  address: PublicAddress,
) {
  const publicUrl = (): string => address.url;
  const trust = trustedIssuers(config, { publicUrl, signingKeys: keys, clock, log, outward });
  const tokenIssuer = new TokenIssuer({
    keys,
    tasks: stores.tasks,
    clock,
    log,
    names: () => ({ issuer: address.url, audience: audienceOf(address.url) }),
  });
  return { address, trust, tokenIssuer };
}

/** `aud` of the tokens that this gateway issues: the resource that they are for. */
export function audienceOf(publicUrl: string): string {
  return `${publicUrl}/graphql`;
}

/** Whose tokens are taken, and by which rules: this gateway's own, and those of OAUTH_ISSUERS. */
export function trustedIssuers(
  { oauthIssuers }: Pick<Config, 'oauthIssuers'>,
  options: {
    readonly publicUrl: () => string;
    readonly signingKeys: SigningKeys;
    readonly clock: Clock;
    readonly log: Logger;
    readonly outward: OutwardHttp;
  },
): Trust {
  const { publicUrl, signingKeys, clock, log, outward } = options;
  const external = oauthIssuers.map((settings) => {
    const { name, issuer, jwksUri } = settings;
    const keys = new IssuerKeys({ name, issuer, jwksUri, clock, log, outward });
    return { ...externalIssuer(settings, publicUrl), keys };
  });
  const own: Issuer = {
    kind: 'own',
    keys: signingKeys,
    rules: () => ({
      algorithms: [SIGNING_ALGORITHM],
      issuer: publicUrl(),
      audiences: [audienceOf(publicUrl())],
      requiresAccessTokenType: true,
      lifetimeMaxSeconds: TOKEN_LIFETIME_MAX_SECONDS,
      skewSeconds: SKEW_SECONDS,
      graceSeconds: 0,
    }),
  };
  return {
    issuers: [own, ...external],
    warmUp: async () => {
      await Promise.all(external.map(({ keys }) => keys.warmUp()));
    },
  };
}

function externalIssuer(
  settings: IssuerSettings,
  publicUrl: () => string,
): Omit<ExternalIssuer, 'keys'> {
  const { issuer, audience, algorithms, requiresAccessTokenType, lifetimeMaxSeconds } = settings;
  return {
    kind: 'external',
    name: settings.name,
    tenant: settings.tenant,
    scopeClaim: settings.scopeClaim,
    scopePrefix: settings.scopePrefix,
    grants: new Set(SCOPES.filter((scope) => scope !== 'operator' || settings.mayGrantOperator)),
    rules: () => ({
      algorithms,
      issuer,
      audiences: audience === undefined ? [audienceOf(publicUrl()), publicUrl()] : [audience],
      requiresAccessTokenType,
      lifetimeMaxSeconds,
      skewSeconds: SKEW_SECONDS,
      graceSeconds: SKEW_SECONDS,
    }),
  };
}
