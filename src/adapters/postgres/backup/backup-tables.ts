import type { Defaulted } from '../connection/column-types.js';

/** What has happened to the store as a whole; see backup/store-notes.ts. */
export interface StoreNotesTable {
  id: string;
  /** A copy; came from an embedded store; given up for another one. */
  kind: 'restored' | 'moved' | 'left';
  at: Date;
  /** Until then the note is in force. */
  done_at: Defaulted<Date | null>;
}
