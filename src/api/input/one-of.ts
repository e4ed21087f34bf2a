import { isInputObjectType, type GraphQLSchema } from 'graphql';

/**
 * Makes `@oneOf` of every input type whose class carries `@Extensions({ oneOf: true })`.
 * type-graphql has no notion of it and its directive decorator has no effect at run time; graphql-js
 * reads the flag from the type itself, for validation, SDL and introspection alike.
 */
export function markOneOf(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInputObjectType(type) && type.extensions['oneOf'] === true) type.isOneOf = true;
  }
}
