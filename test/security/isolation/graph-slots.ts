import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { ResourceKind } from '../../../src/domain/resource/kinds.js';
import type { Operation, StringClass } from '../../../src/operations/operation.js';
import { findOperation } from '../../../src/operations/operations.js';

const ROOTS = ['Query', 'Mutation', 'Subscription'] as const;

/** What can name a tenant's thing. `lookup`: a text by which rows are found. */
export type SlotType = 'id' | 'cursor' | 'media' | 'key' | 'lookup' | ResourceKind;

/** A place in a root field's arguments where something can be named: `input.gen4_5.keyframes[].uri`. */
export interface Slot {
  readonly path: string;
  readonly type: SlotType;
}

export interface RootField {
  readonly name: string;
  readonly root: (typeof ROOTS)[number];
  readonly field: GraphQLField<unknown, unknown>;
}

export function rootFields(schema: GraphQLSchema): RootField[] {
  return ROOTS.flatMap((root) => {
    const type = schema.getType(root);
    if (!isObjectType(type)) return [];
    return Object.values(type.getFields()).map((field) => ({ name: field.name, root, field }));
  });
}

/** Of fields that were asked for before: the largest one has thousands of leaves. */
const knownSlots = new WeakMap<RootField['field'], readonly Slot[]>();
const knownLeaves = new WeakMap<RootField['field'], readonly Leaf[]>();

export function slotsOf({ name, root, field }: RootField): readonly Slot[] {
  const known = knownSlots.get(field);
  if (known !== undefined) return known;
  const slots = leavesOf(field).flatMap(({ path, type }): Slot[] => {
    const slotType = slotTypeOf(name, root, path, type);
    return slotType === undefined ? [] : [{ path, type: slotType }];
  });
  knownSlots.set(field, slots);
  return slots;
}

/** Every text of the caller's own words in a field's arguments. */
export function ownWordsOf({ name, field }: RootField): string[] {
  return leavesOf(field)
    .filter(({ path, type }) => type === 'String' && stringClassOf(name, path) === 'text')
    .map(({ path }) => path);
}

/** How the operations table classifies a text; arguments that all submissions have are not in it. */
export function stringClassOf(field: string, path: string): StringClass | undefined {
  if (path === 'label') return 'text';
  const { chosenBy, strings = {} }: Partial<Operation> = findOperation(field) ?? {};
  if (chosenBy !== undefined) {
    const [, member = '', ...rest] = path.split('.');
    return stringClassOf(member, ['input', ...rest].join('.'));
  }
  const inInput = path.replace(/^input\./, '');
  const withoutModel = inInput.replace(/^[^.]+\./, '');
  return strings[path] ?? strings[inInput] ?? strings[withoutModel];
}

function slotTypeOf(
  field: string,
  root: RootField['root'],
  path: string,
  type: string,
): SlotType | undefined {
  if (type === 'ID') return 'id';
  if (type === 'MediaUri') return 'media';
  if (type !== 'String') return undefined;
  if (isCursor(path)) return 'cursor';
  if (path === 'idempotencyKey') return 'key';
  const stringClass = stringClassOf(field, path);
  if (typeof stringClass === 'object') return stringClass.reference;
  const isOwnWords = findOperation(field)?.chosenBy !== undefined;
  return stringClass === 'text' && root === 'Query' && !isOwnWords ? 'lookup' : undefined;
}

/** A place in a list or a stream: every text of that name. */
function isCursor(path: string): boolean {
  return /(?:^|\.)after$/.test(path);
}

/** Every String and ID in a field's arguments. */
export function textsOf({ field }: RootField): string[] {
  return leavesOf(field)
    .filter(({ type }) => type === 'String' || type === 'ID')
    .map(({ path }) => path);
}

export interface Leaf {
  readonly path: string;
  readonly type: string;
}

export function leavesOf(field: RootField['field']): readonly Leaf[] {
  const known = knownLeaves.get(field);
  if (known !== undefined) return known;
  const leaves = field.args.flatMap(({ name, type }) => leavesIn(type, name, []));
  knownLeaves.set(field, leaves);
  return leaves;
}

/** Inputs that contain themselves are followed once. */
export function leavesIn(type: GraphQLInputType, path: string, above: readonly string[]): Leaf[] {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return leavesIn(nullable.ofType, `${path}[]`, above);
  if (!isInputObjectType(nullable)) return [{ path, type: getNamedType(nullable).name }];
  if (above.includes(nullable.name)) return [];
  return Object.values(nullable.getFields()).flatMap((field) =>
    leavesIn(field.type, `${path}.${field.name}`, [...above, nullable.name]),
  );
}
