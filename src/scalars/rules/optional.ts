import { ValidateIf } from 'class-validator';
import { rule } from './rule.js';

const notNull = rule({
  name: 'notNull',
  message: 'May not be null. Leave it out instead.',
  allowed: ['not null'],
  accepts: (value) => value !== null,
});

/** May be left out, may not be null: Runway tells the two apart, and refuses null. */
export function Optional(): PropertyDecorator {
  const whenPresent = ValidateIf((_object: object, value: unknown) => value !== undefined);
  return (target, property) => {
    notNull(target, property);
    whenPresent(target, property);
  };
}

/** May be left out or null: null clears what was set. */
export function OptionalOrNull(): PropertyDecorator {
  return ValidateIf((_object: object, value: unknown) => value !== undefined && value !== null);
}

/** Must be there. GraphQL sees to it; the rule guards calls from our own code. */
export function Required(): PropertyDecorator {
  return rule({
    name: 'required',
    message: 'Is required.',
    allowed: ['a value'],
    accepts: (value) => value !== undefined && value !== null,
  });
}
