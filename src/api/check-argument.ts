import { validate } from 'class-validator';
import { GatewayError, type InputIssue } from '../errors.js';
import { inputIssues } from './input-issues.js';

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
    validationError: { target: false, value: false },
  });
  return inputIssues(argument, errors);
}

/** Length of a text argument in Unicode characters; null is as good as absent nowhere here. */
export function checkText(argument: string, value: string | null, min: number, max: number): void {
  const length = value === null ? -1 : [...value].length;
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
