import { rule } from './rule.js';

/**
 * No two objects of a list have the same text in the field: they will be keys of one map.
 * class-validator's `ArrayUnique` does not name the field, and compares each entry with all others.
 */
export function UniqueBy(field: string): PropertyDecorator {
  return rule({
    name: 'unique',
    message: `Each ${field} may appear once only.`,
    allowed: [`each ${field} once`],
    accepts: (list) => {
      if (!Array.isArray(list)) return true;
      const keys = list.map((entry: unknown) => (entry as Record<string, unknown>)[field]);
      return new Set(keys).size === keys.length;
    },
  });
}
