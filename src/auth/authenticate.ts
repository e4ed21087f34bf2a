import { timingSafeEqual } from 'node:crypto';
import { hashSecret, parseApiKey } from '../domain/api-key.js';
import { subjectOfKey, type Viewer } from '../domain/viewer.js';
import { GatewayError } from '../errors.js';
import type { Clock } from '../ports/clock.js';
import type { ApiKey, KeyStore } from '../ports/key-store.js';
import { ExpiredCredential } from './expired-credential.js';

/** `Bearer` and one credential of visible ASCII; the scheme's case is free (RFC 9110, 11.1). */
const AUTHORIZATION = /^Bearer ([\x21-\x7e]{1,8192})$/i;

/** Compared where no key is found, so that a guess costs the same work whether its id exists or not. */
const NO_KEY_HASH = hashSecret('');

/** What has become of a credential: `ended` when it was revoked, narrowed, or is gone. */
export type CredentialState = 'valid' | 'expired' | 'ended';

export type CredentialStore = Pick<KeyStore, 'findCredential' | 'listCredentials'>;

/** Makes a Viewer of a credential: the same for the HTTP header and for WebSocket connectionParams. */
export class Authenticator {
  readonly #keys: CredentialStore;
  readonly #clock: Clock;

  constructor({ keys, clock }: { readonly keys: CredentialStore; readonly clock: Clock }) {
    this.#keys = keys;
    this.#clock = clock;
  }

  /**
   * `authorization` is `Bearer <credential>`. Throws UNAUTHENTICATED, alike for every reason to all
   * but the holder of an expired credential (ExpiredCredential); the store's own failures pass
   * through.
   */
  async authenticate(authorization: string | undefined): Promise<Viewer> {
    const [, credential] = AUTHORIZATION.exec(authorization ?? '') ?? [];
    const parsed = credential === undefined ? undefined : parseApiKey(credential);
    if (parsed === undefined) throw new GatewayError('UNAUTHENTICATED');

    const key = await this.#keys.findCredential(parsed.id);
    const isSecret = timingSafeEqual(hashSecret(parsed.secret), key?.secretHash ?? NO_KEY_HASH);
    const detail = `key ${parsed.id}`;
    if (key === undefined || !isSecret || key.revokedAt !== null) {
      throw new GatewayError('UNAUTHENTICATED', { detail });
    }
    if (this.#hasExpired(key)) throw new ExpiredCredential(detail);
    return {
      tenantId: key.tenantId,
      subject: subjectOfKey(key.id),
      scopes: new Set(key.scopes),
      expiresAt: key.expiresAt,
      credential: { kind: 'key', id: key.id },
      keyId: key.id,
    };
  }

  /**
   * What each viewer's credential permits now of all that it did: asked again while streams are open,
   * in one look-up for all.
   */
  async statesOf(viewers: readonly Viewer[]): Promise<readonly CredentialState[]> {
    const ids = viewers.flatMap(({ keyId }) => keyId ?? []);
    const keys = await this.#keys.listCredentials([...new Set(ids)]);
    const byId = new Map(keys.map((key) => [key.id, key]));
    return viewers.map((viewer) => this.#stateOf(viewer, byId.get(viewer.keyId ?? '')));
  }

  #stateOf(viewer: Viewer, key: ApiKey | undefined): CredentialState {
    const permitsAll =
      key?.tenantId === viewer.tenantId &&
      key.revokedAt === null &&
      [...viewer.scopes].every((scope) => key.scopes.includes(scope));
    if (!permitsAll) return 'ended';
    return this.#hasExpired(key) ? 'expired' : 'valid';
  }

  #hasExpired({ expiresAt }: ApiKey): boolean {
    return expiresAt !== null && expiresAt <= this.#clock.now();
  }
}
