import { isStorableTime } from '../../domain/input/storable-time.js';
import type { KeyPlace } from '../../ports/keys/key-store.js';
import { badCursor, decodeCursor, encodeCursor } from '../tasks/task-cursor.js';

/** Place in a list of API keys: creation time in ms and id, opaque to clients. */
export function apiKeyCursor({ createdAt, id }: KeyPlace): string {
  return encodeCursor(`apiKey ${String(createdAt.getTime())} ${id}`);
}

/** Throws BAD_USER_INPUT for anything that apiKeyCursor did not make. */
export function parseApiKeyCursor(cursor: string): KeyPlace {
  const [, ms, id] = /^apiKey (\d{1,15}) ([a-z0-9]{4,32})$/.exec(decodeCursor(cursor)) ?? [];
  if (ms === undefined || id === undefined || !isStorableTime(Number(ms))) throw badCursor();
  return { createdAt: new Date(Number(ms)), id };
}
