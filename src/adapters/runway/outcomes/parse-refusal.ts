import type { JsonObject } from '../../../domain/input/json.js';
import type { RunwayIssue, RunwayRefusal } from '../../../domain/runway-answer.js';
import { isObject, oneLine, textOf } from './answer-shapes.js';

const ISSUES_READ_MAX = 50;
/** Unions inside unions; Runway's own go two deep. */
const UNION_DEPTH_MAX = 4;
const ALLOWED_MAX = 100;
const PATH_MAX = 32;

/** Reads Runway's error body as far as it has the documented form; anything else is left out. */
export function parseRefusal(status: RunwayRefusal['status'], body: unknown): RunwayRefusal {
  const error = isObject(body) ? body : {};
  const message = oneLine(textOf(error['error']) ?? '');
  return {
    status,
    message,
    issues: issuesOf(error['issues'], [], UNION_DEPTH_MAX).slice(0, ISSUES_READ_MAX),
    isOutOfCredits: status === 400 && /\bnot have enough credits\b/i.test(message),
    code: textOf(error['code'])?.match(/^[a-z0-9_]{1,64}$/)?.[0] ?? null,
  };
}

type Path = readonly (string | number)[];

function issuesOf(value: unknown, prefix: Path, depth: number): RunwayIssue[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, ISSUES_READ_MAX).flatMap((issue) => {
    if (!isObject(issue)) return [];
    const path = [...prefix, ...pathOf(issue['path'])].slice(0, PATH_MAX);
    const nested = depth > 0 ? closestBranch(issue['errors'], path, depth - 1) : [];
    if (nested.length > 0) return nested;
    return [
      {
        code: textOf(issue['code'])?.match(/^[a-z0-9_]{1,64}$/)?.[0] ?? 'invalid',
        path,
        message: oneLine(textOf(issue['message']) ?? ''),
        allowed: allowedOf(issue),
      },
    ];
  });
}

/**
 * A failed union carries the issues of every member. The member with the fewest is the one that was
 * most likely meant; the others would only mislead.
 */
function closestBranch(errors: unknown, path: Path, depth: number): RunwayIssue[] {
  if (!Array.isArray(errors)) return [];
  const branches = errors
    .slice(0, ISSUES_READ_MAX)
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

/** Bounds and allowed values under the names that Zod 4 gives them. */
function allowedOf(issue: JsonObject): string[] | null {
  const { values, options, minimum, maximum, divisor, expected, format } = issue;
  const list = Array.isArray(values) ? values : Array.isArray(options) ? options : [];
  const allowed = list.filter(isPlain).map(String);
  const strict = issue['inclusive'] === false;
  if (isPlain(minimum)) allowed.push(`${strict ? '>' : '≥'} ${String(minimum)}`);
  if (isPlain(maximum)) allowed.push(`${strict ? '<' : '≤'} ${String(maximum)}`);
  if (isPlain(divisor)) allowed.push(`a multiple of ${String(divisor)}`);
  if (typeof expected === 'string') allowed.push(expected);
  if (typeof format === 'string') allowed.push(format);
  return allowed.length === 0 ? null : allowed.slice(0, ALLOWED_MAX).map(oneLine);
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
