import {
  getNamedType,
  isInputObjectType,
  isListType,
  getNullableType,
  isObjectType,
  type GraphQLInputField,
  type GraphQLSchema,
} from 'graphql';
import type { SizeBounds } from '../../domain/input/size-bounds.js';

/**
 * Takes the bounds that an operator has lifted out of the schema, where the document check reads
 * them. Paths are those of RELAXED_BOUNDS, e.g. `createTextToVideo.gen4_5.promptText`; a list's
 * entries are written `[]`. What names no field is ignored.
 */
export function liftBounds(schema: GraphQLSchema, relaxedBounds: readonly string[]): void {
  for (const path of relaxedBounds) {
    const field = fieldAt(schema, path);
    if (field === undefined) continue;
    const { maxItems, maxLength, ...others }: SizeBounds = field.extensions;
    const isOfEntries = path.endsWith('[]');
    const isList = isListType(getNullableType(field.type));
    field.extensions = {
      ...others,
      ...(isOfEntries && maxItems !== undefined && { maxItems }),
      ...(!isOfEntries && isList && maxLength !== undefined && { maxLength }),
    };
  }
}

function fieldAt(schema: GraphQLSchema, path: string): GraphQLInputField | undefined {
  const [root = '', ...steps] = path.replaceAll('[]', '').split('.');
  const mutation = schema.getMutationType();
  if (!isObjectType(mutation)) return undefined;
  let type = mutation.getFields()[root]?.args.find(({ name }) => name === 'input')?.type;
  let field: GraphQLInputField | undefined;
  for (const step of steps) {
    const named = type === undefined ? undefined : getNamedType(type);
    field = isInputObjectType(named) ? named.getFields()[step] : undefined;
    type = field?.type;
  }
  return field;
}
