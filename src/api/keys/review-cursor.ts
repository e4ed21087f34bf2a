import type { ReviewPlace } from '../../ports/keys/access-review-store.js';
import { badCursor, decodeCursor, encodeCursor } from '../tasks/task-cursor.js';

/** Place in a list of reviewed keys, opaque to clients. */
export function reviewCursor({ tenantId, id }: ReviewPlace): string {
  return encodeCursor(`review ${tenantId} ${id}`);
}

/** Throws BAD_USER_INPUT for anything that reviewCursor did not make. */
export function parseReviewCursor(cursor: string): ReviewPlace {
  const [, tenantId, id] =
    /^review ([a-z][a-z0-9-]{0,31}) ([a-z0-9]{4,32})$/.exec(decodeCursor(cursor)) ?? [];
  if (tenantId === undefined || id === undefined) throw badCursor();
  return { tenantId, id };
}
