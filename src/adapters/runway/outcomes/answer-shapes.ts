import * as z from 'zod';
import type { JsonObject, JsonValue } from '../../../domain/input/json.js';
import { GatewayError } from '../../../errors.js';

/*
 * What the schemas of Runway's answers are made of. Members that a schema does not name are
 * ignored: Runway adds some with nearly every release.
 */

/** The schema of one answer, or of a part of it. */
export type Shape<T> = z.ZodType<T>;

/** Entries of one list. The longest that Runway documents has 200. */
const ENTRIES_MAX = 10_000;

/** Levels of JSON that is passed on as it is: recursion over it must end. */
const DEPTH_MAX = 64;

const TEXT_LENGTH_MAX = 300;

/** 1 000 000 000 credits (10 M US dollars) for one task: more is a fault and no cost. */
const CREDITS_MAX = 1_000_000_000;

/** Credits are kept to a millionth, so that sums of them stay exact decimals of bounded length. */
const CREDIT_PARTS = 1_000_000;

/**
 * 10^12 of whatever Runway counts (credits, seconds, generations, ids): far beyond all it has, and
 * far below where sums of numbers lose their units or SQL refuses them.
 */
const AMOUNT_MAX = 1_000_000_000_000;

/** RFC 3339 with a year of four digits, as Runway writes times; the seconds may be missing. */
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const text = z.string();
export const flag = z.boolean();
/** An id as Runway makes them (UUIDs today): it can stand in a path. */
export const id = z.string().regex(/^[A-Za-z0-9_-]{1,128}$/);
/** A text that is meant for people: on one line, and bounded. */
export const line = z.string().transform(oneLine);
/** An instant of the years 1970 to 9999: what SQL, JSON and clients can all hold. */
export const time = z.string().refine((value) => TIME.test(value) && Date.parse(value) >= 0);
/** A UTC day of those years, YYYY-MM-DD. */
export const day = z.string().refine((value) => DAY.test(value) && Date.parse(value) >= 0);
export const amount = z.number().min(0).max(AMOUNT_MAX);
/** Of either sign: credits come back. */
export const signedAmount = z.number().min(-AMOUNT_MAX).max(AMOUNT_MAX);
/** A whole number from 0, as far as the graph can show one. */
export const count = z
  .number()
  .min(0)
  .refine((value) => Number.isInteger(value) && value < 2 ** 31);
/** Checked by `member` later, or not at all. */
export const anything = z.unknown().optional();
export const object = z.custom<JsonObject>(isObject);

/** Any JSON, passed on as it is; null when it is missing. */
export const json = z
  .custom<JsonValue | undefined>((value) => isShallow(value as JsonValue, DEPTH_MAX))
  .optional()
  .transform((value): JsonValue => value ?? null);
export const jsonObject = z.custom<JsonObject>(
  (value) => isObject(value) && isShallow(value, DEPTH_MAX),
);
export const jsonList = z.custom<readonly JsonValue[]>(
  (value) => isList(value) && isShallow(value, DEPTH_MAX),
);

/** Null when the member is null or missing. */
export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return shape.nullish().transform((value) => value ?? null);
}

/** A list, whose length is checked before any of its entries. */
export function listOf<T>(entry: Shape<T>): Shape<T[]> {
  return z.custom<readonly unknown[]>(isList).pipe(z.array(entry));
}

/** Empty when the member is null or missing. */
export function listOrEmpty<T>(entry: Shape<T>): Shape<T[]> {
  return orNull(listOf(entry)).transform((entries) => entries ?? []);
}

/** An object that is a map. */
export function entriesOf<T>(entry: Shape<T>): Shape<{ key: string; value: T }[]> {
  return z
    .custom<JsonObject>((value) => isObject(value) && Object.keys(value).length <= ENTRIES_MAX)
    .transform((map, context) =>
      Object.entries(map).map(([key, value]) => ({
        key,
        value: member(context, key, entry, value),
      })),
    );
}

/** A status in the gateway's spelling; UNKNOWN when it is not among the known ones. */
export function statusIn<Known extends string>(known: readonly Known[]): Shape<Known | 'UNKNOWN'> {
  return z
    .string()
    .transform((status) => known.find((one) => one === status.toUpperCase()) ?? 'UNKNOWN');
}

/** A URL for clients; null when it is missing, and when a client should not be sent there. */
export type UrlShape = Shape<string | null>;

/** `mayBePlain`: whether `http:` URLs pass. */
export function urlShape(mayBePlain: boolean): UrlShape {
  return orNull(text).transform((url) =>
    url !== null && isMediaUrl(url, mayBePlain) ? url : null,
  );
}

/** A member whose schema depends on another member: for use inside a `transform`. */
export function member<T>(
  context: z.core.$RefinementCtx,
  name: string,
  shape: Shape<T>,
  value: unknown,
): T {
  return part(context, shape, value, [name]);
}

/** The same of the value itself. */
export function part<T>(
  context: z.core.$RefinementCtx,
  shape: Shape<T>,
  value: unknown,
  place: readonly string[] = [],
): T {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const path = [...place, ...(parsed.error.issues[0]?.path ?? [])];
  context.addIssue({ code: 'custom', message: 'does not check', input: undefined, path });
  return z.NEVER;
}

/**
 * The answer in the shape of its schema. Throws RUNWAY_UNAVAILABLE with the place of the first
 * difference as detail; what stands there is not told.
 */
export function shaped<T>(shape: Shape<T>, answer: unknown, name: string): T {
  const parsed = shape.safeParse(answer);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path ?? [];
  throw unreadable(
    path.reduce<string>(
      (place, part) => (typeof part === 'number' ? `${place}[]` : `${place}.${String(part)}`),
      name,
    ),
  );
}

/** The answer is not as documented. */
export function unreadable(place: string): GatewayError {
  return new GatewayError('RUNWAY_UNAVAILABLE', { detail: `${place} does not check` });
}

/** The value where it has that shape, and null for everything else. */
export function valueOf<T>(shape: Shape<T>, value: unknown): T | null {
  const parsed = shape.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** Credits of one task; null unless it is a number from 0 to CREDITS_MAX. */
export function toCredits(value: unknown): number | null {
  const credits = valueOf(amount, value);
  if (credits === null || credits > CREDITS_MAX) return null;
  return Math.round(credits * CREDIT_PARTS) / CREDIT_PARTS;
}

/** `{ credits }` as Runway writes costs; see `toCredits`. */
export function creditsOf(value: unknown): number | null {
  return toCredits(isObject(value) ? value['credits'] : undefined);
}

/** Whether a parsed JSON value is an object (and no array). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** See `line`. */
export function oneLine(words: string): string {
  return words.replace(/\p{Cc}+/gu, ' ').slice(0, TEXT_LENGTH_MAX);
}

/** Whether a client may be sent there: https, and http only where Runway itself is spoken to so. */
export function isMediaUrl(value: unknown, mayBePlain: boolean): value is string {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  const { protocol } = new URL(value);
  return protocol === 'https:' || (mayBePlain && protocol === 'http:');
}

function isList(value: unknown): value is readonly JsonValue[] {
  return Array.isArray(value) && value.length <= ENTRIES_MAX;
}

function isShallow(value: JsonValue | undefined, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((inner: JsonValue) => isShallow(inner, depth - 1));
}
