import { createHash } from 'node:crypto';

import type { JsonObject, JsonValue } from './json.js';

/** Placeholder for a data URI. It identifies the file without its contents. */
export interface OmittedDataUri extends JsonObject {
  readonly omitted: 'data URI';
  /** SHA-256 (hex) of the decoded bytes. */
  readonly sha256: string;
  /** Length of the decoded bytes. */
  readonly bytes: number;
}

/** A media type or `;base64` must be there, so that a prompt that begins with "data:" stays text. */
const HEADER = /^data:(?:[\w.+-]+\/[\w.+-]+(?:;[^,;]+)*|(?:;[^,;]+)*;base64)$/i;

/** Longer than any header that names a media type and a few parameters, in characters. */
const HEADER_LENGTH_MAX = 200;

function decode(header: string, data: string): Buffer {
  if (/;base64$/i.test(header)) return Buffer.from(data, 'base64');
  try {
    return Buffer.from(decodeURIComponent(data));
  } catch {
    return Buffer.from(data);
  }
}

function omit(text: string): OmittedDataUri | undefined {
  const comma = text.slice(0, HEADER_LENGTH_MAX).indexOf(',');
  if (comma === -1) return undefined;
  const header = text.slice(0, comma);
  if (!HEADER.test(header)) return undefined;
  const content = decode(header, text.slice(comma + 1));
  return {
    omitted: 'data URI',
    sha256: createHash('sha256').update(content).digest('hex'),
    bytes: content.length,
  };
}

/** Whether the value is the placeholder of a data URI. */
export function isOmittedDataUri(value: JsonValue): boolean {
  return (
    value !== null &&
    typeof value === 'object' &&
    !isArray(value) &&
    value['omitted'] === 'data URI' &&
    typeof value['sha256'] === 'string'
  );
}

/** Hashed data URIs by their text, because an input and its request hold the same ones. */
export type KnownDataUris = Map<string, OmittedDataUri>;

/** The value with every data URI in it omitted; the very same value when there is none. */
export function omitDataUris(value: JsonValue, known: KnownDataUris = new Map()): JsonValue {
  if (typeof value === 'string') return omitKnown(value, known) ?? value;
  if (value === null || typeof value !== 'object') return value;
  return isArray(value) ? omitInArray(value, known) : omitInObject(value, known);
}

function omitKnown(text: string, known: KnownDataUris): OmittedDataUri | undefined {
  const omitted = known.get(text) ?? omit(text);
  if (omitted !== undefined) known.set(text, omitted);
  return omitted;
}

function omitInArray(array: readonly JsonValue[], known: KnownDataUris): readonly JsonValue[] {
  const reduced = array.map((item) => omitDataUris(item, known));
  return reduced.some((item, index) => item !== array[index]) ? reduced : array;
}

/** The object with every data URI in it omitted; the very same object when there is none. */
export function omitInObject(object: JsonObject, known: KnownDataUris = new Map()): JsonObject {
  const reduced = Object.entries(object).map(
    ([key, item]) => [key, omitDataUris(item, known)] as const,
  );
  return reduced.some(([key, item]) => item !== object[key]) ? Object.fromEntries(reduced) : object;
}

/** `Array.isArray` does not narrow a readonly array. */
function isArray(value: readonly JsonValue[] | JsonObject): value is readonly JsonValue[] {
  return Array.isArray(value);
}
