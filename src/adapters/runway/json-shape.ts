import type { JsonObject } from '../../domain/json.js';

/** Whether a parsed JSON value is an object (and no array). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
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
