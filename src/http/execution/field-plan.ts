import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLFieldResolver,
  GraphQLObjectType,
  GraphQLResolveInfo,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import type { FieldErrors, Path } from './field-errors.js';

/** One execution of an operation. */
export interface Run {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly operation: OperationDefinitionNode;
  readonly rootValue: unknown;
  readonly contextValue: unknown;
  readonly variableValues: Readonly<Record<string, unknown>>;
  readonly errors: FieldErrors;
}

/** One field of a selection: all that does not depend on the values. */
export interface FieldPlan {
  readonly responseName: string;
  /** Several where the document names the field more than once. */
  readonly nodes: readonly FieldNode[];
  readonly parentType: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  /** Undefined: its value is the property of its name. */
  readonly resolve: GraphQLFieldResolver<unknown, unknown> | undefined;
  readonly complete: Completion;
  /** Of a property whose type is a leaf: its completion, which needs nothing but the value. */
  readonly leaf: LeafCompletion | undefined;
}

/** Makes the result of a leaf's value, or throws the field's error. */
export type LeafCompletion = (value: unknown) => unknown;

/** Makes the result of a value, or throws the field's error. `info` is made where a type asks for it. */
export type Completion = (
  run: Run,
  value: unknown,
  path: Path,
  info: () => GraphQLResolveInfo,
) => unknown;

/** The fields that are asked of an object of each type. */
export interface Selection {
  fieldsOf(type: GraphQLObjectType): readonly FieldPlan[];
}
