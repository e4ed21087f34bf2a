import { getMetadataStorage, validate } from 'class-validator';
import { GatewayError, type InputIssue } from '../../errors.js';
import { inputIssues } from '../errors/input-issues.js';
import { rememberRules } from './remembered-rules.js';

rememberRules(getMetadataStorage());

/** For `validateFn` of an argument: checks the class's rules, and names the argument in the path. */
export function checkArgument(argument: string): (value: unknown) => Promise<void> {
  return async (value) => {
    const issues = await findIssues(argument, value);
    if (issues.length > 0) throw new GatewayError('BAD_USER_INPUT', { issues });
  };
}

/** What breaks the rules of a value's class; nothing for a value without one. */
export async function findIssues(argument: string, value: unknown): Promise<readonly InputIssue[]> {
  if (typeof value !== 'object' || value === null) return [];
  const errors = await validate(value, {
    forbidUnknownValues: false,
    skipMissingProperties: false,
    // The objects serve to find the bounds of a broken rule. The errors do not leave this function.
    validationError: { target: true, value: false },
  });
  return inputIssues(argument, errors);
}

/** Throws BAD_USER_INPUT unless the text has `min` to `max` Unicode characters. Null is refused. */
export function checkText(argument: string, value: string | null, min: number, max: number): void {
  // A character has two code units at most: a text of megabytes is not taken apart to be counted.
  const isCountable = value !== null && value.length <= 2 * max;
  const length = isCountable ? [...value].length : -1;
  if (length >= min && length <= max) return;
  throw new GatewayError('BAD_USER_INPUT', {
    issues: [
      {
        path: argument,
        rule: 'length',
        message: `Must have ${String(min)} to ${String(max)} characters.`,
        allowed: [`${String(min)}–${String(max)}`],
      },
    ],
  });
}
