import * as graphql from 'graphql';
import {
  TypeInfo,
  ValidationContext,
  isInputObjectType,
  isRequiredArgument,
  isRequiredInputField,
  Kind,
  visit,
  visitInParallel,
  visitWithTypeInfo,
  type ASTNode,
  type ASTVisitor,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type ValidationRule,
} from 'graphql';
import { ISSUES_MAX, type InputIssue } from '../../errors.js';
import { argumentPath, type Place } from './argument-path.js';
import { refusal } from './document-error.js';
import {
  isTellableName,
  oneOfIssue,
  requiredIssue,
  ruleIssue,
  typeIssue,
  unknownFieldIssue,
} from './variable-issues.js';

/** Errors told at most. */
const ERRORS_MAX = 5;

/** Said with the type that has no such field. */
const NO_FIELD = 'Selects a field that does not exist there';

/** A rule of GraphQL, what is said when it is broken, and who is told which name breaks it. */
type Rule = readonly [rule: ValidationRule, message: string, naming?: 'all' | 'readersOfSchema'];

/**
 * The rules of GraphQL's specification. graphql-js's own messages echo values and suggest names of
 * the schema. A name of the document's own is told to everyone, and a name that the schema may or may
 * not have only to clients that may introspect.
 */
export const RULES: readonly Rule[] = [
  [graphql.ExecutableDefinitionsRule, 'The document may define operations and fragments only'],
  [graphql.UniqueOperationNamesRule, 'Two operations have the same name', 'all'],
  [graphql.LoneAnonymousOperationRule, 'An operation without a name must be the only one'],
  [graphql.SingleFieldSubscriptionsRule, 'A subscription must select exactly one field'],
  [graphql.KnownTypeNamesRule, 'Names a type that does not exist', 'readersOfSchema'],
  [graphql.FragmentsOnCompositeTypesRule, 'A fragment must be on an object type'],
  [graphql.VariablesAreInputTypesRule, 'A variable must be of an input type', 'all'],
  [
    graphql.ScalarLeafsRule,
    'A field of an object type needs a selection, any other takes none',
    'readersOfSchema',
  ],
  [graphql.FieldsOnCorrectTypeRule, NO_FIELD, 'readersOfSchema'],
  [graphql.UniqueFragmentNamesRule, 'Two fragments have the same name', 'all'],
  [graphql.KnownFragmentNamesRule, 'Spreads a fragment that the document does not define', 'all'],
  [graphql.NoUnusedFragmentsRule, 'Defines a fragment that is not used', 'all'],
  [graphql.PossibleFragmentSpreadsRule, 'A fragment can never match where it is spread'],
  [graphql.NoFragmentCyclesRule, 'A fragment spreads itself', 'all'],
  [graphql.UniqueVariableNamesRule, 'Two variables have the same name', 'all'],
  [graphql.NoUndefinedVariablesRule, 'Uses a variable that the operation does not define', 'all'],
  [graphql.NoUnusedVariablesRule, 'Defines a variable that is not used', 'all'],
  [graphql.KnownDirectivesRule, 'Uses a directive that does not exist there', 'readersOfSchema'],
  [graphql.UniqueDirectivesPerLocationRule, 'Uses one directive twice in one place'],
  [
    graphql.KnownArgumentNamesRule,
    'Gives an argument that does not exist there',
    'readersOfSchema',
  ],
  [graphql.UniqueArgumentNamesRule, 'Gives one argument twice', 'readersOfSchema'],
  [graphql.ValuesOfCorrectTypeRule, 'A value does not fit its type'],
  [graphql.ProvidedRequiredArgumentsRule, 'Lacks a required argument', 'readersOfSchema'],
  [graphql.VariablesInAllowedPositionRule, 'A variable does not fit the type of its place', 'all'],
  [graphql.OverlappingFieldsCanBeMergedRule, 'Two fields of one name differ. Use aliases'],
  [graphql.UniqueInputFieldNamesRule, 'Gives one input field twice', 'readersOfSchema'],
  [graphql.MaxIntrospectionDepthRule, 'Introspection is nested too deeply'],
];

const NO_INTROSPECTION: Rule = [
  graphql.NoSchemaIntrospectionCustomRule,
  'Introspection is not served here',
];

const ENOUGH = Symbol('enough');

interface WrongValue {
  readonly issue: InputIssue;
  readonly nodes: readonly ASTNode[];
}

/** graphql-js reports each missing member apart, and each report tells of all. */
function isSame({ path, rule }: InputIssue): (other: WrongValue) => boolean {
  return ({ issue }) => issue.path === path && issue.rule === rule;
}

/**
 * The document against the schema, in one pass. At most ERRORS_MAX errors of the document, and after
 * them one with the issues of all its values, as for values in variables.
 */
