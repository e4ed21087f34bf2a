import type { AuditRecord } from '../../domain/audit.js';

/** Where requests leave their records, beside those that stores write in transactions. */
export interface AuditTrail {
  /** Written behind the request, with others. Never throws. */
  note(record: AuditRecord): void;
  /**
   * The same for a refusal that any caller may repeat at will: of very many alike in a second a few
   * have records of their own. Further ones say in `count` how many others there were, one for each
   * of the first objects and one for the rest.
   */
  noteRefusal(record: AuditRecord): void;
  /** Resolves when it is written, or noted to be written later because the store does not answer. */
  write(record: AuditRecord): Promise<void>;
}
