import { NO_POLICY, type PolicyChange } from '../../domain/tenant/access-policy.js';
import { hashSecret, newSecretOf } from '../../domain/tenant/api-key.js';
import type { Scope } from '../../domain/tenant/scope.js';
import type { Viewer } from '../../domain/tenant/viewer.js';
import { GatewayError } from '../../errors.js';
import type { Logger } from '../../ports/logger.js';
import type { ApiKey, KeyChange, KeyPage, KeyPlace, KeyStore } from '../../ports/keys/key-store.js';
import { mustBeFuture, type IssuedKey, type Keys } from './keys.js';
import type { KeyUsage } from './key-usage.js';
import { KeyAuthority, type KeyAuthorities } from './key-authority.js';

/** A viewer's request for a new key. Absent members are those of the viewer's own key. */
export interface WantedKey {
  /** Absent: the viewer's own tenant. */
  readonly tenantId?: string;
  readonly scopes: readonly Scope[];
  readonly name?: string;
  readonly expiresAt?: Date;
  readonly allowedAddresses?: readonly string[];
}

/** Absent members stay as they are. */
export type ChangedKey = Pick<KeyChange, 'name' | 'scopes' | 'expiresAt' | 'allowedAddresses'>;

const SECOND_MS = 1_000;

/**
 * The use cases of keys. KeyAuthority decides who may do what. Methods that take an id throw
 * NOT_FOUND for a key that is missing or another tenant's. Methods that give rights throw FORBIDDEN
 * if the viewer lacks them, and CONFLICT for a revoked key.
 */
export class ManagedKeys {
  readonly #keys: Keys;
  readonly #store: KeyStore;
  readonly #authorities: KeyAuthorities;
  readonly #usage: Pick<KeyUsage, 'noteScope'>;
  readonly #log: Logger;

  constructor(options: {
    readonly keys: Keys;
    readonly store: KeyStore;
    readonly authorities: KeyAuthorities;
    readonly usage: Pick<KeyUsage, 'noteScope'>;
    readonly log: Logger;
  }) {
    this.#keys = options.keys;
    this.#store = options.store;
    this.#authorities = options.authorities;
    this.#usage = options.usage;
    this.#log = options.log;
  }

  /** Throws also what Keys.createApiKey throws. */
  async create(viewer: Viewer, wanted: WantedKey): Promise<IssuedKey> {
    const authority = await KeyAuthority.granting(viewer, this.#authorities);
    const { tenantId = viewer.tenantId, scopes, name = null } = wanted;
    authority.mustReach(tenantId);
    const { expiresAt, allowedAddresses } = { ...authority.defaults, ...wanted };
    const grants = { scopes: [...new Set(scopes)], expiresAt, allowedAddresses };
    authority.mustGrant(grants);
    const createdBy = viewer.subject;
    const made = { ...grants, tenantId, name, createdBy };
    const issued = await this.#keys.createApiKey(made, viewer.audit);
    this.#tell(viewer, issued.key, 'a key was made');
    return issued;
  }

  /**
   * Keys of the viewer's tenant, or of the tenant that an operator names; null: all keys that the
   * viewer may see.
   */
  async list(
    viewer: Viewer,
    tenantId: string | null,
    page: { readonly first: number; readonly after: KeyPlace | null },
  ): Promise<KeyPage> {
    const authority = KeyAuthority.plain(viewer);
    if (tenantId !== null) authority.mustReach(tenantId);
    if (authority.tenantId === null) this.#usage.noteScope(viewer, 'operator');
    return await this.#store.listKeys(tenantId ?? authority.tenantId, page);
  }

  /** Throws BAD_USER_INPUT when the new end has passed. */
  async update(viewer: Viewer, id: string, change: ChangedKey): Promise<ApiKey> {
    mustBeFuture(change.expiresAt ?? null, this.#now());
    const authority = await KeyAuthority.granting(viewer, this.#authorities);
    const { scopes } = change;
    const wanted = { ...change, ...(scopes && { scopes: [...new Set(scopes)] }) };
    return await this.#change(viewer, id, 'a key was changed', (key) => {
      mustBeLive(key, authority);
      authority.mustGrant({ ...key, ...wanted });
      return wanted;
    });
  }

  /**
   * Gives the key a new secret. The previous secret works for `overlapSeconds` more. A still older
   * secret ends at once. Name, scopes, budget and policy belong to the key, whichever secret is
   * used.
   */
  async rotate(viewer: Viewer, id: string, overlapSeconds: number): Promise<IssuedKey> {
    const authority = await KeyAuthority.granting(viewer, this.#authorities);
    const { secret, text } = newSecretOf(id);
    const until = new Date(this.#now().getTime() + overlapSeconds * SECOND_MS);
    const key = await this.#change(viewer, id, 'a key was rotated', (old) => {
      mustBeLive(old, authority);
      const replacedSecret = overlapSeconds === 0 ? null : { hash: old.secretHash, until };
      return { secretHash: hashSecret(secret), replacedSecret };
    });
    return { key, text };
  }

  /** The first revocation stands. */
  async revoke(viewer: Viewer, id: string): Promise<ApiKey> {
    const authority = KeyAuthority.plain(viewer);
    return await this.#change(viewer, id, 'a key was revoked', (key) => {
      authority.mustManage(key);
      return key.revokedAt === null ? { revokedAt: this.#now() } : {};
    });
  }

  /** Holds for every later request. */
  async setPolicy(viewer: Viewer, id: string, change: PolicyChange): Promise<ApiKey> {
    const authority = await KeyAuthority.granting(viewer, this.#authorities);
    return await this.#change(viewer, id, 'the policy of a key was set', (key) => {
      mustBeLive(key, authority);
      return { policy: { ...NO_POLICY, ...key.policy, ...change } };
    });
  }

  async #change(
    viewer: Viewer,
    id: string,
    message: string,
    decide: (key: ApiKey) => KeyChange,
  ): Promise<ApiKey> {
    const key = await this.#store.changeKey(id, decide, viewer.audit);
    if (key === undefined) throw new GatewayError('NOT_FOUND');
    this.#tell(viewer, key, message);
    return key;
  }

  #now(): Date {
    return this.#authorities.clock.now();
  }

  #tell(viewer: Viewer, { id, tenantId }: ApiKey, message: string): void {
    // Only an operator reaches another tenant's key.
    if (tenantId !== viewer.tenantId) this.#usage.noteScope(viewer, 'operator');
    this.#log.info({ keyId: id, tenantId, by: viewer.subject }, message);
  }
}

/** Throws also what KeyAuthority.mustManage throws. */
function mustBeLive(key: ApiKey, authority: KeyAuthority): void {
  authority.mustManage(key);
  if (key.revokedAt !== null) throw new GatewayError('CONFLICT', { detail: 'the key is revoked' });
}
