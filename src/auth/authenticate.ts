import { hashSecret, parseApiKey, type ApiKeyText } from '../domain/tenant/api-key.js';
import { issuedTokenOf } from '../domain/tenant/issued-token.js';
import { subjectOfKey, type Viewer } from '../domain/tenant/viewer.js';
import { GatewayError } from '../errors.js';
import type { Clock } from '../ports/clock.js';
import type { CredentialChanges } from '../ports/keys/credential-changes.js';
import type { ApiKey, KeyCredential, KeyStore } from '../ports/keys/key-store.js';
import { ExpiredCredential } from './expired-credential.js';
import { externalViewer } from './external-token.js';
import { isAllowedFrom, knownSecret, markedSecret } from './key-credential.js';
import { RememberedCredentials } from './remembered-credentials.js';
import type { TokenVerifier, VerifiedToken } from './token-verifier.js';
import type { ExternalIssuer, Issuer, OwnIssuer } from './trusted-issuers.js';

/** `Bearer` and one credential of visible ASCII; the scheme's case is free (RFC 9110, 11.1). */
const AUTHORIZATION = /^Bearer ([\x21-\x7e]{1,8192})$/i;

/**
 * The state of a credential: `expired` when its holder should come back, with a fresh one or,
 * where it permits less than it did, with the same; `ended` when it was revoked, is gone, or may
 * not be used from there any more.
 */
export type CredentialState = 'valid' | 'expired' | 'ended';

export type CredentialStore = Pick<
  KeyStore,
  'findCredential' | 'listCredentials' | 'listActiveTenants'
>;

/**
 * Makes a Viewer of a credential: the same for the HTTP header and for WebSocket connectionParams.
 */
export class Authenticator {
  readonly #keys: CredentialStore;
  readonly #remembered: RememberedCredentials;
  readonly #clock: Clock;
  readonly #tokens: TokenVerifier<Issuer> | undefined;
  readonly #onUse: (viewer: Viewer) => void;
  /** The last viewer of each key that was read: the next request from the same place has the same. */
  readonly #lastOfKey = new WeakMap<KeyCredential, Viewer>();
  /** The tokens that viewers came with. */
  readonly #tokenOf = new WeakMap<Viewer, VerifiedToken<Issuer>>();

  constructor({
    keys,
    clock,
    changes,
    tokens,
    onUse = () => undefined,
  }: {
    readonly keys: CredentialStore;
    readonly clock: Clock;
    /** Without it every request reads its credential from the store. */
    readonly changes?: CredentialChanges;
    /** Without it only API keys are taken. */
    readonly tokens?: TokenVerifier<Issuer>;
    /** Told of each viewer that is let in. */
    readonly onUse?: (viewer: Viewer) => void;
  }) {
    this.#keys = keys;
    this.#remembered = new RememberedCredentials({ keys, clock, changes });
    this.#clock = clock;
    this.#tokens = tokens;
    this.#onUse = onUse;
  }

  /**
   * `authorization` is `Bearer <credential>`, `address` where it comes from. Throws
   * UNAUTHENTICATED, alike for every reason to all but the holder of an expired credential
   * (ExpiredCredential), and ISSUER_UNAVAILABLE; the store's own failures pass through.
   */
  async authenticate(
    authorization: string | undefined,
    address: string | undefined,
  ): Promise<Viewer> {
    const [, credential] = AUTHORIZATION.exec(authorization ?? '') ?? [];
    if (credential === undefined) throw new GatewayError('UNAUTHENTICATED');
    const viewer = await this.#viewerOf(credential, address);
    this.#onUse(viewer);
    return viewer;
  }

