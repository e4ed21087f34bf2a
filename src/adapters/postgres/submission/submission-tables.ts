import type { ColumnType } from 'kysely';

import type { SdkMethod } from '../../../generated/facts/sdk-methods.js';
import type { Creation } from '../../../ports/submission/new-task.js';
import type { RunwayRequest } from '../../../ports/upstream/runway-api.js';
import type { Defaulted, Json } from '../connection/column-types.js';
import type { Stored } from '../encryption/sealed-forms.js';

type SubmissionStatus =
  'queued' | 'sending' | 'submitted' | 'refused' | 'unconfirmed' | 'cancelled';

/** One POST that is not idempotent upstream, and its outcome. */
export interface SubmissionsTable {
  id: string;
  tenant_id: string;
  /** Null for what makes no task (voices, sessions …). */
  task_id: string | null;
  kind: string;
  operation: string;
  sdk_method: SdkMethod;
  runway_account: string;
  /** Of the request; empty where Runway chooses it. With the account, the pool it waits in. */
  model: Defaulted<string>;
  /** As Runway is to have it, until it is over; then `reduced_request`, where there is one. */
  request: Json<Stored<RunwayRequest>>;
  /** The request without media and secrets; null where it holds none, and when it is over. */
  reduced_request: ColumnType<Stored<RunwayRequest> | null, string | null, string | null>;
  /** Length of `request` as JSON, in UTF-8, until it is over; then 0. */
  held_bytes: Defaulted<number>;
  status: SubmissionStatus;
  /** Grows with every take. */
  fence: Defaulted<number>;
  lease_until: Date | null;
  sent_at: Date | null;
  attempts: Defaulted<number>;
  due_at: Date;
  waiting_reason: string | null;
  waiting_until: Date | null;
  /** Why it is refused or unconfirmed, for an operator. */
  detail: ColumnType<Stored<string> | null, string | null, string | null>;
  runway_id: string | null;
  /** Whether the task is known to others than the caller who waits for Runway's answer. */
  is_given_out: Defaulted<boolean>;
  /** What Runway makes of it that stays there; null for media. */
  creates: ColumnType<Creation | null, string | null, string | null>;
  created_at: Date;
}

export interface IdempotencyKeysTable {
  tenant_id: string;
  key: string;
  fingerprint: string;
  task_id: string;
  expires_at: Date;
}
