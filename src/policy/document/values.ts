import type { InputIssue } from '../../errors.js';
import type { DocumentLimits } from './document-limits.js';

/** Bounds of what is nested in variables, whatever its types are. */
export type ValueLimits = Pick<DocumentLimits, 'valuesMax' | 'valueLevelsMax'>;

/**
 * Entries of lists and members of objects below `root`, counted without recursion and only until a
 * limit is passed: the issue then, else undefined.
 */
export function valuesIssue(root: unknown, limits: ValueLimits): InputIssue | undefined {
  let count = 0;
  let level: readonly object[] = isParent(root) ? [root] : [];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth >= limits.valueLevelsMax) return tooDeepIssue(limits);
    const next: object[] = [];
    for (const parent of level) {
      const children: readonly unknown[] = Array.isArray(parent) ? parent : Object.values(parent);
      count += children.length;
      if (count > limits.valuesMax) return tooManyIssue(limits);
      for (const child of children) if (isParent(child)) next.push(child);
    }
    level = next;
  }
  return undefined;
}

/** Counts as `valuesIssue` does, up to `max` and a little more: for values whose levels are bounded. */
export function countValues(root: unknown, max: number): number {
  let count = 0;
  const open: unknown[] = [root];
  while (open.length > 0 && count <= max) {
    const parent = open.pop();
    if (!isParent(parent)) continue;
    const children: readonly unknown[] = Array.isArray(parent) ? parent : Object.values(parent);
    count += children.length;
    for (const child of children) if (isParent(child)) open.push(child);
  }
  return count;
}

export function tooManyIssue({ valuesMax }: ValueLimits): InputIssue {
  const allowed = `at most ${String(valuesMax)} values`;
  return {
    path: 'variables',
    rule: 'maxValues',
    message: `The variables must have ${allowed}: entries of lists and members of objects.`,
    allowed: [allowed],
  };
}

export function tooDeepIssue({ valueLevelsMax }: ValueLimits): InputIssue {
  const allowed = `at most ${String(valueLevelsMax)} levels`;
  return {
    path: 'variables',
    rule: 'maxLevels',
    message: `The variables must have ${allowed} of lists and objects.`,
    allowed: [allowed],
  };
}

function isParent(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
