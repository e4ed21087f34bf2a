import * as graphql from 'graphql';
import {
  TypeInfo,
  ValidationContext,
  isInputObjectType,
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
import type { InputIssue } from '../../errors.js';
import { argumentPath, type Place } from './argument-path.js';
import { refusal } from './document-error.js';
import {
  oneOfIssue,
  requiredIssue,
  ruleIssue,
  typeIssue,
  unknownFieldIssue,
} from './variable-issues.js';

/** Errors told at most. */
const ERRORS_MAX = 5;

/**
 * The rules of GraphQL's specification with what is said when each is broken. graphql-js's own
 * messages echo values and suggest names of the schema.
 */
export const RULES: readonly (readonly [ValidationRule, string])[] = [
  [graphql.ExecutableDefinitionsRule, 'The document may define operations and fragments only.'],
  [graphql.UniqueOperationNamesRule, 'Two operations have the same name.'],
  [graphql.LoneAnonymousOperationRule, 'An operation without a name must be the only one.'],
  [graphql.SingleFieldSubscriptionsRule, 'A subscription must select exactly one field.'],
  [graphql.KnownTypeNamesRule, 'Names a type that does not exist.'],
  [graphql.FragmentsOnCompositeTypesRule, 'A fragment must be on an object type.'],
  [graphql.VariablesAreInputTypesRule, 'A variable must be of an input type.'],
  [graphql.ScalarLeafsRule, 'A field of an object type needs a selection, any other takes none.'],
  [graphql.FieldsOnCorrectTypeRule, 'Selects a field that does not exist there.'],
  [graphql.UniqueFragmentNamesRule, 'Two fragments have the same name.'],
  [graphql.KnownFragmentNamesRule, 'Spreads a fragment that the document does not define.'],
  [graphql.NoUnusedFragmentsRule, 'Defines a fragment that is not used.'],
  [graphql.PossibleFragmentSpreadsRule, 'A fragment can never match where it is spread.'],
  [graphql.NoFragmentCyclesRule, 'A fragment spreads itself.'],
  [graphql.UniqueVariableNamesRule, 'Two variables have the same name.'],
  [graphql.NoUndefinedVariablesRule, 'Uses a variable that the operation does not define.'],
  [graphql.NoUnusedVariablesRule, 'Defines a variable that is not used.'],
  [graphql.KnownDirectivesRule, 'Uses a directive that does not exist there.'],
  [graphql.UniqueDirectivesPerLocationRule, 'Uses one directive twice in one place.'],
  [graphql.KnownArgumentNamesRule, 'Gives an argument that does not exist there.'],
  [graphql.UniqueArgumentNamesRule, 'Gives one argument twice.'],
  [graphql.ValuesOfCorrectTypeRule, 'A value does not fit its type.'],
  [graphql.ProvidedRequiredArgumentsRule, 'Lacks a required argument.'],
  [graphql.VariablesInAllowedPositionRule, 'A variable does not fit the type of its place.'],
  [graphql.OverlappingFieldsCanBeMergedRule, 'Two fields of one name differ. Use aliases.'],
  [graphql.UniqueInputFieldNamesRule, 'Gives one input field twice.'],
  [graphql.MaxIntrospectionDepthRule, 'Introspection is nested too deeply.'],
];

const NO_INTROSPECTION: readonly [ValidationRule, string] = [
  graphql.NoSchemaIntrospectionCustomRule,
  'Introspection is not served here.',
];

const ENOUGH = Symbol('enough');

/** The document against the schema, in one pass; at most ERRORS_MAX errors, all in our words. */
export function checkRules(
  schema: GraphQLSchema,
  document: DocumentNode,
  options: { readonly introspection: boolean },
): readonly GraphQLError[] {
  const errors: GraphQLError[] = [];
  const typeInfo = new TypeInfo(schema);
  const place = new PlaceTracker();
  const visitors = (options.introspection ? RULES : [...RULES, NO_INTROSPECTION]).map(
    ([rule, message]) => {
      const report = (error: GraphQLError): void => {
        const nodes = error.nodes ?? [];
        const issue =
          rule === graphql.ValuesOfCorrectTypeRule
            ? valueIssue(typeInfo, place.current, error)
            : undefined;
        const issues = issue === undefined ? [] : [issue];
        const text = rule === graphql.FieldsOnCorrectTypeRule ? noField(typeInfo) : message;
        errors.push(refusal('GRAPHQL_VALIDATION_FAILED', { message: text, nodes, issues }));
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- leaves graphql-js's visitor; caught below.
        if (errors.length >= ERRORS_MAX) throw ENOUGH;
      };
      return rule(new ValidationContext(schema, document, typeInfo, report, true));
    },
  );
  try {
    visit(document, visitWithTypeInfo(typeInfo, visitInParallel([place.visitor, ...visitors])));
  } catch (error) {
    if (error !== ENOUGH) throw error;
  }
  return errors;
}

function noField(typeInfo: TypeInfo): string {
  return `Selects a field that ${typeInfo.getParentType()?.name ?? 'the type'} does not have.`;
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

/** Which rule a literal breaks, told as for a variable. */
function valueIssue(
  typeInfo: TypeInfo,
  place: Place | undefined,
  error: GraphQLError,
): InputIssue | undefined {
  const at = place === undefined ? [] : argumentPath(place);
  const node: ASTNode | undefined = place?.node;
  const type = typeInfo.getInputType();
  if (type === null || type === undefined) {
    return node?.kind === Kind.OBJECT_FIELD ? unknownFieldIssue(at) : undefined;
  }
  const nullable = graphql.getNullableType(type);
  if (node?.kind === Kind.OBJECT && isInputObjectType(nullable)) {
    const given = new Set(node.fields.map(({ name }) => name.value));
    const missing = Object.values(nullable.getFields()).find(
      (field) => isRequiredInputField(field) && !given.has(field.name),
    );
    return missing === undefined
      ? oneOfIssue(Object.keys(nullable.getFields()), at)
      : requiredIssue([...at, missing.name]);
  }
  if (node?.kind === Kind.NULL) return requiredIssue(at);
  return ruleIssue(error, at) ?? ruleIssue(error.originalError, at) ?? typeIssue(type, at);
}
