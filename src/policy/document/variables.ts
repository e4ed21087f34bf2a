import {
  TypeInfo,
  coerceInputValue,
  isInputType,
  isNonNullType,
  typeFromAST,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { ISSUES_MAX, type InputIssue } from '../../errors.js';
import { argumentPath } from './argument-path.js';
import { refusal } from './document-error.js';
import { inputIssues, pathText, requiredIssue, typeIssue } from './input-issues.js';

/** A variable of the operation and the place where its value goes. */
export interface Variable {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly hasDefault: boolean;
  /** GraphQL path from the argument on: an issue names the place, not the variable. */
  readonly path: readonly (string | number)[];
  /** Some place refuses null although the variable's own type takes it. */
  readonly refusesNull: boolean;
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
      },
    ];
  });
}

type VariablePlace = Pick<Variable, 'path' | 'refusesNull'>;

/** The first place of each variable name, in any operation or fragment. */
function findPlaces(schema: GraphQLSchema, document: DocumentNode): Map<string, VariablePlace> {
  const places = new Map<string, VariablePlace>();
  const typeInfo = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      VariableDefinition: () => false,
      Variable: (node, _key, parent, path, ancestors) => {
        const known = places.get(node.name.value);
        const refusesNull = isNonNullType(typeInfo.getInputType());
        places.set(node.name.value, {
          path: known?.path ?? argumentPath({ node, parent, path, ancestors }),
          refusesNull: refusesNull || (known?.refusesNull ?? false),
        });
      },
    }),
  );
  return places;
}

/**
 * The values against their types, before anything is executed: graphql-js decides what is wrong,
 * and the words are ours. A value for a variable that the operation does not have is refused.
 */
export function checkVariables(
  variables: readonly Variable[],
  values: VariableValues,
): readonly GraphQLError[] {
  const issues: InputIssue[] = [];
  const names = new Set(variables.map(({ name }) => name));
  for (const name of Object.keys(values)) {
    if (issues.length >= ISSUES_MAX) break;
    if (names.has(name)) continue;
    issues.push({
      path: `$${pathText([name])}`,
      rule: 'unknownVariable',
      message: 'Is no variable of this operation.',
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
