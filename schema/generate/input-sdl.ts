import type { GraphQLInputFieldConfig, GraphQLInputType } from 'graphql';
import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLFloat,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import type { FieldType, InputClass, InputField, InputPlan, ScalarName } from './plan.js';

const SCALARS: Readonly<Record<ScalarName, GraphQLScalarType>> = {
  String: GraphQLString,
  Int: GraphQLInt,
  Float: GraphQLFloat,
  Boolean: GraphQLBoolean,
  MediaUriScalar: new GraphQLScalarType({ name: 'MediaUri' }),
  SeedScalar: new GraphQLScalarType({ name: 'Seed' }),
};

/**
 * The inputs alone as SDL, one mutation for each, without loading the gateway. For runs over other
 * versions of the SDK than the installed one, for which the gateway need not compile.
 */
export function inputSdl(plans: readonly InputPlan[]): string {
  const fields = Object.fromEntries(
    plans.map((plan) => {
      const type = new GraphQLNonNull(new InputTypes(plan).root());
      return [plan.field, { type: GraphQLID, args: { input: { type } } }];
    }),
  );
  const mutation = new GraphQLObjectType({ name: 'Mutation', fields });
  const query = new GraphQLObjectType({ name: 'Query', fields: { ok: { type: GraphQLBoolean } } });
  return printSchema(lexicographicSortSchema(new GraphQLSchema({ query, mutation })));
}

/** The GraphQL types of one input. Children come before their parents in a plan. */
class InputTypes {
  readonly #root: string;
  readonly #enums: ReadonlyMap<string, GraphQLEnumType>;
  readonly #inputs = new Map<string, GraphQLInputObjectType>();

  constructor({ root, classes, enums }: InputPlan) {
    this.#root = root.name;
    this.#enums = new Map(
      enums.map(({ name, description, values }) => {
        const named = values.map(
          (value) => [value.name, { description: value.description }] as const,
        );
        const type = new GraphQLEnumType({
          name,
          description,
          values: Object.fromEntries(named),
        });
        return [name, type];
      }),
    );
    for (const planned of classes) this.#inputs.set(planned.name, this.#inputOf(planned));
  }

  root(): GraphQLInputObjectType {
    return this.#input(this.#root);
  }

  #inputOf({ name, description, kind, fields }: InputClass): GraphQLInputObjectType {
    return new GraphQLInputObjectType({
      name,
      description,
      isOneOf: kind === 'choice',
      fields: Object.fromEntries(fields.map((field) => [field.name, this.#fieldOf(field)])),
    });
  }

  #fieldOf({ type, nonNull, description }: InputField): GraphQLInputFieldConfig {
    const own = this.#typeOf(type);
    return { type: nonNull ? new GraphQLNonNull(own) : own, description };
  }

  #typeOf(type: FieldType): GraphQLInputType {
    if (type.kind === 'map') return listOf(this.#input(type.entry.name));
    const named =
      type.kind === 'input'
        ? this.#input(type.class.name)
        : type.kind === 'enum'
          ? this.#enum(type.name)
          : SCALARS[type.name];
    return type.list ? listOf(named) : named;
  }

  #input(name: string): GraphQLInputObjectType {
    const type = this.#inputs.get(name);
    if (type === undefined) throw new Error(`${name} is not planned before it is used`);
    return type;
  }

  #enum(name: string): GraphQLEnumType {
    const type = this.#enums.get(name);
    if (type === undefined) throw new Error(`${name} is not planned`);
    return type;
  }
}

function listOf(type: GraphQLInputType): GraphQLInputType {
  return new GraphQLList(new GraphQLNonNull(type));
}
