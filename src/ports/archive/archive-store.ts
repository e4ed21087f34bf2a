import type {
  ArchivedOutput,
  ArchiveFailure,
  CopyLease,
} from '../../domain/archive/archived-output.js';

/** A file whose copy is complete. */
export interface KeptFile {
  readonly bytes: number;
  readonly sha256: string;
  readonly type: string;
}

/** Outputs and their copies. A row is made with the settlement of its task. */
export interface ArchiveStore {
  /** The tenant of a task whose outputs may be read; undefined while it is suspended or deleted. */
  findServedTenant(taskId: string): Promise<string | undefined>;

  /** Those of the tenant's outputs that the archive knows. */
  findOutputs(tenantId: string, ids: readonly string[]): Promise<readonly ArchivedOutput[]>;

  /** Bytes that the tenant has in the archive. */
  keptBytes(tenantId: string): Promise<number>;

  /** Takes the output that has been due for longest; undefined: none is. */
  takeCopy(now: Date, leaseUntil: Date): Promise<CopyLease | undefined>;

  /** False when the lease was lost, or the output deleted. */
  extendCopy(lease: CopyLease, leaseUntil: Date): Promise<boolean>;

  /** Notes which version at Runway is being copied. */
  noteSource(lease: CopyLease, tag: string): Promise<void>;

  /** The key of the file, in Base64, for a vault that encrypts by itself; made at its first use. */
  fileKey(output: Pick<CopyLease, 'id' | 'tenantId'>): Promise<string | undefined>;

  /** False when the lease was lost, or the output deleted: then nothing is kept. */
  keepCopy(lease: CopyLease, file: KeptFile, now: Date): Promise<boolean>;

  /** Gives the lease back: the copy is due again at `dueAt`. */
  postponeCopy(lease: CopyLease, dueAt: Date): Promise<void>;

  giveUpCopy(lease: CopyLease, why: ArchiveFailure): Promise<boolean>;

  /** Ends all leases: for the one process of an embedded database, at its start. */
  releaseCopies(now: Date): Promise<void>;

  /** Notes for erasure what was kept before `before`; returns how many. */
  expireKept(before: Date, limit: number): Promise<number>;

  /** Files to erase, whose outputs are gone; taken until `leaseUntil`. */
  takeErasures(now: Date, leaseUntil: Date, limit: number): Promise<readonly string[]>;

  /** They are erased. */
  forgetErasures(ids: readonly string[]): Promise<void>;

  /** Those of the files that belong to an output which is kept or being copied. */
  findOwned(ids: readonly string[]): Promise<readonly string[]>;
}
