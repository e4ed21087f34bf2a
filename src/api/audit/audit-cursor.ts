import type { AuditPlace } from '../../ports/audit/audit-log.js';
import { cursorsOf, timePart, uuidPart } from '../pagination/page-cursor.js';

/** Places in the audit log. */
export const auditCursors = cursorsOf<AuditPlace>('audit', { at: timePart, id: uuidPart });
