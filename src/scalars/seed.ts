import { GraphQLScalarType, Kind } from 'graphql';
import { refusal } from './scalar-refusal.js';

/** Source: Runway's OpenAPI document. GraphQL's Int ends at 2,147,483,647. */
export const SEED_MAX = 4_294_967_295;

/** Hands back a whole number from 0 to 4,294,967,295. */
export function parseSeed(value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= SEED_MAX) {
    return value;
  }
  throw refusal('seed', 'Must be a whole number in range.', [`0–${String(SEED_MAX)}`]);
}

export const SeedScalar = new GraphQLScalarType<number, number>({
  name: 'Seed',
  description:
    'A whole number from 0 to 4294967295. The same seed with the same input gives similar results; without one Runway takes a random one.',
  specifiedByURL: 'https://docs.dev.runwayml.com/api/',
  parseValue: parseSeed,
  serialize: parseSeed,
  parseLiteral: (node) => parseSeed(node.kind === Kind.INT ? Number(node.value) : undefined),
});
