import {
  defaultFieldResolver,
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLList,
  GraphQLNonNull,
  GraphQLString,
  isObjectType,
  type GraphQLScalarType,
  type GraphQLSchema,
} from 'graphql';
import { GraphQLJSON } from 'graphql-scalars';
import type { AddedField } from '../generated/facts/added-fields.js';

const SCALARS: Readonly<Record<AddedField['form'], GraphQLScalarType>> = {
  String: GraphQLString,
  Float: GraphQLFloat,
  Boolean: GraphQLBoolean,
  JSON: GraphQLJSON,
};

/** Adds the nullable fields that are made by rule. The adapters of Runway give them their values. */
export function addAnswerFields(schema: GraphQLSchema, fields: readonly AddedField[]): void {
  for (const { type, name, form, list, description } of fields) {
    const owner = schema.getType(type);
    if (!isObjectType(owner)) throw new TypeError(`The graph has no type ${type}.`);
    const scalar = SCALARS[form];
    owner.getFields()[name] = {
      name,
      description,
      type: list ? new GraphQLList(new GraphQLNonNull(scalar)) : scalar,
      args: [],
      resolve: defaultFieldResolver,
      deprecationReason: undefined,
      extensions: {},
      astNode: undefined,
    };
  }
}
