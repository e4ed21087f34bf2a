import type { MadeBy } from '../generated/forms/all-forms.js';
import type { FormObject, FormValue } from './form-value.js';
import { operationOf } from './kinds.js';

/** What Make opens with. */
export interface Prefill {
  readonly operation: MadeBy;
  readonly value: FormObject;
  readonly label: string | null;
  /** How many files the gateway no longer holds, so that they must be given again. */
  readonly mediaLeftOut: number;
}

/** The parts of a task that a form can be filled with. */
export interface FilledTask {
  readonly operation: string;
  readonly input: unknown;
  readonly label: string | null;
}

/** The form that made a task, filled as it was; undefined for what no form makes. */
export function prefillFrom({ operation, input, label }: FilledTask): Prefill | undefined {
  const made = operationOf(operation);
  if (made === undefined || !isObject(input)) return undefined;
  const left = { count: 0 };
  const value = kept(input as FormValue, left) as FormObject;
  return { operation: made, value, label, mediaLeftOut: left.count };
}

/** Without data uris, of which the gateway keeps a digest alone: `{ omitted, sha256, bytes }`. */
function kept(value: FormValue, left: { count: number }): FormValue {
  if (Array.isArray(value)) {
    return (value as readonly FormValue[]).map((each) => kept(each, left));
  }
  if (!isObject(value)) return value;
  if ('omitted' in value && 'bytes' in value) {
    left.count += 1;
    return undefined;
  }
  const entries = Object.entries(value as FormObject);
  return Object.fromEntries(entries.map(([name, each]) => [name, kept(each, left)]));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
