import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  type GraphQLEnumType,
  type GraphQLInputType,
} from 'graphql';
import { ISSUES_MAX, type InputIssue } from '../../errors.js';

type Path = readonly (string | number)[];

const NAME = /^\$?[_A-Za-z][_0-9A-Za-z]{0,63}$/;

/** A name that a client wrote is told back only when it can be nothing but a name. */
export function isTellableName(name: string): boolean {
  return NAME.test(name);
}

/** Everything wrong with a variable's value, in our words and without the value; at most ISSUES_MAX. */
export function inputIssues(type: GraphQLInputType, value: unknown, at: Path): InputIssue[] {
  const issues: InputIssue[] = [];
  collect(type, value, at, issues);
  return issues;
}

/** What GraphQL's input coercion asks, in its order. Source: GraphQL specification, 3.10 and 6.1.2. */
function collect(type: GraphQLInputType, value: unknown, at: Path, issues: InputIssue[]): void {
  if (issues.length >= ISSUES_MAX) return;
  if (value === null || value === undefined) {
    if (isNonNullType(type)) issues.push(requiredIssue(at));
    return;
  }
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    if (!Array.isArray(value)) {
      collect(nullable.ofType, value, at, issues);
      return;
    }
    for (const [index, item] of value.entries()) {
      if (issues.length >= ISSUES_MAX) return;
      collect(nullable.ofType, item, [...at, index], issues);
    }
    return;
  }
  if (isInputObjectType(nullable)) {
    if (typeof value !== 'object' || Array.isArray(value)) {
      issues.push(typeIssue(nullable, at));
      return;
    }
    const given = new Map<string, unknown>(Object.entries(value));
    const fields = nullable.getFields();
    for (const field of Object.values(fields)) {
      if (given.has(field.name)) {
        collect(field.type, given.get(field.name), [...at, field.name], issues);
      } else if (isRequiredInputField(field)) {
        issues.push(requiredIssue([...at, field.name]));
      }
    }
    for (const name of given.keys()) {
      if (!Object.hasOwn(fields, name)) issues.push(unknownFieldIssue([...at, name]));
    }
    if (nullable.isOneOf && (given.size !== 1 || [...given.values()].includes(null))) {
      issues.push(oneOfIssue(Object.keys(fields), at));
    }
    return;
  }
  try {
    if (nullable.parseValue(value) === undefined) issues.push(typeIssue(nullable, at));
  } catch (error) {
    issues.push(ruleIssue(error, at) ?? typeIssue(nullable, at));
  }
}

export function pathText(path: Path): string {
  return path
    .map((part) => (typeof part === 'number' || isTellableName(part) ? part : '?'))
    .join('.');
}

export function requiredIssue(at: Path): InputIssue {
  return { path: pathText(at), rule: 'required', message: 'Is required.' };
}

export function unknownFieldIssue(at: Path): InputIssue {
  return { path: pathText(at), rule: 'unknownField', message: 'Unknown field.' };
}

export function oneOfIssue(members: readonly string[], at: Path): InputIssue {
  const message = 'Must have exactly one member, and not null.';
  return { path: pathText(at), rule: 'oneOf', message, allowed: members };
}

export function typeIssue(type: GraphQLInputType, at: Path): InputIssue {
  const named = getNamedType(type);
  const message = `Must be a value of type ${String(getNullableType(type))}.`;
  return isEnumType(named)
    ? { path: pathText(at), rule: 'enum', message, allowed: enumNames(named) }
    : { path: pathText(at), rule: 'type', message };
}

/** The issue of a scalar of ours, whose errors carry their rule; undefined for any other error. */
export function ruleIssue(error: unknown, at: Path): InputIssue | undefined {
  if (!(error instanceof Error) || !('extensions' in error)) return undefined;
  const { rule, allowed } = (error.extensions ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof rule !== 'string') return undefined;
  return {
    path: pathText(at),
    rule,
    message: error.message,
    ...(Array.isArray(allowed) ? { allowed: allowed.map(String) } : {}),
  };
}

function enumNames(type: GraphQLEnumType): string[] {
  return type.getValues().map(({ name }) => name);
}
