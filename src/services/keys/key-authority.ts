import { isRangeIn } from '../../domain/address-range.js';
import { isRestricting, NO_POLICY } from '../../domain/tenant/access-policy.js';
import { SCOPES, type Scope } from '../../domain/tenant/scope.js';
import type { Viewer } from '../../domain/tenant/viewer.js';
import { GatewayError, type InputIssue } from '../../errors.js';
import type { BudgetStore } from '../../ports/budgets/budget-store.js';
import type { Clock } from '../../ports/clock.js';
import type { ApiKey, KeyStore } from '../../ports/keys/key-store.js';

/** The rights of a key. */
export type KeyGrants = Pick<ApiKey, 'scopes' | 'expiresAt' | 'allowedAddresses'>;

export interface KeyAuthorities {
  readonly keys: Pick<KeyStore, 'findKey'>;
  readonly budgets: Pick<BudgetStore, 'listBudgets'>;
  readonly clock: Clock;
}

/**
 * What a viewer may do with keys. Operators manage all keys. Other viewers manage keys of their own
 * tenant that have no more than the viewer itself: no other scope, no later end, no other address.
 * Otherwise a key could be used to get a better one.
 */
export class KeyAuthority {
  readonly #viewer: Viewer;
  /** The key that answers for the viewer; undefined for operators and external tokens. */
  readonly #own: ApiKey | undefined;

  private constructor(viewer: Viewer, own: ApiKey | undefined) {
    this.#viewer = viewer;
    this.#own = own;
  }

  /** For reading and revoking, which give no rights. */
  static plain(viewer: Viewer): KeyAuthority {
    return new KeyAuthority(viewer, undefined);
  }

  /**
   * For making, changing and rotating keys. Throws FORBIDDEN for a token that the gateway has
   * issued, which is short-lived on purpose. It does so for a replaced secret too: a person who has
   * found it could get a new one. And it does so for a key with its own policy or budget, because a
   * new key would have neither.
   */
  static async granting(viewer: Viewer, stores: KeyAuthorities): Promise<KeyAuthority> {
    if (viewer.credential.kind === 'token') {
      throw forbidden('input', 'credentialKind', 'A token cannot manage keys. Use an API key.');
    }
    if (isOperator(viewer) || viewer.keyId === null) return KeyAuthority.plain(viewer);
    const own = await stores.keys.findKey(viewer.keyId);
    if (own === undefined) throw new GatewayError('UNAUTHENTICATED');
    if (endsBefore(viewer, own)) {
      const message = 'This secret has been replaced. Manage keys with the new one.';
      throw forbidden('input', 'replacedSecret', message);
    }
    const budgets = await stores.budgets.listBudgets(
      viewer.tenantId,
      viewer.subject,
      stores.clock.now(),
    );
    const hasBudget = budgets.some(({ subject, limit }) => subject !== null && limit !== null);
    if (hasBudget || isRestricting(own.policy ?? NO_POLICY)) {
      const message = 'A key that has a policy or a budget of its own cannot manage keys.';
      throw forbidden('input', 'restrictedKey', message);
    }
    return new KeyAuthority(viewer, own);
  }

  /** The tenant whose keys the viewer may see; null: all tenants. */
  get tenantId(): string | null {
    return isOperator(this.#viewer) ? null : this.#viewer.tenantId;
  }

  /** Throws NOT_FOUND, as if there were no such tenant. */
  mustReach(tenantId: string): void {
    if (this.tenantId !== null && this.tenantId !== tenantId) throw new GatewayError('NOT_FOUND');
  }

  /**
   * Throws NOT_FOUND for a key of another tenant, FORBIDDEN for one that has more than the viewer.
   */
  mustManage(key: ApiKey): void {
    this.mustReach(key.tenantId);
    if (isOperator(this.#viewer)) return;
    if (this.#excessOf(key).length > 0) {
      throw forbidden('id', 'ownGrants', 'The key has more than you have yourself.');
    }
  }

  /** Throws FORBIDDEN with the rights that go beyond the viewer's own. */
  mustGrant(grants: KeyGrants): void {
    if (isOperator(this.#viewer)) return;
    const issues = this.#excessOf(grants);
    if (issues.length > 0) throw new GatewayError('FORBIDDEN', { issues });
  }

  /** The defaults of a new key: the end and the addresses of the viewer's own key. */
  get defaults(): Pick<KeyGrants, 'expiresAt' | 'allowedAddresses'> {
    const { expiresAt = null, allowedAddresses = [] } = this.#own ?? {};
    return { expiresAt, allowedAddresses };
  }

  #excessOf({ scopes, expiresAt, allowedAddresses }: KeyGrants): InputIssue[] {
    const { scopes: own } = this.#viewer;
    const { expiresAt: end = null, allowedAddresses: from = [] } = this.#own ?? {};
    const issues: InputIssue[] = [];
    if (scopes.some((scope) => !own.has(scope))) {
      issues.push({
        path: 'input.scopes',
        rule: 'ownScopes',
        message: 'A key can have only scopes that you have yourself.',
        allowed: namesOf(SCOPES.filter((scope) => own.has(scope))),
      });
    }
    if (end !== null && (expiresAt === null || expiresAt > end)) {
      issues.push({
        path: 'input.expiresAt',
        rule: 'ownEnd',
        message: 'A key must end no later than your own.',
        allowed: [`until ${end.toISOString()}`],
      });
    }
    const isElsewhere = allowedAddresses.some((range) => !isRangeIn(from, range));
    if (from.length > 0 && (allowedAddresses.length === 0 || isElsewhere)) {
      issues.push({
        path: 'input.allowedAddresses',
        rule: 'ownAddresses',
        message: 'A key can be for addresses only that your own is for.',
        allowed: from,
      });
    }
    return issues;
  }
}

function isOperator({ scopes }: Viewer): boolean {
  return scopes.has('operator');
}

/** Whether the credential ends before its key: then it is a replaced secret. */
function endsBefore({ expiresAt }: Viewer, key: ApiKey): boolean {
  return expiresAt !== null && (key.expiresAt === null || expiresAt < key.expiresAt);
}

/** As the graph writes them. */
function namesOf(scopes: readonly Scope[]): string[] {
  return scopes.map((scope) => scope.replaceAll(':', '_').toUpperCase());
}

function forbidden(path: string, rule: string, message: string): GatewayError {
  return new GatewayError('FORBIDDEN', { issues: [{ path, rule, message }] });
}
