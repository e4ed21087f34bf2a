import { isInputObjectType, type GraphQLSchema } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { boundsOf } from '../../scalars/rules/size.js';

/**
 * Makes extensions of the bounds of input fields, where the document check reads them. type-graphql's
 * own decorator for extensions is not used: for each field it looks through those of all fields.
 */
export function showBounds(schema: GraphQLSchema): void {
  const { inputTypes } = getMetadataStorage();
  const ofClass = new Map<unknown, (typeof inputTypes)[number]>();
  for (const type of inputTypes) ofClass.set(type.target, type);
  for (const { name, target } of inputTypes) {
    const type = schema.getType(name);
    if (!isInputObjectType(type)) continue;
    const fields = type.getFields();
    for (let of: unknown = target; of !== null; of = Object.getPrototypeOf(of)) {
      for (const declared of ofClass.get(of)?.fields ?? []) {
        const bounds = boundsOf((of as typeof target).prototype as object, declared.name);
        const field = fields[declared.schemaName];
        if (bounds !== undefined && field !== undefined) Object.assign(field.extensions, bounds);
      }
    }
  }
}
