import type { GraphQLSchema } from 'graphql';
import { ownWordsOf, rootFields, slotsOf, type RootField } from './graph-slots.js';
import type { Place } from './matrix.js';
import { pathsOf } from './variables.js';

/** What of the graph has no place in the matrix, and what of the matrix is not in the graph. */
export function problemsOf(
  schema: GraphQLSchema,
  places: Readonly<Record<string, Place>>,
): string[] {
  const fields = rootFields(schema);
  const known = new Set(fields.map(({ name }) => name));
  return [
    ...fields.flatMap((field) => {
      const place = places[field.name];
      return place === undefined ? [`${field.name}: no place`] : problemsAt(field, place);
    }),
    ...Object.keys(places)
      .filter((name) => !known.has(name))
      .map((name) => `${name}: no such field`),
  ];
}

function problemsAt(field: RootField, { names = {}, calls = [] }: Place): string[] {
  const slots = slotsOf(field);
  const shown = new Set(calls.flatMap((call) => pathsOf(call).map(({ path }) => path)));
  const unnamed = slots.filter(({ path }) => !(path in names) && !shown.has(path));
  const surplus = Object.keys(names).filter((name) => slots.every(({ path }) => path !== name));
  // What is looked up is no content; labels are in every submission.
  const unspoken = ownWordsOf(field).filter(
    (path) => field.root === 'Mutation' && path !== 'label' && !(path in names) && !shown.has(path),
  );
  return [
    ...unnamed.map(({ path, type }) => `${field.name}: no ${type} at ${path}`),
    ...surplus.map((path) => `${field.name}: nothing is named at ${path}`),
    ...unspoken.map((path) => `${field.name}: no text at ${path}`),
  ];
}
