import type { MadeThing, RunwayCredential } from '../../domain/account/runway-credential.js';
import type { AuditedMutation } from '../../domain/audit.js';

export interface NewCredential {
  /** An account of the tenant's gets this secret; one that is not there is made. */
  readonly account: string;
  readonly tenantId: string | null;
  readonly secret: string;
  readonly setBy: string;
}

/** Runway secrets, encrypted: they leave the store by `open` alone. */
export interface RunwayCredentialStore {
  /** Another one after every change, whichever node has made it. */
  changeNumber(): Promise<number>;
  /** Of all tenants and of the operator, retired ones included. */
  list(): Promise<readonly RunwayCredential[]>;
  /** Of one tenant, or of the operator: the one in use first, then the last retired ones. */
  listOf(tenantId: string | null): Promise<readonly RunwayCredential[]>;
  /** Secrets by account; an Error in the place of one that cannot be opened. */
  open(accounts: readonly string[]): Promise<ReadonlyMap<string, string | Error>>;
  /** RunwayCredential.mark of a secret; undefined where there is no such tenant. */
  markOf(tenantId: string | null, secret: string): Promise<string | undefined>;
  /**
   * From the commit on new work is done with it, and the one that was in use is retired. Undefined
   * where the tenant is not there or DELETING.
   */
  set(
    credential: NewCredential,
    now: Date,
    audit?: AuditedMutation,
  ): Promise<RunwayCredential | undefined>;
  /** Nothing new is done with it any more; false where there was none in use. */
  retire(tenantId: string, now: Date, audit?: AuditedMutation): Promise<boolean>;
  /** Deletes the operator's; false where there was none. */
  removeOperator(audit?: AuditedMutation): Promise<boolean>;
  /** Some of the newest tasks and things that were made with an account. */
  findMade(account: string, tenantId: string): Promise<readonly MadeThing[]>;
  /** Whether Runway has live tasks of the account. */
  hasLiveTasks(account: string): Promise<boolean>;
  /** Deletes those retired before, of whose account nothing is left here. Returns their accounts. */
  forgetUnused(retiredBefore: Date): Promise<readonly string[]>;
}
