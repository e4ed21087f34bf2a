import { rule } from './rule.js';
import { shown } from './size.js';

/** Lengths count UTF-16 code units, as Runway does. A value of another type passes: types are GraphQL's. */
export function MinLength(min: number): PropertyDecorator {
  return rule({
    name: 'minLength',
    message: `Must have at least ${characters(min)}.`,
    allowed: [`at least ${characters(min)}`],
    accepts: (value) => typeof value !== 'string' || value.length >= min,
  });
}

export function MaxLength(max: number): PropertyDecorator {
  const name = 'maxLength';
  const message = `Must have at most ${characters(max)}.`;
  const allowed = [`at most ${characters(max)}`];
  const accepts = (value: unknown): boolean => typeof value !== 'string' || value.length <= max;
  const bound = { max, rule: name, message, allowed };
  return shown('maxLength', bound, rule({ name, message, allowed, accepts }));
}

export function Matches(pattern: RegExp): PropertyDecorator {
  return rule({
    name: 'pattern',
    message: 'Must have the required form.',
    allowed: [pattern.source],
    accepts: (value) => typeof value !== 'string' || pattern.test(value),
  });
}

/** Bounds of a number; `auto` is none. */
export function Min(min: number): PropertyDecorator {
  return rule({
    name: 'min',
    message: `Must be at least ${String(min)}.`,
    allowed: [`at least ${String(min)}`],
    accepts: (value) => typeof value !== 'number' || value >= min,
  });
}

export function Max(max: number): PropertyDecorator {
  return rule({
    name: 'max',
    message: `Must be at most ${String(max)}.`,
    allowed: [`at most ${String(max)}`],
    accepts: (value) => typeof value !== 'number' || value <= max,
  });
}

export function Integer(): PropertyDecorator {
  return rule({
    name: 'integer',
    message: 'Must be a whole number.',
    allowed: ['a whole number'],
    accepts: (value) => typeof value !== 'number' || Number.isInteger(value),
  });
}

export function AllowedNumbers(...numbers: readonly number[]): PropertyDecorator {
  return rule({
    name: 'allowedValues',
    message: 'Must be one of the allowed numbers.',
    allowed: numbers.map(String),
    accepts: (value) => typeof value !== 'number' || numbers.includes(value),
  });
}

export function MinItems(min: number): PropertyDecorator {
  return rule({
    name: 'minItems',
    message: `Must have at least ${items(min)}.`,
    allowed: [`at least ${items(min)}`],
    accepts: (value) => !Array.isArray(value) || value.length >= min,
  });
}

export function MaxItems(max: number): PropertyDecorator {
  const name = 'maxItems';
  const message = `Must have at most ${items(max)}.`;
  const allowed = [`at most ${items(max)}`];
  const accepts = (value: unknown): boolean => !Array.isArray(value) || value.length <= max;
  const bound = { max, rule: name, message, allowed };
  return shown('maxItems', bound, rule({ name, message, allowed, accepts }));
}

function characters(count: number): string {
  return `${String(count)} ${count === 1 ? 'character' : 'characters'}`;
}

function items(count: number): string {
  return `${String(count)} ${count === 1 ? 'entry' : 'entries'}`;
}
