import type { Task } from '../../domain/task/task.js';
import { isStorableTime } from '../../domain/input/storable-time.js';
import { GatewayError } from '../../errors.js';

/** Place in a list of tasks: creation time in ms and id, opaque to clients. */
export function taskCursor(task: Task): string {
  return encodeCursor(`task ${String(task.createdAt.getTime())} ${task.id}`);
}

/** Throws BAD_USER_INPUT for anything that taskCursor did not make. */
export function parseTaskCursor(cursor: string): { createdAt: Date; id: string } {
  const [, ms, id] = /^task (\d{1,15}) ([0-9a-f-]{36})$/.exec(decodeCursor(cursor)) ?? [];
  if (ms === undefined || id === undefined || !isStorableTime(Number(ms))) throw badCursor();
  return { createdAt: new Date(Number(ms)), id };
}

/** Place in a tenant's events, opaque to clients. */
export function eventCursor(eventNumber: number): string {
  return encodeCursor(`event ${String(eventNumber)}`);
}

/** Throws BAD_USER_INPUT for anything that eventCursor did not make. */
export function parseEventCursor(cursor: string): number {
  const [, text] = /^event (\d{1,15})$/.exec(decodeCursor(cursor)) ?? [];
  if (text === undefined) throw badCursor();
  return Number(text);
}

/** A text as clients see it. */
export function encodeCursor(text: string): string {
  return Buffer.from(text).toString('base64url');
}

/** The text of `encodeCursor`; of anything else, some other text. */
export function decodeCursor(cursor: string): string {
  return Buffer.from(cursor, 'base64url').toString();
}

/** For `after`, where it is a cursor of something else. */
export function badCursor(): GatewayError {
  return new GatewayError('BAD_USER_INPUT', {
    issues: [{ path: 'after', rule: 'cursor', message: 'Not a cursor of this list.' }],
  });
}
