import { badCursor, decodeCursor, encodeCursor } from '../tasks/task-cursor.js';

/** Place in the list of tenants, opaque to clients. */
export function tenantCursor(id: string): string {
  return encodeCursor(`tenant ${id}`);
}

/** The tenant's id. Throws BAD_USER_INPUT for anything that tenantCursor did not make. */
export function parseTenantCursor(cursor: string): string {
  const [, id] = /^tenant ([a-z][a-z0-9-]{0,31})$/.exec(decodeCursor(cursor)) ?? [];
  if (id === undefined) throw badCursor();
  return id;
}
