import type { JsonObject } from '../../../domain/input/json.js';
import type { RunwayIssue, RunwayRefusal } from '../../../domain/runway-answer.js';
import { DOCUMENTATION, RunwayWords } from '../../../domain/runway-words.js';
import { isObject, textOf } from './answer-shapes.js';

const ISSUES_READ_MAX = 50;
/** Unions inside unions; Runway's own go two deep. */
const UNION_DEPTH_MAX = 4;
const ALLOWED_MAX = 100;
const PATH_MAX = 32;

/** A code of Runway's: no digit, because it might be an id. */
const CODE = /^[a-z_]{1,64}$/;

/** Reads Runway's error body as far as it has the documented form; anything else is left out. */
export function parseRefusal(status: RunwayRefusal['status'], body: unknown): RunwayRefusal {
  const error = isObject(body) ? body : {};
  const text = textOf(error['error']) ?? '';
  return {
    status,
    words: new RunwayWords(text),
    issues: issuesOf(error['issues'], [], UNION_DEPTH_MAX).slice(0, ISSUES_READ_MAX),
    isOutOfCredits: status === 400 && /\bnot have enough credits\b/i.test(text),
    code: codeOf(error['code']),
    emptiedBy: listIn(error['emptiedBy']).flatMap((filter) => codeOf(filter) ?? []),
    docUrl: withoutQuery(error['docUrl']).match(DOCUMENTATION)?.[0] ?? null,
  };
}

function withoutQuery(url: unknown): string {
  return textOf(url)?.split(/[?#]/, 1)[0] ?? '';
}

function codeOf(value: unknown): string | null {
  return textOf(value)?.match(CODE)?.[0] ?? null;
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, ISSUES_READ_MAX) : [];
}

type Path = readonly (string | number)[];

function issuesOf(value: unknown, prefix: Path, depth: number): RunwayIssue[] {
  return listIn(value).flatMap((issue) => {
    if (!isObject(issue)) return [];
    const path = [...prefix, ...pathOf(issue['path'])].slice(0, PATH_MAX);
    const nested = depth > 0 ? closestBranch(issue['errors'], path, depth - 1) : [];
    if (nested.length > 0) return nested;
    return [
      {
        code: codeOf(issue['code']) ?? 'invalid',
        path,
        words: new RunwayWords(textOf(issue['message']) ?? ''),
        values: valuesOf(issue),
        bounds: boundsOf(issue),
      },
    ];
  });
}

/**
 * A failed union carries the issues of every member. The member with the fewest is the one that was
 * most likely meant; the others would only mislead.
 */
function closestBranch(errors: unknown, path: Path, depth: number): RunwayIssue[] {
  const branches = listIn(errors)
    .map((branch) => issuesOf(branch, path, depth))
    .filter((branch) => branch.length > 0);
  return branches.reduce(
    (best, next) => (next.length < best.length ? next : best),
    branches[0] ?? [],
  );
}

function pathOf(value: unknown): Path {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (part): part is string | number => typeof part === 'string' || typeof part === 'number',
  );
}

/** Allowed values under the names that Zod 4 gives them. */
function valuesOf({ values, options }: JsonObject): RunwayWords[] {
  const list = Array.isArray(values) ? values : Array.isArray(options) ? options : [];
  return list.filter(isPlain).slice(0, ALLOWED_MAX).map(wordsOf);
}

/** Bounds, types and formats under the names that Zod 4 gives them. */
function boundsOf(issue: JsonObject): RunwayWords[] {
  const { minimum, maximum, divisor, expected, format } = issue;
  const strict = issue['inclusive'] === false;
  const bounds: string[] = [];
  if (isPlain(minimum)) bounds.push(`${strict ? '>' : '≥'} ${String(minimum)}`);
  if (isPlain(maximum)) bounds.push(`${strict ? '<' : '≤'} ${String(maximum)}`);
  if (isPlain(divisor)) bounds.push(`a multiple of ${String(divisor)}`);
  if (typeof expected === 'string') bounds.push(expected);
  if (typeof format === 'string') bounds.push(format);
  return bounds.map(wordsOf);
}

function wordsOf(text: string | number | boolean): RunwayWords {
  return new RunwayWords(String(text));
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
