import { isStorableTime } from '../../domain/input/storable-time.js';
import { isUuid } from '../../domain/uuid.js';
import { GatewayError } from '../../errors.js';

/** One value of a cursor: how it is written, and what of a text can be read back. */
export interface CursorPart<Value> {
  readonly write: (value: Value) => string;
  /** Undefined for a text that `write` cannot have made. */
  readonly read: (text: string) => Value | undefined;
}

/** A text of this form, as it stands. It holds no space. */
export function textPart(form: RegExp): CursorPart<string> {
  return { write: (text) => text, read: (text) => (form.test(text) ? text : undefined) };
}

export const uuidPart: CursorPart<string> = {
  write: (id) => id,
  read: (text) => (isUuid(text) ? text : undefined),
};

/** A moment, in ms. */
export const timePart: CursorPart<Date> = {
  write: (time) => String(time.getTime()),
  read: (text) =>
    /^\d{1,15}$/.test(text) && isStorableTime(Number(text)) ? new Date(Number(text)) : undefined,
};

export const numberPart: CursorPart<number> = {
  write: String,
  read: (text) => (/^\d{1,15}$/.test(text) ? Number(text) : undefined),
};

type PartsOf<Place> = { readonly [Name in keyof Place]: CursorPart<Place[Name]> };

/** The cursors of one list: places in it, opaque to clients. */
export interface Cursors<Place> {
  write(place: Place): string;
  /** Throws BAD_USER_INPUT for anything that `write` did not make. */
  read(cursor: string): Place;
  /** The place that a client gives as `after`; null where it gives none. Throws as `read` does. */
  after(cursor: string | null | undefined): Place | null;
}

/**
 * Cursors of a place's parts, in their order. They begin with the name of the list, so that a cursor
 * of another list is refused.
 */
export function cursorsOf<Place extends object>(
  list: string,
  parts: PartsOf<Place>,
): Cursors<Place> {
  const entries = Object.entries(parts) as [keyof Place, CursorPart<unknown>][];
  const read = (cursor: string): Place => {
    const [name, ...texts] = decodeCursor(cursor).split(' ');
    if (name !== list || texts.length !== entries.length) throw badCursor();
    const values = entries.map(([part, { read: readPart }], at) => {
      const value = readPart(texts[at] ?? '');
      if (value === undefined) throw badCursor();
      return [part, value];
    });
    return Object.fromEntries(values) as Place;
  };
  return {
    write: (place) => {
      const texts = entries.map(([part, { write }]) => write(place[part]));
      return encodeCursor([list, ...texts].join(' '));
    },
    read,
    after: (cursor) => (typeof cursor === 'string' ? read(cursor) : null),
  };
}

/** A text as clients see it. */
export function encodeCursor(text: string): string {
  return Buffer.from(text).toString('base64url');
}

/** Characters. Runway's own cursors, which ours may wrap, have up to 1,000. */
const CURSOR_LENGTH_MAX = 1_500;

const BASE64_URL = /^[A-Za-z0-9_-]+$/;

/** The text of `encodeCursor`. Throws BAD_USER_INPUT for what it cannot have made. */
export function decodeCursor(cursor: string): string {
  if (cursor.length > CURSOR_LENGTH_MAX || !BASE64_URL.test(cursor)) throw badCursor();
  return Buffer.from(cursor, 'base64url').toString();
}

/** For `after`, where it is a cursor of something else. */
export function badCursor(): GatewayError {
  return new GatewayError('BAD_USER_INPUT', {
    issues: [{ path: 'after', rule: 'cursor', message: 'Not a cursor of this list.' }],
  });
}
