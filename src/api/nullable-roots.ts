import { getNullableType, type GraphQLSchema } from 'graphql';

/**
 * Makes every root field of Query and Mutation nullable, whatever its resolver declares: the failure of
 * one field must not erase the answers of its siblings.
 */
export function makeRootsNullable(schema: GraphQLSchema): void {
  for (const root of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      field.type = getNullableType(field.type);
    }
  }
}