  async #viewerOf(credential: string, address: string | undefined): Promise<Viewer> {
    const parsed = parseApiKey(credential);
    if (parsed !== undefined) return await this.#viewerOfKey(parsed, address);
    if (this.#tokens === undefined) throw new GatewayError('UNAUTHENTICATED');
    const token = await this.#tokens.verify(credential);
    const viewer = { ...(await this.#viewerOfToken(token)), ...from(address) };
    this.#tokenOf.set(viewer, token);
    return viewer;
  }

  async #viewerOfKey({ id, secret }: ApiKeyText, address: string | undefined): Promise<Viewer> {
    const hash = hashSecret(secret);
    const key = await this.#remembered.findCredential(id, (found) => isHeld(found, hash));
    const known = knownSecret(key, hash);
    const detail = `key ${id}`;
    if (key === undefined || known === undefined) {
      throw new GatewayError('UNAUTHENTICATED', { detail, attemptedKeyId: id });
    }
    if (key.revokedAt !== null) {
      throw new GatewayError('UNAUTHENTICATED', { detail, attemptedKeyId: id, isReuse: true });
    }
    if (!isAllowedFrom(key, address)) {
      const why = `${detail}: not from its addresses`;
      throw new GatewayError('UNAUTHENTICATED', { detail: why, attemptedKeyId: id });
    }
    const expiresAt = earlier(key.expiresAt, known.until);
    if (this.#isOver(expiresAt)) throw new ExpiredCredential(detail, id);
    const last = this.#lastOfKey.get(key);
    if (last?.credential.secretMark === known.mark && last.address === address) return last;
    const viewer: Viewer = {
      tenantId: key.tenantId,
      subject: subjectOfKey(key.id),
      scopes: new Set(key.scopes),
      expiresAt,
      credential: { kind: 'key', id: key.id, secretMark: known.mark },
      keyId: key.id,
      policies: { tenant: key.tenantPolicy, key: key.policy },
      ...from(address),
    };
    this.#lastOfKey.set(key, viewer);
    return viewer;
  }

  async #viewerOfToken(token: VerifiedToken<Issuer>): Promise<Viewer> {
    const { issuer, claims, key, hash } = token;
    return issuer.kind === 'own'
      ? await this.#viewerOfIssued({ issuer, claims, key, hash })
      : await this.#viewerOfExternal({ issuer, claims, key, hash });
  }

  /**
   * A token has no more than its key has now, and is good no longer than the secret it was asked
   * with.
   */
  async #viewerOfIssued({ claims }: VerifiedToken<OwnIssuer>): Promise<Viewer> {
    const issued = issuedTokenOf(claims.all);
    if (issued === undefined)
      throw new GatewayError('UNAUTHENTICATED', { detail: 'token: claims' });
    const { id, keyId, secretMark, tenantId, limits } = issued;
    const key = await this.#remembered.findCredential(
      keyId,
      (found) => found.tenantId === tenantId && markedSecret(found, secretMark) !== undefined,
    );
    const detail = `token of key ${keyId}`;
    const secret = key && markedSecret(key, secretMark);
    if (key?.tenantId !== tenantId || secret === undefined || key.revokedAt !== null) {
      const isReuse = key?.tenantId === tenantId;
      throw new GatewayError('UNAUTHENTICATED', { detail, attemptedKeyId: keyId, isReuse });
    }
    const keyEndsAt = earlier(key.expiresAt, secret.until);
    if (this.#isOver(keyEndsAt)) throw new ExpiredCredential(detail, keyId);
    return {
      tenantId,
      subject: subjectOfKey(keyId),
      scopes: new Set(issued.scopes.filter((scope) => key.scopes.includes(scope))),
      expiresAt: earlier(claims.endsAt, keyEndsAt),
      credential: { kind: 'token', id, secretMark },
      limits,
      keyId,
      policies: { tenant: key.tenantPolicy, key: key.policy },
    };
  }

  async #viewerOfExternal(token: VerifiedToken<ExternalIssuer>): Promise<Viewer> {
    const viewer = externalViewer(token);
    if (await this.#remembered.isActiveTenant(viewer.tenantId)) return viewer;
    throw new GatewayError('UNAUTHENTICATED', { detail: `token: tenant ${viewer.tenantId}` });
  }

  /**
   * What each viewer's credential permits now of all that it did: asked again while streams are
   * open, in one look-up for all keys and one for all tenants.
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
      const { keyId, tenantId, expiresAt, credential } = viewer;
      if (!this.#isTokenCurrent(viewer)) return 'ended';
      const state =
        keyId === null
          ? stateOfTenant(tenants.has(tenantId))
          : this.#stateOf(viewer, byId.get(keyId));
      // Of a key that is what was read with it; its end may have changed since.
      const isOver = credential.kind !== 'key' && this.#isOver(expiresAt);
      return state === 'valid' && isOver ? 'expired' : state;
    });
  }

  /** False when the key that signed it has been withdrawn. */
  #isTokenCurrent(viewer: Viewer): boolean {
    const token = this.#tokenOf.get(viewer);
    return token === undefined || this.#tokens?.isCurrent(token) === true;
  }

  #stateOf(viewer: Viewer, key: ApiKey | undefined): CredentialState {
    if (key?.tenantId !== viewer.tenantId || key.revokedAt !== null) return 'ended';
    const { kind, secretMark } = viewer.credential;
    const secret = secretMark === undefined ? undefined : markedSecret(key, secretMark);
    const isFromElsewhere = kind === 'key' && !isAllowedFrom(key, viewer.address);
    if (secret === undefined || isFromElsewhere) return 'ended';
    if (this.#isOver(earlier(key.expiresAt, secret.until))) return 'expired';
    const permitsAll = [...viewer.scopes].every((scope) => key.scopes.includes(scope));
    return permitsAll ? 'valid' : 'expired';
  }

  #isOver(expiresAt: Date | null): boolean {
    return expiresAt !== null && expiresAt <= this.#clock.now();
  }
}

function isHeld(key: KeyCredential, hash: Buffer): boolean {
  return knownSecret(key, hash) !== undefined;
}

function from(address: string | undefined): Pick<Viewer, 'address'> {
  return address === undefined ? {} : { address };
}

/** Null: never. */
function earlier<Other extends Date | null>(one: Date | null, other: Other): Date | Other {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

function stateOfTenant(isActive: boolean): CredentialState {
  return isActive ? 'valid' : 'ended';
}