export function checkRules(
  schema: GraphQLSchema,
  document: DocumentNode,
  { introspection }: { readonly introspection: boolean },
): readonly GraphQLError[] {
  const errors: GraphQLError[] = [];
  const wrong: WrongValue[] = [];
  const typeInfo = new TypeInfo(schema);
  const place = new PlaceTracker();
  const visitors = (introspection ? RULES : [...RULES, NO_INTROSPECTION]).map((row) => {
    const [rule] = row;
    const report = (error: GraphQLError): void => {
      const nodes = error.nodes ?? [];
      const isOfValue = rule === graphql.ValuesOfCorrectTypeRule;
      const issues = isOfValue ? valueIssues(typeInfo, place.current, error) : [];
      for (const issue of issues) if (!wrong.some(isSame(issue))) wrong.push({ issue, nodes });
      if (issues.length === 0) {
        const message = messageOf(row, error, typeInfo, introspection);
        errors.push(refusal('GRAPHQL_VALIDATION_FAILED', { message, nodes }));
      }
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- leaves graphql-js's visitor; caught below.
      if (errors.length >= ERRORS_MAX || wrong.length >= ISSUES_MAX) throw ENOUGH;
    };
    return rule(new ValidationContext(schema, document, typeInfo, report, true));
  });
  try {
    visit(document, visitWithTypeInfo(typeInfo, visitInParallel([place.visitor, ...visitors])));
  } catch (error) {
    if (error !== ENOUGH) throw error;
  }
  if (wrong.length === 0) return errors;
  const issues = wrong.map(({ issue }) => issue);
  const nodes = wrong.flatMap((one) => one.nodes);
  return [...errors, refusal('BAD_USER_INPUT', { issues, nodes })];
}

function messageOf(
  [rule, message, naming]: Rule,
  { nodes = [] }: GraphQLError,
  typeInfo: TypeInfo,
  introspection: boolean,
): string {
  const type = typeInfo.getParentType()?.name ?? 'the type';
  const text = message === NO_FIELD ? `Selects a field that ${type} does not have` : message;
  const isTold = naming === 'all' || (naming === 'readersOfSchema' && introspection);
  const name =
    rule === graphql.ProvidedRequiredArgumentsRule
      ? missingArgument(typeInfo, nodes[0])
      : nameOf(nodes[0]);
  return isTold && name !== undefined ? `${text}: ${name}.` : `${text}.`;
}

/** The name of a node, where it can be told; see `isTellableName`. */
function nameOf(node: ASTNode | undefined): string | undefined {
  if (node === undefined) return undefined;
  const word = wordOf('variable' in node ? node.variable : node);
  const name = word?.kind === Kind.NAME ? word.value : undefined;
  return name !== undefined && isTellableName(name) ? name : undefined;
}

/** Undefined for an operation without a name. */
function wordOf(node: ASTNode): ASTNode | undefined {
  return 'name' in node ? node.name : node;
}

function missingArgument(typeInfo: TypeInfo, node: ASTNode | undefined): string | undefined {
  const given = node !== undefined && 'arguments' in node ? (node.arguments ?? []) : [];
  return typeInfo
    .getFieldDef()
    ?.args.find(
      (argument) =>
        isRequiredArgument(argument) && !given.some(({ name }) => name.value === argument.name),
    )?.name;
}

/** Where the visit stands: rules report by node, and a node does not know its place. */
class PlaceTracker {
  current: Place | undefined;

  readonly visitor: ASTVisitor = {
    enter: (node, _key, parent, path, ancestors) => {
      this.current = { node, parent, path, ancestors };
    },
  };
}

/** Which rules a literal breaks, told as for a variable. */
function valueIssues(
  typeInfo: TypeInfo,
  place: Place | undefined,
  error: GraphQLError,
): readonly InputIssue[] {
  const at = place === undefined ? [] : argumentPath(place);
  const node: ASTNode | undefined = place?.node;
  const type = typeInfo.getInputType();
  if (type === null || type === undefined) {
    return node?.kind === Kind.OBJECT_FIELD ? [unknownFieldIssue(at)] : [];
  }
  const nullable = graphql.getNullableType(type);
  if (node?.kind === Kind.OBJECT && isInputObjectType(nullable)) {
    const given = new Set(node.fields.map(({ name }) => name.value));
    const missing = Object.values(nullable.getFields()).filter(
      (field) => isRequiredInputField(field) && !given.has(field.name),
    );
    return missing.length === 0
      ? [oneOfIssue(Object.keys(nullable.getFields()), at)]
      : missing.map(({ name }) => requiredIssue([...at, name]));
  }
  if (node?.kind === Kind.NULL) return [requiredIssue(at)];
  return [ruleIssue(error, at) ?? ruleIssue(error.originalError, at) ?? typeIssue(type, at)];
}
