import { getMetadataStorage, type ValidationError } from 'class-validator';
import type { InputIssue } from '../../errors.js';

type Words = Pick<InputIssue, 'rule' | 'message' | 'allowed'>;

/** class-validator's own rules as a client reads them, by the name of the constraint. */
const WORDS: Readonly<Record<string, (bound: unknown) => Words>> = {
  isDefined: () => ({ rule: 'required', message: 'Is required.', allowed: ['a value'] }),
  isInt: () => ({
    rule: 'integer',
    message: 'Must be a whole number.',
    allowed: ['a whole number'],
  }),
  min: (min) => ({
    rule: 'min',
    message: `Must be at least ${String(min)}.`,
    allowed: [`at least ${String(min)}`],
  }),
  max: (max) => ({
    rule: 'max',
    message: `Must be at most ${String(max)}.`,
    allowed: [`at most ${String(max)}`],
  }),
  isIn: (numbers) => ({
    rule: 'allowedValues',
    message: 'Must be one of the allowed numbers.',
    allowed: (numbers as readonly number[]).map(String),
  }),
  matches: (pattern) => ({
    rule: 'pattern',
    message: 'Must have the required form.',
    allowed: [(pattern as RegExp).source],
  }),
  arrayMinSize: (min) => {
    const entries = `at least ${String(min)} ${min === 1 ? 'entry' : 'entries'}`;
    return { rule: 'minItems', message: `Must have ${entries}.`, allowed: [entries] };
  },
};

/** Whether the rule is one of class-validator's own that a client reads in our words. */
export function isOwnRule(constraint: string): boolean {
  return Object.hasOwn(WORDS, constraint);
}

/**
 * Rule, message and bounds of a broken rule of class-validator's own. Undefined for other rules,
 * for rules with a message of their own, and where the error does not carry its object.
 */
export function ownRuleIssue(error: ValidationError, constraint: string): Words | undefined {
  const words = isOwnRule(constraint) ? WORDS[constraint] : undefined;
  if (words === undefined || error.target === undefined) return undefined;
  const rules = getMetadataStorage().getTargetValidationMetadatas(
    error.target.constructor,
    '',
    false,
    false,
  );
  const broken = rules.find(
    ({ propertyName, name }) => propertyName === error.property && name === constraint,
  );
  // A rule that was given a message keeps it, and its own name.
  if (broken === undefined || broken.message) return undefined;
  const [bound] = (broken.constraints as readonly unknown[] | undefined) ?? [];
  return words(bound);
}
