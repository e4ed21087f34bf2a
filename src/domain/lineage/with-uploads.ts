import type { JsonObject, JsonValue } from '../input/json.js';

/** The body with the address of an upload in the place of each text that names an output. */
export function withUploads(body: JsonObject, uploads: ReadonlyMap<string, string>): JsonObject {
  return replaced(body, uploads) as JsonObject;
}

function replaced(value: JsonValue, uploads: ReadonlyMap<string, string>): JsonValue {
  if (typeof value === 'string') return uploads.get(value) ?? value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => replaced(item as JsonValue, uploads));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, replaced(item, uploads)]),
  );
}
