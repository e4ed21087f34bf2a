import type { GeneratedAlways } from 'kysely';

import type { AuditEvent, AuditVerdict } from '../../../domain/audit.js';
import type { CredentialKind } from '../../../domain/tenant/credential-kind.js';
import type { Defaulted, Json } from '../connection/column-types.js';

/** Added to, and sealed once; see domain/audit.ts. */
export interface AuditEventsTable {
  id: string;
  seq: GeneratedAlways<number>;
  at: Date;
  event: AuditEvent;
  verdict: AuditVerdict;
  code: string | null;
  tenant_id: string | null;
  subject: string | null;
  credential_kind: CredentialKind | null;
  credential_id: string | null;
  key_id: string | null;
  operation: string | null;
  objects: Json<readonly string[]>;
  request_id: string | null;
  address: string | null;
  count: number | null;
  position: Defaulted<number | null>;
  mac: Defaulted<string | null>;
  key_mark: Defaulted<string | null>;
}

export interface AuditHeadTable {
  is_only: Defaulted<boolean>;
  position: number;
  mac: string;
  sealed_at: Date | null;
  key_mark: string | null;
}

export interface AuditBeginningTable {
  is_only: Defaulted<boolean>;
  position: number;
  mac: string;
  proof: string;
}
