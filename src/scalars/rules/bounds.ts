import type { SizeBound } from '../../domain/input/size-bounds.js';
import { rule } from './rule.js';
import { shown } from './size.js';

/*
 * Bounds that class-validator's decorators do not check as Runway does, or do not show the document
 * check. A value of another type passes: types are GraphQL's.
 */

/** Runway counts UTF-16 code units. class-validator counts a surrogate pair as one character. */
export function MinLength(min: number): PropertyDecorator {
  return rule({
    name: 'minLength',
    message: `Must have at least ${characters(min)}.`,
    allowed: [`at least ${characters(min)}`],
    accepts: (value) => typeof value !== 'string' || value.length >= min,
  });
}

/** Counts as `MinLength` does, and shows the bound to the document check. */
export function MaxLength(max: number): PropertyDecorator {
  const name = 'maxLength';
  const message = `Must have at most ${characters(max)}.`;
  const allowed = [`at most ${characters(max)}`];
  const accepts = (value: unknown): boolean => typeof value !== 'string' || value.length <= max;
  const bound = { max, rule: name, message, allowed };
  return shown('maxLength', bound, rule({ name, message, allowed, accepts }));
}

/** Shows the bound to the document check; class-validator's `ArrayMaxSize` does not. */
export function MaxItems(max: number): PropertyDecorator {
  const bound = itemsBound(max);
  const { rule: name, message, allowed } = bound;
  const accepts = (value: unknown): boolean => !Array.isArray(value) || value.length <= max;
  return shown('maxItems', bound, rule({ name, message, allowed, accepts }));
}

/** Of a list, as the document check reads it. */
export function itemsBound(max: number): SizeBound {
  const message = `Must have at most ${items(max)}.`;
  return { max, rule: 'maxItems', message, allowed: [`at most ${items(max)}`] };
}

function characters(count: number): string {
  return `${String(count)} ${count === 1 ? 'character' : 'characters'}`;
}

function items(count: number): string {
  return `${String(count)} ${count === 1 ? 'entry' : 'entries'}`;
}
