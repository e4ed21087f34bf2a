import { timingSafeEqual } from 'node:crypto';
import { hashSecret, parseApiKey, type ApiKeyText } from '../domain/api-key.js';
import { issuedTokenOf } from '../domain/issued-token.js';
import { subjectOfKey, type Viewer } from '../domain/viewer.js';
import { GatewayError } from '../errors.js';
import type { Clock } from '../ports/clock.js';
import type { ApiKey, KeyStore } from '../ports/key-store.js';
import { ExpiredCredential } from './expired-credential.js';
import { externalViewer } from './external-token.js';
import type { TokenVerifier, VerifiedToken } from './token-verifier.js';
import type { ExternalIssuer, Issuer, OwnIssuer } from './trusted-issuers.js';

/** `Bearer` and one credential of visible ASCII; the scheme's case is free (RFC 9110, 11.1). */
const AUTHORIZATION = /^Bearer ([\x21-\x7e]{1,8192})$/i;

/** Compared where no key is found, so that a guess costs the same work whether its id exists or not. */
const NO_KEY_HASH = hashSecret('');

/** What has become of a credential: `ended` when it was revoked, narrowed, or is gone. */
export type CredentialState = 'valid' | 'expired' | 'ended';

export type CredentialStore = Pick<
  KeyStore,
  'findCredential' | 'listCredentials' | 'listActiveTenants'
>;

/** Makes a Viewer of a credential: the same for the HTTP header and for WebSocket connectionParams. */
export class Authenticator {
  readonly #keys: CredentialStore;
  readonly #clock: Clock;
  readonly #tokens: TokenVerifier<Issuer> | undefined;
  /** The tokens that viewers came with. */
  readonly #tokenOf = new WeakMap<Viewer, VerifiedToken<Issuer>>();

  constructor({
    keys,
    clock,
    tokens,
  }: {
    readonly keys: CredentialStore;
    readonly clock: Clock;
    /** Without it only API keys are taken. */
    readonly tokens?: TokenVerifier<Issuer>;
  }) {
    this.#keys = keys;
    this.#clock = clock;
    this.#tokens = tokens;
  }

  /**
   * `authorization` is `Bearer <credential>`. Throws UNAUTHENTICATED, alike for every reason to all
   * but the holder of an expired credential (ExpiredCredential), and ISSUER_UNAVAILABLE; the store's
   * own failures pass through.
   */
  async authenticate(authorization: string | undefined): Promise<Viewer> {
    const [, credential] = AUTHORIZATION.exec(authorization ?? '') ?? [];
    if (credential === undefined) throw new GatewayError('UNAUTHENTICATED');
    const parsed = parseApiKey(credential);
    if (parsed !== undefined) return await this.#viewerOfKey(parsed);
    if (this.#tokens === undefined) throw new GatewayError('UNAUTHENTICATED');
    const token = await this.#tokens.verify(credential);
    const viewer = await this.#viewerOfToken(token);
    this.#tokenOf.set(viewer, token);
    return viewer;
  }

  async #viewerOfKey({ id, secret }: ApiKeyText): Promise<Viewer> {
    const key = await this.#keys.findCredential(id);
    const isSecret = timingSafeEqual(hashSecret(secret), key?.secretHash ?? NO_KEY_HASH);
    const detail = `key ${id}`;
    if (key === undefined || !isSecret || key.revokedAt !== null) {
      throw new GatewayError('UNAUTHENTICATED', { detail });
    }
    if (this.#isOver(key.expiresAt)) throw new ExpiredCredential(detail);
    return {
      tenantId: key.tenantId,
      subject: subjectOfKey(key.id),
      scopes: new Set(key.scopes),
      expiresAt: key.expiresAt,
      credential: { kind: 'key', id: key.id },
      keyId: key.id,
    };
  }

  async #viewerOfToken(token: VerifiedToken<Issuer>): Promise<Viewer> {
    const { issuer, claims, key, hash } = token;
    return issuer.kind === 'own'
      ? await this.#viewerOfIssued({ issuer, claims, key, hash })
      : await this.#viewerOfExternal({ issuer, claims, key, hash });
  }

  /** A token has no more than its key has now. */
  async #viewerOfIssued({ claims }: VerifiedToken<OwnIssuer>): Promise<Viewer> {
    const issued = issuedTokenOf(claims.all);
    if (issued === undefined)
      throw new GatewayError('UNAUTHENTICATED', { detail: 'token: claims' });
    const { id, keyId, tenantId, limits } = issued;
    const key = await this.#keys.findCredential(keyId);
    const detail = `token of key ${keyId}`;
    if (key?.tenantId !== tenantId || key.revokedAt !== null) {
      throw new GatewayError('UNAUTHENTICATED', { detail });
    }
    if (this.#isOver(key.expiresAt)) throw new ExpiredCredential(detail);
    return {
      tenantId,
      subject: subjectOfKey(keyId),
      scopes: new Set(issued.scopes.filter((scope) => key.scopes.includes(scope))),
      expiresAt: earlier(claims.endsAt, key.expiresAt),
      credential: { kind: 'token', id },
      limits,
      keyId,
    };
  }

  async #viewerOfExternal(token: VerifiedToken<ExternalIssuer>): Promise<Viewer> {
    const viewer = externalViewer(token);
    const [active] = await this.#keys.listActiveTenants([viewer.tenantId]);
    if (active !== undefined) return viewer;
    throw new GatewayError('UNAUTHENTICATED', { detail: `token: tenant ${viewer.tenantId}` });
  }

  /**
   * What each viewer's credential permits now of all that it did: asked again while streams are open,
   * in one look-up for all keys and one for all tenants.
   */
  async statesOf(viewers: readonly Viewer[]): Promise<readonly CredentialState[]> {
    const keyIds = viewers.flatMap(({ keyId }) => keyId ?? []);
    const tenantIds = viewers.flatMap(({ keyId, tenantId }) => (keyId === null ? tenantId : []));
    const [keys, active] = await Promise.all([
      keyIds.length === 0 ? [] : this.#keys.listCredentials([...new Set(keyIds)]),
      tenantIds.length === 0 ? [] : this.#keys.listActiveTenants([...new Set(tenantIds)]),
    ]);
    const byId = new Map(keys.map((key) => [key.id, key]));
    const tenants = new Set(active);
    return viewers.map((viewer) => {
      const { keyId, tenantId, expiresAt } = viewer;
      const key = byId.get(keyId ?? '');
      const holds = keyId === null ? tenants.has(tenantId) : permitsAll(key, viewer);
      if (!holds || !this.#isTokenCurrent(viewer)) return 'ended';
      return this.#isOver(expiresAt) || this.#isOver(key?.expiresAt ?? null) ? 'expired' : 'valid';
    });
  }

  /** False when the key that signed it has been withdrawn. */
  #isTokenCurrent(viewer: Viewer): boolean {
    const token = this.#tokenOf.get(viewer);
    return token === undefined || this.#tokens?.isCurrent(token) === true;
  }

  #isOver(expiresAt: Date | null): boolean {
    return expiresAt !== null && expiresAt <= this.#clock.now();
  }
}

function permitsAll(key: ApiKey | undefined, { tenantId, scopes }: Viewer): boolean {
  return (
    key?.tenantId === tenantId &&
    key.revokedAt === null &&
    [...scopes].every((scope) => key.scopes.includes(scope))
  );
}

function earlier(one: Date, other: Date | null): Date {
  return other === null || one < other ? one : other;
}
