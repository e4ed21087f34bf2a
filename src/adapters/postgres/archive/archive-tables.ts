import type { ColumnType } from 'kysely';

import type { ArchiveStatus } from '../../../domain/archive/archived-output.js';
import type { Defaulted } from '../connection/column-types.js';
import type { Stored } from '../encryption/sealed-forms.js';

/** Copies of outputs; see ArchiveStore. */
export interface ArchivedOutputsTable {
  id: string;
  tenant_id: string;
  task_id: string;
  position: number;
  status: Defaulted<ArchiveStatus>;
  /** When the next attempt is due; the end of the lease while one is held; null: never. */
  due_at: Date | null;
  fence: Defaulted<number>;
  lease_until: Defaulted<Date | null>;
  attempts: Defaulted<number>;
  /** CopyLease.sourceTag. */
  source_tag: Defaulted<string | null>;
  /** Encrypted. */
  file_key: ColumnType<Stored<string> | null, string | null, string | null>;
  bytes: Defaulted<number | null>;
  sha256: Defaulted<string | null>;
  media_type: Defaulted<string | null>;
  created_at: Date;
  kept_at: Defaulted<Date | null>;
}

/** Files of the archive that are to be erased, by the ids of their outputs. */
export interface ErasedOutputsTable {
  id: string;
  due_at: Date;
}
