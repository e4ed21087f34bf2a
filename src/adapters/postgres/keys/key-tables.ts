import type { AccessPolicy } from '../../../domain/tenant/access-policy.js';
import type { Defaulted, NullableJson } from '../connection/column-types.js';

export interface ApiKeysTable {
  id: string;
  tenant_id: string;
  secret_hash: Buffer;
  scopes: string[];
  name: string | null;
  created_at: Date;
  /** Viewer.subject; null: an operator at the command line, or an earlier version. */
  created_by: Defaulted<string | null>;
  expires_at: Date | null;
  revoked_at: Date | null;
  /** Addresses and networks that it may be used from; empty: all. */
  allowed_addresses: Defaulted<string[]>;
  /** The secret before the present one, which is good for so long; null: there is none. */
  replaced_secret_hash: Defaulted<Buffer | null>;
  replaced_secret_until: Defaulted<Date | null>;
  /** Since when its uses are recorded. */
  counted_since: Defaulted<Date>;
  policy: NullableJson<AccessPolicy>;
  /** Since when an alert has it refused; null: it is not. */
  suspended_at: Defaulted<Date | null>;
}

/** See KeyUsageStore. */
export interface KeyUsesTable {
  key_id: string;
  requests: number;
  last_at: Date;
  last_address: string | null;
}

export interface KeyScopeUsesTable {
  key_id: string;
  scope: string;
  last_at: Date;
}

/** Where a key was used from; see domain/network.ts. */
export interface KeyNetworksTable {
  key_id: string;
  network: string;
  first_at: Date;
  last_at: Date;
}
