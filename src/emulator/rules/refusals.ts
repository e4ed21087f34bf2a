import type { Issue } from '../server/handler.js';

export type Fields = Readonly<Record<string, unknown>>;

/** Where a body breaks a rule, and what Runway says of it. */
export interface Breach {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Whether a body keeps to a rule that no schema expresses. */
export type Rule = (body: Fields) => readonly Breach[];

/** A rule about one property. */
export function when(isBroken: (body: Fields) => boolean, path: string, message: string): Rule {
  return (body) => (isBroken(body) ? [{ path: path.split('.'), message }] : []);
}

export function entriesIn(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

export function toIssue({ path, message }: Breach): Issue {
  return { code: 'custom', path, message };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
