// Guarantee: a graph leaves nothing in the libraries' storage, so one that is gone can be collected,
// and the next is built as fast as the first.
import { getMetadataStorage as validatorMetadata } from 'class-validator';
import { getMetadataStorage as graphMetadata } from 'type-graphql';
import { buildGraph, type Services } from '../../../src/api/schema.js';

const RULES = { relaxedBounds: [], requireIdempotencyKey: false };

/** How much of each kind there is. */
function sizesOf(storage: object): Record<string, number> {
  const sizes: Record<string, number> = {};
  for (const [name, held] of Object.entries(storage)) {
    if (Array.isArray(held)) sizes[name] = held.length;
    if (held instanceof Map || held instanceof Set) sizes[name] = held.size;
  }
  return sizes;
}

it.each([
  ['type-graphql', graphMetadata],
  ['class-validator', validatorMetadata],
])('%s keeps nothing of a second graph', (_name, storage) => {
  buildGraph({} as Services, RULES);
  const before = sizesOf(storage());
  buildGraph({} as Services, RULES);
  expect(Object.keys(before).length).toBeGreaterThan(0);
  expect(sizesOf(storage())).toEqual(before);
});
