import type { ColumnType } from 'kysely';

import type { Defaulted } from '../connection/column-types.js';
import type { Stored } from '../encryption/sealed-forms.js';

/** Runway secrets that are kept here: of tenants, and of the operator. */
export interface RunwayCredentialsTable {
  account: string;
  tenant_id: string | null;
  /** Encrypted. */
  secret: ColumnType<Stored<string>, string, string>;
  /** RunwayCredential.mark. */
  mark: string;
  version: Defaulted<number>;
  set_at: Date;
  set_by: string;
  retired_at: Defaulted<Date | null>;
}

/** One row: how often anything in `runway_credentials` has changed. */
export interface RunwayCredentialChangesTable {
  is_only: Defaulted<boolean>;
  number: number;
}
