import type { KeyObject } from 'node:crypto';

/** A public key that verifies an issuer's tokens. */
export interface TokenKey {
  /** `kid`; undefined where the issuer gives it none. */
  readonly id: string | undefined;
  readonly key: KeyObject;
  /** The only algorithm that it is for; undefined: any that fits its type. */
  readonly algorithm: string | undefined;
}

/** The keys of one issuer. They rotate. */
export interface TokenKeys {
  /**
   * The key of this id; without an id the only key that there is. Undefined when there is none.
   * Throws ISSUER_UNAVAILABLE when that cannot be found out.
   */
  find(id: string | undefined): Promise<TokenKey | undefined>;
  /** Whether the issuer still has the key, as far as is known without asking. */
  isCurrent(key: TokenKey): boolean;
}
