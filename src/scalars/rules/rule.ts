import type { ValidationArguments } from 'class-validator';
import { ValidateBy } from 'class-validator';

/**
 * How a broken rule is read from class-validator's `ValidationError`: the key in `constraints` is the
 * rule's name, `contexts[rule].allowed` are the allowed values or bounds, and the constraint's text
 * never holds the value. Rules on a list's elements (`each…`) put the failing indexes there: see
 * `indexesIn` in each.ts.
 */
export interface RuleContext {
  readonly allowed: readonly string[];
}

interface Rule {
  readonly name: string;
  readonly message: string;
  readonly allowed: readonly string[];
  /** Whether the value is acceptable in its object. Absent and null are other rules' business. */
  readonly accepts: (value: unknown, object: object) => boolean;
}

/** A property decorator for one rule. */
export function rule({ name, message, allowed, accepts }: Rule): PropertyDecorator {
  const context: RuleContext = { allowed };
  return ValidateBy(
    {
      name,
      validator: {
        validate: (value: unknown, given?: ValidationArguments) =>
          accepts(value, given?.object ?? {}),
      },
    },
    { message, context },
  );
}
