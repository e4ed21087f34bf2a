import {
  astFromValue,
  getNamedType,
  isCompositeType,
  isNonNullType,
  isObjectType,
  print,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLOutputType,
} from 'graphql';
import type { RootField } from './graph-slots.js';

/** Levels of objects below a root field: a connection's node and what hangs on it. */
const LEVELS = 5;

/** A document that asks for all of a root field, with a variable for each argument. */
export function documentOf({ root, field }: RootField, levels = LEVELS): string {
  const declared = field.args.map(declare);
  const passed = field.args.map(({ name }) => `${name}: $${name}`);
  const variables = declared.length === 0 ? '' : `(${declared.join(', ')})`;
  const args = passed.length === 0 ? '' : `(${passed.join(', ')})`;
  return `${root.toLowerCase()}${variables} { ${field.name}${args}${selectionOf(field.type, levels)} }`;
}

/** With its default, so that it may be left out. */
function declare({ name, type, defaultValue }: GraphQLArgument): string {
  const ast = defaultValue === undefined ? null : astFromValue(defaultValue, type);
  return `$${name}: ${String(type)}${ast === null || ast === undefined ? '' : ` = ${print(ast)}`}`;
}

/** Every field, but those that need an argument. */
function selectionOf(type: GraphQLOutputType, levels: number): string {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return '';
  if (!isObjectType(named)) return ' { __typename }';
  const fields = Object.values(named.getFields()).flatMap((field) => {
    if (needsArgument(field)) return [];
    if (!isCompositeType(getNamedType(field.type))) return [field.name];
    return levels === 1 ? [] : [`${field.name}${selectionOf(field.type, levels - 1)}`];
  });
  return ` { ${['__typename', ...fields].join(' ')} }`;
}

function needsArgument({ args }: GraphQLField<unknown, unknown>): boolean {
  return args.some(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
}
