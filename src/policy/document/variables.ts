import {
  coerceInputValue,
  isInputType,
  isNonNullType,
  Kind,
  typeFromAST,
  type DocumentNode,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { ISSUES_MAX, type InputIssue } from '../../errors.js';
import { refusal } from './document-error.js';
import { inputIssues, pathText, requiredIssue, typeIssue } from './variable-issues.js';
import { InputSizes, readJson } from './input-sizes.js';
import { DOCUMENT_LIMITS, type DocumentLimits } from './document-limits.js';
import { findPlaces, type VariablePlace } from './literals.js';
import { valuesIssue } from './values.js';

/** A variable of the operation and the place where its value goes. */
export interface Variable extends VariablePlace {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly hasDefault: boolean;
}

export type VariableValues = Readonly<Record<string, unknown>>;

/** The operation's variables. The document must have passed the rules. */
export function findVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly Variable[] {
  const places = findPlaces(schema, document);
  return (operation.variableDefinitions ?? []).flatMap(({ variable, type, defaultValue }) => {
    const inputType = typeFromAST(schema, type);
    if (!isInputType(inputType)) return [];
    const name = variable.name.value;
    const place = places.get(name);
    return [
      {
        name,
        type: inputType,
        hasDefault: defaultValue !== undefined,
        path: place?.path ?? [name],
        refusesNull: place?.refusesNull ?? false,
        bounds: place?.bounds ?? {},
      },
    ];
  });
}

/** Names of the variables that other operations of the document have. */
export function variablesOfOthers(
  { definitions }: DocumentNode,
  operation: OperationDefinitionNode,
): ReadonlySet<string> {
  const others = definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION && definition !== operation
      ? (definition.variableDefinitions ?? [])
      : [],
  );
  return new Set(others.map(({ variable }) => variable.name.value));
}

/**
 * The values against their types, before anything is executed. How many there are and how large is
 * checked first: nothing is coerced of what a bound refuses. Then graphql-js decides what is wrong,
 * and the words are ours. A value for a variable that no operation of the document has is refused;
 * `ofOthers` are those of its other operations, for which explorers keep values at hand.
 */
export function checkVariables(
  variables: readonly Variable[],
  values: VariableValues,
  limits: DocumentLimits = DOCUMENT_LIMITS,
  ofOthers: ReadonlySet<string> = new Set(),
): readonly GraphQLError[] {
  const oversize = valuesIssue(values, limits);
  if (oversize !== undefined) return [refusal('BAD_USER_INPUT', { issues: [oversize] })];
  const sizes = new InputSizes(readJson, limits);
  for (const variable of variables) {
    if (Object.hasOwn(values, variable.name)) sizes.walk(variable, values[variable.name]);
  }
  if (sizes.issues.length > 0) return [refusal('BAD_USER_INPUT', { issues: sizes.issues })];

  const issues: InputIssue[] = [];
  const names = new Set(variables.map(({ name }) => name));
  for (const name of Object.keys(values)) {
    if (issues.length >= ISSUES_MAX) break;
    if (names.has(name) || ofOthers.has(name)) continue;
    issues.push({
      path: `$${pathText([name])}`,
      rule: 'unknownVariable',
      message: 'Unknown variable.',
    });
  }
  for (const variable of variables) {
    if (issues.length >= ISSUES_MAX) break;
    issues.push(...issuesOf(variable, values));
  }
  return issues.length === 0 ? [] : [refusal('BAD_USER_INPUT', { issues })];
}

function issuesOf(variable: Variable, values: VariableValues): readonly InputIssue[] {
  const { name, type, path, hasDefault, refusesNull } = variable;
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined) {
    return isNonNullType(type) && !hasDefault ? [requiredIssue(path)] : [];
  }
  if (value === null) return isNonNullType(type) || refusesNull ? [requiredIssue(path)] : [];
  if (isCoercible(type, value)) return [];
  const issues = inputIssues(type, value, path);
  return issues.length > 0 ? issues : [typeIssue(type, path)];
}

const REFUSED = Symbol('refused');

function isCoercible(type: GraphQLInputType, value: unknown): boolean {
  try {
    coerceInputValue(value, type, () => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- ends graphql-js's walk at the first issue; caught below.
      throw REFUSED;
    });
    return true;
  } catch (error) {
    if (error === REFUSED) return false;
    throw error;
  }
}

/** Kinds that a request's `variables` may have: an object of named values. */
export function isVariableValues(value: unknown): value is VariableValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
