import type { ValidationArguments } from 'class-validator';
import { ValidateBy } from 'class-validator';
import { isAddressRange } from '../../domain/address-range.js';
import type { MediaKind } from '../media-uri.js';
import { mediaKindOf } from '../media-uri.js';
import type { RuleContext } from './rule.js';
import { noteKind } from './kinds-of-fields.js';
import { shown } from './size.js';

const INDEXES = /^Entries (\d+(?:, \d+)*): /;

/** The indexes that a rule on a list's elements puts first in its text; none for other rules. */
export function indexesIn(message: string): number[] {
  return (INDEXES.exec(message)?.[1] ?? '').split(', ').filter(Boolean).map(Number);
}

/*
 * class-validator's `{ each: true }` does not tell which entries of a list fail. These rules do.
 */

/** Every text of a list has so many characters (UTF-16 code units). */
export function EachLength(min: number, max: number): PropertyDecorator {
  const rule = 'eachLength';
  const allowed = [`${String(min)}–${String(max)} characters`];
  const message = `Must have ${String(allowed[0])}.`;
  const decorator = each(rule, message, allowed, (value) => {
    return typeof value !== 'string' || (value.length >= min && value.length <= max);
  });
  return shown('maxLength', { max, rule, message, allowed }, decorator);
}

/** Every text of a list has the form. */
export function EachMatches(pattern: RegExp): PropertyDecorator {
  return each('eachPattern', 'Must have the required form.', [pattern.source], (value) => {
    return typeof value !== 'string' || pattern.test(value);
  });
}

/** Every data uri of a list is of the kind. */
export function EachMediaKind(kind: MediaKind): PropertyDecorator {
  const decorator = each('eachMediaKind', `Must be of the kind ${kind}.`, [kind], (value) => {
    return typeof value !== 'string' || (mediaKindOf(value) ?? kind) === kind;
  });
  return noteKind(kind, decorator);
}

/** Every text of a list is an IP address, or a network in CIDR notation. */
export function EachAddressRange(): PropertyDecorator {
  const allowed = ['192.0.2.7', '10.0.0.0/8', '2001:db8::/32'];
  return each('eachAddress', 'Must be an IPv4 or IPv6 address or network.', allowed, (value) => {
    return typeof value !== 'string' || isAddressRange(value);
  });
}

function each(
  name: string,
  message: string,
  allowed: readonly string[],
  accepts: (value: unknown) => boolean,
): PropertyDecorator {
  const context: RuleContext = { allowed };
  const failing = (list: unknown): number[] =>
    Array.isArray(list) ? list.flatMap((value, index) => (accepts(value) ? [] : [index])) : [];
  return ValidateBy(
    { name, validator: { validate: (list: unknown) => failing(list).length === 0 } },
    {
      context,
      message: ({ value }: ValidationArguments) =>
        `Entries ${failing(value).join(', ')}: ${message}`,
    },
  );
}
