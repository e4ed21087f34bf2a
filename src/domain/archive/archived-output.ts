/**
 * Where a copy stands. WAITING and COPYING go on to one of the others; of these only KEPT has bytes.
 * ERASED: it was kept, and its time is over.
 */
export const ARCHIVE_STATUSES = [
  'WAITING',
  'COPYING',
  'KEPT',
  'LOST',
  'TOO_LARGE',
  'OVER_QUOTA',
  'ERASED',
] as const;

export type ArchiveStatus = (typeof ARCHIVE_STATUSES)[number];

/** Why an output is not copied, for ever. */
export type ArchiveFailure = 'LOST' | 'TOO_LARGE' | 'OVER_QUOTA';

/** An output as the archive has it. */
export interface ArchivedOutput {
  /** `outputId`. */
  readonly id: string;
  readonly status: ArchiveStatus;
  /** Of what is KEPT. */
  readonly bytes: number | null;
  /** In hex; of what is KEPT. */
  readonly sha256: string | null;
  readonly type: string | null;
}

/** An output that one node copies. */
export interface CopyLease {
  readonly id: string;
  readonly tenantId: string;
  readonly taskId: string;
  readonly position: number;
  readonly fence: number;
  /** Attempts so far, without this one. */
  readonly attempts: number;
  /** Names the version at Runway of which a part may be kept; null: nothing was begun. */
  readonly sourceTag: string | null;
}
