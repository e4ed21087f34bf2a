import type { JsonObject } from '../../../domain/input/json.js';

const TEXT_LENGTH_MAX = 300;

/** 1 000 000 000 credits (10 M US dollars) for one task: more is no cost but a fault. */
export const CREDITS_MAX = 1_000_000_000;

/** Credits are kept to a millionth, so that sums of them stay exact decimals of bounded length. */
const CREDIT_PARTS = 1_000_000;

/**
 * 10^12 of whatever Runway counts (credits, seconds, generations, ids): far beyond all it has, and
 * far below where sums of numbers lose their units or SQL refuses them.
 */
export const AMOUNT_MAX = 1_000_000_000_000;

/** RFC 3339 with a year of four digits, as Runway writes times; the seconds may be missing. */
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

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

/** Whether it is a number from 0 to AMOUNT_MAX. */
export function isAmount(value: unknown): value is number {
  return isSignedAmount(value) && value >= 0;
}

/** Whether it is a number from -AMOUNT_MAX to AMOUNT_MAX. */
export function isSignedAmount(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= AMOUNT_MAX;
}

/** Credits of one task; null unless it is a number from 0 to CREDITS_MAX. */
export function toCredits(value: unknown): number | null {
  if (!isAmount(value) || value > CREDITS_MAX) return null;
  return Math.round(value * CREDIT_PARTS) / CREDIT_PARTS;
}

/** `{ credits }` as Runway writes costs; see `toCredits`. */
export function creditsOf(value: unknown): number | null {
  return toCredits(isObject(value) ? value['credits'] : undefined);
}

/** An instant of the years 1970 to 9999 in RFC 3339: what SQL, JSON and clients can all hold. */
export function isTime(text: string): boolean {
  return TIME.test(text) && Date.parse(text) >= 0;
}

/** A UTC day of those years, YYYY-MM-DD. */
export function isDay(text: string): boolean {
  return DAY.test(text) && Date.parse(text) >= 0;
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
