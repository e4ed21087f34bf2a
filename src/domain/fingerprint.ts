import { createHash } from 'node:crypto';
import type { JsonValue } from './json.js';

/** JSON with the members of every object in code-unit order: equal values give equal texts. */
export function canonicalJson(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** SHA-256 (hex) of what makes two requests the same: operation, normalised input and label. */
export function requestFingerprint(request: {
  readonly operation: string;
  readonly input: JsonValue;
  readonly label: string | null;
}): string {
  const { operation, input, label } = request;
  return createHash('sha256')
    .update(canonicalJson({ operation, input, label }), 'utf8')
    .digest('hex');
}
