import type { ValueNode } from 'graphql';
import { GraphQLScalarType, Kind } from 'graphql';
import { refusal } from './scalar-refusal.js';

export type DurationOrAuto = number | 'auto';

/** Hands back whole or fractional seconds or `auto`; a field's own rules set the range. */
export function parseDurationOrAuto(value: unknown): DurationOrAuto {
  if (value === 'auto') return value;
  if (typeof value === 'number' && Number.isFinite(value) && value > 0) return value;
  throw refusal('durationOrAuto', 'Must be a number of seconds or "auto".', [
    'a positive number of seconds',
    'auto',
  ]);
}

function parseLiteral(node: ValueNode): DurationOrAuto {
  if (node.kind === Kind.INT || node.kind === Kind.FLOAT) {
    return parseDurationOrAuto(Number(node.value));
  }
  const isText = node.kind === Kind.STRING || node.kind === Kind.ENUM;
  return parseDurationOrAuto(isText ? node.value : undefined);
}

export const DurationOrAutoScalar = new GraphQLScalarType<DurationOrAuto, DurationOrAuto>({
  name: 'DurationOrAuto',
  description:
    'A length in seconds, or the text "auto" to let the model choose. Runway reserves credits for the longest possible output on "auto" and gives back what was not used.',
  parseValue: parseDurationOrAuto,
  serialize: parseDurationOrAuto,
  parseLiteral,
});
