import type {
  AuditEvent,
  AuditRecord,
  AuditVerdict,
  Seal,
  SealedRecord,
} from '../../domain/audit.js';

export interface AuditFilter {
  readonly subject?: string;
  readonly event?: AuditEvent;
  readonly verdict?: AuditVerdict;
  readonly from?: Date;
  readonly before?: Date;
}

/** Place of a record in a list: newest first. */
export interface AuditPlace {
  readonly at: Date;
  readonly id: string;
}

export interface ListedRecord {
  readonly record: AuditRecord;
  /** Null: it is younger than the last seal. */
  readonly position: number | null;
}

export interface AuditPage {
  readonly records: readonly ListedRecord[];
  readonly hasNextPage: boolean;
}

/** The last seal, when it was made, and of which key. */
export interface ChainHead extends Seal {
  readonly sealedAt: Date | null;
  /** Tells keys apart without telling them; null before the first seal. */
  readonly keyMark: string | null;
}

/** Where the chain begins since what was before it was deleted. */
export interface ChainBeginning extends Seal {
  /** HMAC over the seal: only a holder of the key can move the beginning. */
  readonly proof: string;
}

/** `BUSY`: another node is at it. `OTHER_KEY`: the chain is of a key that the caller does not know. */
export type SealRefusal = 'BUSY' | 'OTHER_KEY';

/** Makes the seal of a record that follows another. */
export type MakeSeal = (previous: Seal, record: AuditRecord) => Seal;

/** Records that are only ever added, and their chain. */
export interface AuditLog {
  /** Those that are there already stay as they are. */
  append(records: readonly AuditRecord[]): Promise<void>;
  /**
   * Seals the next `limit` records in the order in which they came, with the key of `keyMark`, where
   * the last one was sealed with one of `knownMarks`. Returns how many there were.
   */
  seal(options: {
    readonly makeSeal: MakeSeal;
    readonly keyMark: string;
    readonly knownMarks: readonly string[];
    readonly now: Date;
    readonly limit: number;
  }): Promise<number | SealRefusal>;
  head(): Promise<ChainHead>;
  beginning(): Promise<ChainBeginning | undefined>;
  /** In the order of the chain, from after this position on. */
  listSealed(page: {
    readonly after: number;
    readonly limit: number;
  }): Promise<readonly SealedRecord[]>;
  /** How many are not sealed, and which of them came first. */
  unsealed(): Promise<{
    readonly count: number;
    readonly oldestAt: Date | null;
    readonly oldestId: string | null;
  }>;
  /** Null: of all tenants and of none. */
  list(
    tenantId: string | null,
    filter: AuditFilter,
    page: { readonly first: number; readonly after: AuditPlace | null },
  ): Promise<AuditPage>;
  /**
   * Deletes the oldest `limit` records at most, of those that are sealed and older than `before`; the
   * last seal of them is where the chain begins from then on. Returns how many; `denied` when the
   * role of this connection may not.
   */
  deleteBefore(options: {
    readonly before: Date;
    readonly limit: number;
    readonly prove: (seal: Seal) => string;
  }): Promise<number | 'denied'>;
}
