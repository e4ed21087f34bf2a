import {
  OPERATOR_CREDENTIAL,
  type RunwayCredential,
} from '../../domain/account/runway-credential.js';
import { SharedRuns } from '../../concurrency/shared-runs.js';
import type { AccountRoutes } from '../../ports/accounts/account-routes.js';
import type { RunwayCredentialStore } from '../../ports/accounts/runway-credential-store.js';
import type { Logger } from '../../ports/logger.js';

export interface KnownAccountsOptions {
  readonly store: Pick<RunwayCredentialStore, 'changeNumber' | 'list' | 'open'>;
  readonly log: Logger;
  /** The account of the operator's secret that is in use. */
  readonly operator: () => string;
  /** The operator's stored secret has changed; null: it was removed. */
  readonly onOperatorSecret: (secret: string | null) => void;
  /** A tenant's account has another secret, or was removed. */
  readonly onChanged: (account: string) => void;
}

interface KnownSecret {
  readonly version: number;
  /** Undefined: it cannot be opened. */
  readonly secret: string | undefined;
}

/**
 * The stored Runway accounts, as this node knows them. The node holds all in memory, so that no
 * request and no loop waits for the store to find its account. pollers/stored-accounts.ts reads
 * them again.
 */
export class KnownAccounts implements AccountRoutes {
  readonly #options: KnownAccountsOptions;
  #number: number | undefined;
  /** Accounts in use, by tenant. */
  #inUse: ReadonlyMap<string, string> = new Map();
  #secrets: ReadonlyMap<string, KnownSecret> = new Map();
  /** One at a time: an older answer must not replace a newer one. */
  readonly #reads = new SharedRuns(() => this.#readChanges());

  constructor(options: KnownAccountsOptions) {
    this.#options = options;
  }

  get operator(): string {
    return this.#options.operator();
  }

  of(tenantId: string): string {
    return this.#inUse.get(tenantId) ?? this.operator;
  }

  /** The secret of a tenant's own account; undefined: it is not known, or cannot be opened. */
  secretOf(account: string): string | undefined {
    return this.#secrets.get(account)?.secret;
  }

  /**
   * Reads the accounts again. If the store fails, the known accounts stay, and this rejects with
   * the failure.
   */
  async read(): Promise<void> {
    await this.#reads.run();
  }

  async #readChanges(): Promise<void> {
    const { store } = this.#options;
    const number = await store.changeNumber();
    if (number === this.#number) return;
    const listed = await store.list();
    const isNew = ({ account, version }: RunwayCredential): boolean =>
      this.#secrets.get(account)?.version !== version;
    const opened = await store.open(listed.filter(isNew).map(({ account }) => account));
    const before = this.#secrets;
    this.#secrets = new Map(
      listed.map((row) => {
        const known = isNew(row) ? undefined : before.get(row.account);
        return [row.account, known ?? this.#toKnown(row, opened)];
      }),
    );
    this.#inUse = new Map(
      listed.flatMap(({ tenantId, account, retiredAt }) =>
        tenantId === null || retiredAt !== null ? [] : [[tenantId, account] as const],
      ),
    );
    this.#tell(before);
    this.#number = number;
  }

  #toKnown(
    { account, version }: RunwayCredential,
    opened: ReadonlyMap<string, string | Error>,
  ): KnownSecret {
    const secret = opened.get(account);
    if (typeof secret === 'string') return { version, secret };
    if (secret !== undefined) {
      const message =
        'the stored secret of a Runway account cannot be opened: nothing is sent to it';
      this.#options.log.error({ account, error: secret }, message);
    }
    return { version, secret: undefined };
  }

  #tell(before: ReadonlyMap<string, KnownSecret>): void {
    const { onChanged, onOperatorSecret } = this.#options;
    for (const account of new Set([...before.keys(), ...this.#secrets.keys()])) {
      const [old, now] = [before.get(account), this.#secrets.get(account)];
      if (old?.version === now?.version) continue;
      if (account !== OPERATOR_CREDENTIAL) onChanged(account);
      else if (now === undefined) onOperatorSecret(null);
      // A secret that cannot be opened changes nothing: the previous one stays in use.
      else if (now.secret !== undefined) onOperatorSecret(now.secret);
    }
  }
}
