import type { Defaulted } from '../connection/column-types.js';
import type { DataKeyPurpose } from './data-key-purposes.js';

/** Keys that values are encrypted with, each wrapped by a key-encryption key; see encryption/. */
export interface DataKeysTable {
  id: string;
  /** Null: the gateway itself. */
  tenant_id: string | null;
  purpose: DataKeyPurpose;
  wrapped: string;
  kek_id: string;
  /** Whether new values are encrypted with it: one key of a tenant and purpose is. */
  is_current: boolean;
  created_at: Date;
  /** When a newer key took its place; null: none did. */
  retired_at: Defaulted<Date | null>;
}
