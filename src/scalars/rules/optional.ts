import { ValidateIf } from 'class-validator';
import { rule } from './rule.js';

const notNull = rule({
  name: 'notNull',
  message: 'May not be null. Leave it out instead.',
  allowed: ['not null'],
  accepts: (value) => value !== null,
});

/**
 * May be left out, may not be null: Runway tells the two apart, and refuses null. class-validator's
 * `IsOptional` lets null through.
 */
export function Optional(): PropertyDecorator {
  const whenPresent = ValidateIf((_object: object, value: unknown) => value !== undefined);
  return (target, property) => {
    notNull(target, property);
    whenPresent(target, property);
  };
}

/** The bounds of a number do not apply to the word `auto`. */
export function UnlessAuto(): PropertyDecorator {
  return ValidateIf((_object: object, value: unknown) => value !== 'auto');
}
