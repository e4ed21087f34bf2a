import type { JsonObject } from '../../domain/json.js';

const TEXT_LENGTH_MAX = 300;

/** Whether a parsed JSON value is an object (and no array). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** A text of Runway's that is meant for people: on one line, and not endless. */
export function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').slice(0, TEXT_LENGTH_MAX);
}

/** `{ credits }` as Runway writes costs; null unless it is a finite number from 0. */
export function creditsOf(value: unknown): number | null {
  const credits = isObject(value) ? value['credits'] : undefined;
  return typeof credits === 'number' && Number.isFinite(credits) && credits >= 0 ? credits : null;
}

/** An id as Runway makes them (UUIDs today); null when it could not stand in a path. */
export function idOf(value: unknown): string | null {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{1,128}$/.test(value) ? value : null;
}

/** Whether a client may be sent there: https, and http only where Runway itself is spoken to so. */
export function isMediaUrl(value: unknown, mayBePlain: boolean): value is string {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  const { protocol } = new URL(value);
  return protocol === 'https:' || (mayBePlain && protocol === 'http:');
}
