import { IsDefined, ValidateIf } from 'class-validator';
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

/*
 * Several fields can stand for one property of Runway's, e.g. `duration` and `durationAuto`. Of such
 * fields `values` hold a value, and `flags` are Booleans, of which false counts as absent.
 */

/** Must be given, unless one of the other fields is. */
export function RequiredUnless(
  values: readonly string[] = [],
  flags: readonly string[] = [],
): PropertyDecorator {
  const isNeeded = ValidateIf(
    (object: object, value: unknown) =>
      value !== undefined || givenOf(object, values, flags).length === 0,
  );
  return (target, property) => {
    IsDefined()(target, property);
    isNeeded(target, property);
  };
}

/** Must not be given together with one of the other fields. */
export function Unless(values: readonly string[], flags: readonly string[]): PropertyDecorator {
  const others = [...values, ...flags].map((name) => `\`${name}\``).join(', ');
  return rule({
    name: 'onlyOne',
    message: `May not be given together with ${others}.`,
    allowed: [`only one of these fields and ${others}`],
    accepts: (value, object) =>
      isAbsent(value) || value === false || givenOf(object, values, flags).length === 0,
  });
}

function givenOf(
  object: object,
  values: readonly string[],
  flags: readonly string[],
): readonly string[] {
  const fields = object as Readonly<Record<string, unknown>>;
  return [
    ...values.filter((name) => !isAbsent(fields[name])),
    ...flags.filter((name) => fields[name] === true),
  ];
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}
