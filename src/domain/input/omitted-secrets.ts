import { createHash } from 'node:crypto';

import type { JsonObject, JsonValue } from './json.js';

/**
 * Members of inputs and bodies that let their holder join a call: a LiveKit token and an ElevenLabs
 * signed URL. These are Runway's own names, and Runway uses them for nothing else.
 */
const SECRET_MEMBERS: ReadonlySet<string> = new Set(['signedUrl', 'token']);

/** Placeholder for a secret. It lets a reader tell two secrets apart. */
export interface OmittedSecret extends JsonObject {
  readonly omitted: 'secret';
  /** SHA-256 (hex). */
  readonly sha256: string;
}

/** Whether the value is the placeholder of a secret. */
export function isOmittedSecret(value: JsonValue): boolean {
  return isObject(value) && value['omitted'] === 'secret' && typeof value['sha256'] === 'string';
}

/** The object with every secret in it omitted; the very same object when there is none. */
export function omitSecrets(object: JsonObject): JsonObject {
  const reduced = Object.entries(object).map(([name, value]) => [name, omit(name, value)] as const);
  return reduced.some(([name, value]) => value !== object[name])
    ? Object.fromEntries(reduced)
    : object;
}

function omit(name: string, value: JsonValue): JsonValue {
  if (SECRET_MEMBERS.has(name) && typeof value === 'string') {
    const sha256 = createHash('sha256').update(value).digest('hex');
    return { omitted: 'secret', sha256 } satisfies OmittedSecret;
  }
  return isObject(value) ? omitSecrets(value) : value;
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
