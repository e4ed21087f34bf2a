import {
  Kind,
  TypeInfo,
  isInputType,
  isNonNullType,
  typeFromAST,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type ValueNode,
} from 'graphql';
import type { SizeBounds } from '../../domain/input/size-bounds.js';
import type { InputIssue } from '../../errors.js';
import { refusal } from './document-error.js';
import { InputSizes, readLiteral, strictest, type TextLimits } from './input-sizes.js';

/** Where a variable is used. */
export interface VariablePlace {
  /** Of its first use. */
  readonly path: readonly (string | number)[];
  /** Some use refuses null. */
  readonly refusesNull: boolean;
  /** The strictest of all uses. */
  readonly bounds: SizeBounds;
}

interface Literals {
  readonly issues: readonly InputIssue[];
  readonly places: ReadonlyMap<string, VariablePlace>;
}

/** The values that stand in the document, against their bounds. The document must have passed the rules. */
export function checkLiterals(
  schema: GraphQLSchema,
  document: DocumentNode,
  limits: TextLimits,
): readonly GraphQLError[] {
  const { issues } = readLiterals(schema, document, limits);
  return issues.length === 0 ? [] : [refusal('BAD_USER_INPUT', { issues })];
}

/** By variable name, over all operations and fragments. The document must have passed the rules. */
export function findPlaces(
  schema: GraphQLSchema,
  document: DocumentNode,
): ReadonlyMap<string, VariablePlace> {
  return readLiterals(schema, document, { textLengthMax: Infinity, idLengthMax: Infinity }).places;
}

function readLiterals(schema: GraphQLSchema, document: DocumentNode, limits: TextLimits): Literals {
  const places = new Map<string, VariablePlace>();
  const sizes = new InputSizes<ValueNode>(readLiteral, limits, (name, { type, path, bounds }) => {
    const known = places.get(name);
    places.set(name, {
      path: known?.path ?? path,
      refusesNull: isNonNullType(type) || (known?.refusesNull ?? false),
      bounds: strictest(known?.bounds ?? {}, bounds),
    });
  });
  const typeInfo = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      VariableDefinition: () => false,
      Argument: ({ name, value }) => {
        const argument = typeInfo.getArgument();
        if (!argument) return false;
        const { type, extensions: bounds } = argument;
        sizes.walk({ type, bounds, path: [name.value] }, value);
        return false;
      },
    }),
  );
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const { variable, type: named, defaultValue } of definition.variableDefinitions ?? []) {
      const type = typeFromAST(schema, named);
      if (defaultValue === undefined || !isInputType(type)) continue;
      const { path = [variable.name.value], bounds = {} } = places.get(variable.name.value) ?? {};
      sizes.walk({ type, bounds, path }, defaultValue);
    }
  }
  return { issues: sizes.issues, places };
}
