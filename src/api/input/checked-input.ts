import type { GraphQLInputType, GraphQLResolveInfo } from 'graphql';
import { GatewayError, type InputIssue } from '../../errors.js';
import { findIssues } from './check-argument.js';

/** What an operator decides about all fields whose inputs are generated. */
export interface InputRules {
  /** Bounds that are not enforced here, as `<field>.<path>`, e.g. `createTextToVideo.gen4_5.promptText`. */
  readonly relaxedBounds: readonly string[];
  readonly requireIdempotencyKey: boolean;
}

/** What breaks the rules of a generated input, but for what an operator has lifted. */
export async function inputIssuesOf(
  field: string,
  input: object,
  rules: InputRules,
): Promise<readonly InputIssue[]> {
  const issues = await findIssues('input', input);
  return issues.filter((issue) => !isRelaxed(field, issue, rules));
}

/** The declared type of an argument of the field that is resolved. */
export function argumentTypeOf(
  name: string,
  { parentType, fieldName }: GraphQLResolveInfo,
): GraphQLInputType {
  const argument = parentType.getFields()[fieldName]?.args.find((each) => each.name === name);
  if (argument === undefined) {
    throw new GatewayError('INTERNAL', { detail: `${fieldName} has no argument ${name}` });
  }
  return argument.type;
}

/** Whether an operator has lifted the bound: list places are written `[]`, rules on null and type stay. */
function isRelaxed(field: string, issue: InputIssue, rules: InputRules): boolean {
  if (!RELAXABLE_RULES.has(issue.rule)) return false;
  const path = issue.path.replace(/^input/, field).replace(/\.\d+/g, '[]');
  return rules.relaxedBounds.includes(path);
}

const RELAXABLE_RULES: ReadonlySet<string> = new Set([
  'minLength',
  'maxLength',
  'pattern',
  'min',
  'max',
  'minItems',
  'maxItems',
  'allowedValues',
  'eachLength',
  'eachPattern',
]);
