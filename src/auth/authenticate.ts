import { timingSafeEqual } from 'node:crypto';
import { hashSecret, parseApiKey } from '../domain/api-key.js';
import { KEY_SUBJECT_PREFIX, subjectOfKey, type Viewer } from '../domain/viewer.js';
import { GatewayError } from '../errors.js';
import type { Clock } from '../ports/clock.js';
import type { ApiKey, KeyStore } from '../ports/key-store.js';

/** `Bearer` and one credential of visible ASCII; the scheme's case is free (RFC 9110, 11.1). */
const AUTHORIZATION = /^Bearer ([\x21-\x7e]{1,8192})$/i;

/** Compared where no key is found, so that a guess costs the same work whether its id exists or not. */
const NO_KEY_HASH = hashSecret('');

/** Makes a Viewer of a credential: the same for the HTTP header and for WebSocket connectionParams. */
export class Authenticator {
  readonly #keys: Pick<KeyStore, 'findCredential'>;
  readonly #clock: Clock;

  constructor({
    keys,
    clock,
  }: {
    readonly keys: Pick<KeyStore, 'findCredential'>;
    readonly clock: Clock;
  }) {
    this.#keys = keys;
    this.#clock = clock;
  }

  /**
   * `authorization` is `Bearer <credential>`. Throws UNAUTHENTICATED, alike for every reason; the
   * store's own failures pass through.
   */
  async authenticate(authorization: string | undefined): Promise<Viewer> {
    const [, credential] = AUTHORIZATION.exec(authorization ?? '') ?? [];
    const parsed = credential === undefined ? undefined : parseApiKey(credential);
    if (parsed === undefined) throw new GatewayError('UNAUTHENTICATED');

    const key = await this.#keys.findCredential(parsed.id);
    const isSecret = timingSafeEqual(hashSecret(parsed.secret), key?.secretHash ?? NO_KEY_HASH);
    if (key === undefined || !isSecret || !this.#isLive(key)) {
      throw new GatewayError('UNAUTHENTICATED', { detail: `key ${parsed.id}` });
    }
    return {
      tenantId: key.tenantId,
      subject: subjectOfKey(key.id),
      scopes: new Set(key.scopes),
      expiresAt: key.expiresAt,
    };
  }

  /** Whether the viewer's credential still permits all that it did: asked again while a stream is open. */
  async isStillValid(viewer: Viewer): Promise<boolean> {
    if (!viewer.subject.startsWith(KEY_SUBJECT_PREFIX)) return false;
    const key = await this.#keys.findCredential(viewer.subject.slice(KEY_SUBJECT_PREFIX.length));
    return (
      key !== undefined &&
      key.tenantId === viewer.tenantId &&
      this.#isLive(key) &&
      [...viewer.scopes].every((scope) => key.scopes.includes(scope))
    );
  }

  #isLive(key: ApiKey): boolean {
    const now = this.#clock.now();
    return key.revokedAt === null && (key.expiresAt === null || key.expiresAt > now);
  }
}
