import type { ValidationError } from 'class-validator';
import { ISSUES_MAX, type InputIssue } from '../../errors.js';
import { indexesIn } from '../../scalars/rules/each.js';
import type { RuleContext } from '../../scalars/rules/rule.js';
import { isOwnRule, ownRuleIssue } from './own-rules.js';

/**
 * The broken rules of an input class as issues, paths from the argument on; at most ISSUES_MAX.
 * Rules' texts never hold the value (see scalars/rules/rule.ts).
 */
export function inputIssues(
  argument: string,
  errors: readonly ValidationError[],
): readonly InputIssue[] {
  return errors.flatMap((error) => issuesOf(argument, error)).slice(0, ISSUES_MAX);
}

function issuesOf(parent: string, error: ValidationError): readonly InputIssue[] {
  const path = `${parent}.${error.property}`;
  const own = brokenRules(error).flatMap(([rule, text]): readonly InputIssue[] => {
    const words = ownRuleIssue(error, rule);
    if (words !== undefined) return [{ path, ...words }];
    const allowed = (error.contexts?.[rule] as RuleContext | undefined)?.allowed;
    const indexes = indexesIn(text);
    const message = indexes.length === 0 ? text : text.slice(text.indexOf(': ') + 2);
    const paths =
      indexes.length === 0 ? [path] : indexes.map((index) => `${path}.${String(index)}`);
    return paths.map((at) => ({
      path: at,
      rule,
      message,
      ...(allowed === undefined ? {} : { allowed }),
    }));
  });
  return [...own, ...(error.children ?? []).flatMap((child) => issuesOf(path, child))];
}

/**
 * class-validator's own bounds refuse a value that is missing, too, as does its rule on nested objects,
 * which has no words: that it is missing says it all.
 */
function brokenRules({
  constraints = {},
}: ValidationError): readonly (readonly [string, string])[] {
  const broken = Object.entries(constraints);
  const isMissing = broken.some(([rule]) => rule === 'notNull' || rule === 'isDefined');
  if (!isMissing) return broken;
  return broken.filter(
    ([rule]) => rule === 'isDefined' || !(isOwnRule(rule) || rule === 'nestedValidation'),
  );
}
