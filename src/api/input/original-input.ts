import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isScalarType,
  type GraphQLInputType,
} from 'graphql';
import type { JsonObject, JsonValue } from '../../domain/input/json.js';

/**
 * A coerced argument back in the shape in which a client writes it: enum names instead of Runway's
 * values, absent fields absent.
 */
export function originalInput(type: GraphQLInputType, value: unknown): JsonValue {
  if (value === null || value === undefined) return null;
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items.map((item) => originalInput(nullable.ofType, item));
  }
  if (isInputObjectType(nullable)) {
    const source = value as Record<string, unknown>;
    const result: Record<string, JsonValue> = {};
    for (const field of Object.values(nullable.getFields())) {
      const item = source[field.name];
      if (item !== undefined) result[field.name] = originalInput(field.type, item);
    }
    return result satisfies JsonObject;
  }
  if (isEnumType(nullable) || isScalarType(nullable)) return nullable.serialize(value) as JsonValue;
  return null;
}
