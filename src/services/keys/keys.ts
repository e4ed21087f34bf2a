import type { AuditedMutation } from '../../domain/audit.js';
import { timingSafeEqual } from 'node:crypto';
import { hashSecret, newApiKey, parseApiKey } from '../../domain/tenant/api-key.js';
import { SCOPES, type Scope } from '../../domain/tenant/scope.js';
import { GatewayError } from '../../errors.js';
import type { Clock } from '../../ports/clock.js';
import type { ApiKey, KeyStore } from '../../ports/keys/key-store.js';
import type { TenantStore } from '../../ports/tenants/tenant-store.js';

/** The tenant of the operator's first key. */
export const DEFAULT_TENANT = 'default';

/** Ids have 62 bits: a second draw is rare, and a fourth means another fault. */
const ID_DRAWS_MAX = 3;

/** A new key: its text is in this answer only. */
export interface IssuedKey {
  readonly key: ApiKey;
  readonly text: string;
}

export interface NewApiKey {
  readonly tenantId: string;
  readonly scopes: readonly Scope[];
  readonly name: string | null;
  readonly expiresAt: Date | null;
  readonly allowedAddresses: readonly string[];
  /** Viewer.subject; null: an operator at the command line. */
  readonly createdBy: string | null;
}

/** The file that keeps the first operator key for its operator. */
export interface OperatorKeyFile {
  /** The key that an earlier start wrote; undefined when there is none. */
  read(): Promise<string | undefined>;
  write(text: string): Promise<void>;
}

export type Bootstrap =
  /** The first key of all was made; its text is in the file. */
  | { readonly kind: 'issued'; readonly id: string }
  /** The given key was not there and is now. */
  | { readonly kind: 'added'; readonly id: string }
  | { readonly kind: 'unchanged' };

/** Gateway keys. */
export class Keys {
  readonly #store: KeyStore;
  readonly #tenants: Pick<TenantStore, 'create' | 'find'>;
  readonly #clock: Clock;

  constructor(options: {
    readonly store: KeyStore;
    readonly tenants: Pick<TenantStore, 'create' | 'find'>;
    readonly clock: Clock;
  }) {
    this.#store = options.store;
    this.#tenants = options.tenants;
    this.#clock = options.clock;
  }

  /**
   * Throws NOT_FOUND when the tenant does not exist, CONFLICT when it is DELETING, BAD_USER_INPUT
   * when `expiresAt` has passed.
   */
  async createApiKey(wanted: NewApiKey, audit?: AuditedMutation): Promise<IssuedKey> {
    mustBeFuture(wanted.expiresAt, this.#clock.now());
    const tenant = await this.#tenants.find(wanted.tenantId);
    if (tenant?.status === 'DELETING') throw new GatewayError('CONFLICT');
    for (let draw = 0; draw < ID_DRAWS_MAX; draw += 1) {
      const { id, secret, text } = newApiKey();
      const key = await this.#store.createKey(this.#key(id, secret, wanted), audit);
      if (key !== undefined) return { key, text };
    }
    throw new GatewayError('INTERNAL', { detail: 'no free key id' });
  }

  /**
   * Makes sure that the operator has a key. With `bootstrapKey`: adds it unless it is there; throws
   * when its form is wrong or when the store has another secret under its id. Without: issues one
   * when there is no key at all. It writes the text before it stores the key, so that each stored
   * key can be read. The next start completes a start that was cut off in between.
   */
  async bootstrap(
    source: { readonly bootstrapKey: string } | { readonly file: OperatorKeyFile },
  ): Promise<Bootstrap> {
    if ('bootstrapKey' in source) return await this.#addBootstrapKey(source.bootstrapKey);
    if (await this.#store.hasKeys()) return { kind: 'unchanged' };
    await this.#ensureDefaultTenant();
    const { id, secret } = await keptKey(source.file);
    const added = await this.#store.createKey(this.#key(id, secret, OPERATOR));
    return added === undefined ? { kind: 'unchanged' } : { kind: 'issued', id };
  }

  async #addBootstrapKey(text: string): Promise<Bootstrap> {
    const parsed = parseApiKey(text);
    if (parsed === undefined)
      throw new Error('BOOTSTRAP_API_KEY is not of the form rgk_<id>_<secret>.');
    const { id, secret } = parsed;
    await this.#ensureDefaultTenant();
    const added = await this.#store.createKey(this.#key(id, secret, OPERATOR));
    if (added !== undefined) return { kind: 'added', id };
    const stored = await this.#store.findKey(id);
    if (stored === undefined || !timingSafeEqual(stored.secretHash, hashSecret(secret))) {
      throw new Error(`BOOTSTRAP_API_KEY: the key ${id} is stored with another secret.`);
    }
    return { kind: 'unchanged' };
  }

  async #ensureDefaultTenant(): Promise<void> {
    const tenant = { id: DEFAULT_TENANT, name: 'Default', createdAt: this.#clock.now() };
    // Undefined means that it is there already.
    await this.#tenants.create(tenant);
  }

  #key(id: string, secret: string, wanted: NewApiKey): ApiKey {
    return {
      ...wanted,
      id,
      secretHash: hashSecret(secret),
      replacedSecret: null,
      createdAt: this.#clock.now(),
      revokedAt: null,
      suspendedAt: null,
      policy: null,
    };
  }
}

/** Throws BAD_USER_INPUT for an end that has passed; null: no end. */
export function mustBeFuture(expiresAt: Date | null, now: Date): void {
  if (expiresAt === null || expiresAt > now) return;
  throw new GatewayError('BAD_USER_INPUT', {
    issues: [{ path: 'input.expiresAt', rule: 'future', message: 'Must be in the future.' }],
  });
}

const OPERATOR: NewApiKey = {
  tenantId: DEFAULT_TENANT,
  scopes: SCOPES,
  name: 'operator',
  expiresAt: null,
  allowedAddresses: [],
  createdBy: null,
};

/** The key in the file; a new one, written there, when the file has none. */
async function keptKey(file: OperatorKeyFile): Promise<{ id: string; secret: string }> {
  const kept = parseApiKey((await file.read()) ?? '');
  if (kept !== undefined) return kept;
  const made = newApiKey();
  await file.write(made.text);
  return made;
}
