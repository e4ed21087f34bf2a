import { isStorableTime } from '../../domain/input/storable-time.js';
import type { AuditPlace } from '../../ports/audit/audit-log.js';
import { badCursor, decodeCursor, encodeCursor } from '../tasks/task-cursor.js';

/** Place in the audit log: time in ms and id, opaque to clients. */
export function auditCursor({ at, id }: AuditPlace): string {
  return encodeCursor(`audit ${String(at.getTime())} ${id}`);
}

/** Throws BAD_USER_INPUT for anything that auditCursor did not make. */
export function parseAuditCursor(cursor: string): AuditPlace {
  const [, ms, id] =
    /^audit (\d{1,15}) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(decodeCursor(cursor)) ??
    [];
  if (ms === undefined || id === undefined || !isStorableTime(Number(ms))) throw badCursor();
  return { at: new Date(Number(ms)), id };
}
