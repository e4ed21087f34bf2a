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

/**
 * SHA-256 (hex) that is equal for two equal requests. It covers operation, normalised input,
 * label and the address that is told of the task, and for a resubmission the repeated task, so that the first request's key does not match
 * it.
 */
export function requestFingerprint(request: {
  readonly operation: string;
  readonly input: JsonValue;
  readonly label: string | null;
  readonly webhookUrl?: string | null;
  readonly resubmits?: string;
}): string {
  const { operation, input, label, webhookUrl = null, resubmits } = request;
  const same = {
    ...{ operation, input, label },
    ...(webhookUrl !== null && { webhookUrl }),
    ...(resubmits !== undefined && { resubmits }),
  };
  return createHash('sha256').update(canonicalJson(same), 'utf8').digest('hex');
}
