import { randomBytes } from 'node:crypto';
import { ownAccountName } from '../../domain/account/runway-account.js';
import {
  OPERATOR_CREDENTIAL,
  type RunwayCredential,
} from '../../domain/account/runway-credential.js';
import type { Organization } from '../../domain/organization/organization.js';
import type { Viewer } from '../../domain/tenant/viewer.js';
import { GatewayError } from '../../errors.js';
import type { CredentialCheck } from '../../ports/accounts/credential-check.js';
import type { RunwayCredentialStore } from '../../ports/accounts/runway-credential-store.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { RunwayOrganization } from '../../ports/organization/runway-organization.js';
import type { TenantStore } from '../../ports/tenants/tenant-store.js';
import type { KnownAccounts } from './known-accounts.js';

/** Retired accounts of a tenant with which the gateway compares a new secret. */
const COMPARED_MAX = 5;

/** Random part of an account's name. */
const SUFFIX_BYTES = 4;

/**
 * 5 min: longer than any request takes, and longer than any node still accepts work for an account
 * that another node has retired.
 */
const UNUSED_MS = 300_000;

export interface RunwayCredentialsOptions {
  readonly store: RunwayCredentialStore;
  readonly tenants: Pick<TenantStore, 'find'>;
  readonly check: CredentialCheck;
  readonly accounts: KnownAccounts;
  readonly runway: Pick<RunwayOrganization, 'retrieve'>;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The account for a tenant's new work. */
export interface TenantAccount {
  readonly tenantId: string;
  /** Null: the operator's account. */
  readonly credential: RunwayCredential | null;
}

export interface CredentialChange {
  readonly secret: string;
  /**
   * Whether the secret belongs to the same organisation as the secret in use, and replaces it.
   * Null: the gateway tries to read existing tasks and resources with it, and decides by that.
   */
  readonly sameOrganization: boolean | null;
}

/**
 * Runway secrets in the store. Methods that take a tenant throw NOT_FOUND if it does not exist, or
 * if it is another tenant's and the viewer is no operator.
 */
export class RunwayCredentials {
  readonly #options: RunwayCredentialsOptions;

  constructor(options: RunwayCredentialsOptions) {
    this.#options = options;
  }

  async find(viewer: Viewer, tenantId: string): Promise<TenantAccount> {
    await this.#mayReach(viewer, tenantId);
    const [credential] = await this.#options.store.listOf(tenantId);
    return { tenantId, credential: inUse(credential) };
  }

  /** Runway's facts about a tenant's own account. Throws the RUNWAY_ errors. */
  async organizationOf({ account }: RunwayCredential): Promise<Organization> {
    return await this.#options.runway.retrieve(account);
  }

  /**
   * The gateway uses this secret for new work of the tenant from now on, on other nodes within
   * seconds. Throws what CredentialCheck throws, and CONFLICT when the tenant is DELETING, or when
   * live tasks show that the secret belongs to another organisation than stated. Then nothing is
   * stored.
   */
  async set(viewer: Viewer, tenantId: string, change: CredentialChange): Promise<TenantAccount> {
    const { store, check, clock, log, accounts } = this.#options;
    await this.#mayReach(viewer, tenantId);
    const { secret } = change;
    await check.verify(secret);
    const mark = await store.markOf(tenantId, secret);
    if (mark === undefined) throw new GatewayError('NOT_FOUND');
    const listed = await store.listOf(tenantId);
    const same = listed.find((credential) => credential.mark === mark);
    if (same?.retiredAt === null) return { tenantId, credential: same };
    const account = same?.account ?? (await this.#accountFor(tenantId, change, listed));
    const setBy = viewer.tenantId === tenantId ? viewer.subject : 'operator';
    const credential = await store.set(
      { account, tenantId, secret, setBy },
      clock.now(),
      viewer.audit,
    );
    if (credential === undefined) throw new GatewayError('CONFLICT');
    await accounts.read();
    log.info({ tenantId, account }, 'a tenant has a Runway account of its own');
    return { tenantId, credential };
  }

  /**
   * The gateway uses the operator's account for new work of the tenant from now on. What was made
   * with its own is still read with it, and the secret is kept for that as long as anything of it
   * is here.
   */
  async remove(viewer: Viewer, tenantId: string): Promise<TenantAccount> {
    const { store, clock, log, accounts } = this.#options;
    await this.#mayReach(viewer, tenantId);
    const isRetired = await store.retire(tenantId, clock.now(), viewer.audit);
    await accounts.read();
    if (isRetired) log.info({ tenantId }, 'a tenant has no Runway account of its own any more');
    return { tenantId, credential: null };
  }

  /** The operator's secret that is stored; null: those of the settings are in use. */
  async findOperator(): Promise<RunwayCredential | null> {
    const [credential] = await this.#options.store.listOf(null);
    return credential ?? null;
  }

  /** Throws what CredentialCheck throws: then nothing is stored. */
  async setOperator(viewer: Viewer, secret: string): Promise<RunwayCredential> {
    const { store, check, clock, log, accounts } = this.#options;
    await check.verify(secret);
    const credential = await store.set(
      { account: OPERATOR_CREDENTIAL, tenantId: null, secret, setBy: viewer.subject },
      clock.now(),
      viewer.audit,
    );
    if (credential === undefined) throw new GatewayError('INTERNAL', { detail: 'not stored' });
    await accounts.read();
    log.warn({ setBy: viewer.subject }, "the operator's Runway secret was replaced in the store");
    return credential;
  }

  /** The secrets of the settings are in use again. */
  async removeOperator(viewer: Viewer): Promise<void> {
    const { store, log, accounts } = this.#options;
    const isRemoved = await store.removeOperator(viewer.audit);
    await accounts.read();
    if (isRemoved) log.warn({}, "the operator's Runway secret was removed from the store");
  }

  /** Destroys the secrets of unused accounts that have no tasks and resources left. */
  async forgetUnused(): Promise<void> {
    const { store, clock, log } = this.#options;
    const before = new Date(clock.now().getTime() - UNUSED_MS);
    for (const account of await store.forgetUnused(before)) {
      log.info({ account }, 'the secret of an unused Runway account was destroyed');
    }
  }

  async #mayReach(viewer: Viewer, tenantId: string): Promise<void> {
    if (viewer.tenantId === tenantId) return;
    const isThere =
      viewer.scopes.has('operator') && (await this.#options.tenants.find(tenantId)) !== undefined;
    if (!isThere) throw new GatewayError('NOT_FOUND');
  }

  /** The account of the secret: the tenant's present or a former account, or a new one. */
  async #accountFor(
    tenantId: string,
    { secret, sameOrganization }: CredentialChange,
    listed: readonly RunwayCredential[],
  ): Promise<string> {
    const { store, check } = this.#options;
    const suffix = randomBytes(SUFFIX_BYTES).toString('hex');
    const fresh = ownAccountName(tenantId, suffix);
    if (sameOrganization === false) return fresh;
    for (const { account } of listed.slice(0, COMPARED_MAX)) {
      const made = await store.findMade(account, tenantId);
      if (made.length > 0 && (await check.knowsAny(secret, made))) return account;
    }
    const current = inUse(listed[0]);
    if (sameOrganization === null || current === null) return fresh;
    if (await store.hasLiveTasks(current.account)) {
      throw new GatewayError('CONFLICT', { detail: 'it does not know a task of the account' });
    }
    return current.account;
  }
}

function inUse(credential: RunwayCredential | undefined): RunwayCredential | null {
  return credential?.retiredAt === null ? credential : null;
}
