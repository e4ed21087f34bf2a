import {
  GraphQLID,
  GraphQLString,
  Kind,
  getNullableType,
  isInputObjectType,
  isListType,
  isScalarType,
  type GraphQLInputType,
  type ValueNode,
} from 'graphql';
import type { SizeBound, SizeBounds } from '../../domain/input/size-bounds.js';
import { isStorable } from '../../domain/input/storable-text.js';
import { isStorableTime } from '../../domain/input/storable-time.js';
import { ISSUES_MAX, type InputIssue } from '../../errors.js';
import { pathText } from './variable-issues.js';
import type { DocumentLimits } from './document-limits.js';

/** Bounds of texts for which a field states none. */
export type TextLimits = Pick<DocumentLimits, 'textLengthMax' | 'idLengthMax'>;

/** Where a value stands: its declared type, the bounds of its field, its path from the argument on. */
export interface InputPlace {
  readonly type: GraphQLInputType;
  readonly bounds: SizeBounds;
  readonly path: readonly (string | number)[];
}

/** A value as the client gave it: JSON of a variable, or a node of the document. */
export type Given<T> =
  | { readonly kind: 'list'; readonly items: readonly T[] }
  | { readonly kind: 'object'; readonly member: (name: string) => T | undefined }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'other' };

/**
 * Walks given values along their types, before any of them is coerced: a list is counted before its
 * entries are looked at, every String and ID must be storable and within its length, every time
 * storable. What does not fit its type is passed over: coercion refuses it.
 */
export class InputSizes<T> {
  readonly issues: InputIssue[] = [];

  constructor(
    private readonly read: (value: T) => Given<T>,
    private readonly limits: TextLimits,
    private readonly onVariable: (name: string, place: InputPlace) => void = () => undefined,
  ) {}

  /** Recursion is as deep as the types are nested. */
  walk(place: InputPlace, value: T): void {
    if (this.issues.length >= ISSUES_MAX) return;
    const given = this.read(value);
    const type = getNullableType(place.type);
    switch (given.kind) {
      case 'variable':
        this.onVariable(given.name, place);
        return;
      case 'list':
        if (isListType(type)) this.#list(type.ofType, place, given.items);
        return;
      case 'object':
        this.#object(type, place, given.member);
        return;
      case 'text':
        this.#text(type, place, given.text);
        return;
      case 'other':
        return;
    }
  }

  #list(ofType: GraphQLInputType, place: InputPlace, items: readonly T[]): void {
    const { maxItems, ...bounds } = place.bounds;
    if (maxItems !== undefined && items.length > maxItems.max) {
      this.issues.push(sizeIssue(maxItems, place));
      return;
    }
    for (const [index, item] of items.entries()) {
      this.walk({ type: ofType, bounds, path: [...place.path, index] }, item);
    }
  }

  #object(
    type: GraphQLInputType,
    place: InputPlace,
    member: (name: string) => T | undefined,
  ): void {
    const single = withoutLists(type);
    if (!isInputObjectType(single)) return;
    for (const field of Object.values(single.getFields())) {
      const value = member(field.name);
      if (value === undefined) continue;
      const path = [...place.path, field.name];
      this.walk({ type: field.type, bounds: field.extensions, path }, value);
    }
  }

  #text(type: GraphQLInputType, place: InputPlace, text: string): void {
    const single = withoutLists(type);
    // Scalars of ours have rules of their own.
    if (!isScalarType(single)) return;
    const { name } = single;
    if (name === TIME_SCALAR && isFarTime(text)) this.issues.push(timeIssue(place));
    if (name !== GraphQLString.name && name !== GraphQLID.name) return;
    const { textLengthMax, idLengthMax } = this.limits;
    const byDefault = name === GraphQLID.name ? idLengthMax : textLengthMax;
    const bound = place.bounds.maxLength ?? lengthBound(byDefault);
    if (text.length > bound.max) this.issues.push(sizeIssue(bound, place));
    else if (!isStorable(text)) this.issues.push(storableIssue(pathText(place.path)));
  }
}

/** graphql-scalars' own, which takes every time that JavaScript knows. */
const TIME_SCALAR = 'DateTime';

function isFarTime(text: string): boolean {
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && !isStorableTime(ms);
}

function timeIssue({ path }: InputPlace): InputIssue {
  return {
    path: pathText(path),
    rule: 'storableTime',
    message: 'Must be a time in the years 1 to 9999 (UTC).',
    allowed: ['0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999Z'],
  };
}

/** JSON, as variables hold it. */
export function readJson(value: unknown): Given<unknown> {
  if (typeof value === 'string') return { kind: 'text', text: value };
  if (typeof value !== 'object' || value === null) return { kind: 'other' };
  if (Array.isArray(value)) return { kind: 'list', items: value };
  const members = value as Readonly<Record<string, unknown>>;
  return {
    kind: 'object',
    member: (name) => (Object.hasOwn(members, name) ? members[name] : undefined),
  };
}

/** A value that stands in the document. */
export function readLiteral(node: ValueNode): Given<ValueNode> {
  switch (node.kind) {
    case Kind.VARIABLE:
      return { kind: 'variable', name: node.name.value };
    case Kind.STRING:
      return { kind: 'text', text: node.value };
    case Kind.LIST:
      return { kind: 'list', items: node.values };
    case Kind.OBJECT:
      return {
        kind: 'object',
        member: (name) => node.fields.find((field) => field.name.value === name)?.value,
      };
    default:
      return { kind: 'other' };
  }
}

/** The smaller of both, for a variable that stands in several places. */
export function strictest(one: SizeBounds, other: SizeBounds): SizeBounds {
  const maxItems = smaller(one.maxItems, other.maxItems);
  const maxLength = smaller(one.maxLength, other.maxLength);
  return {
    ...(maxItems === undefined ? {} : { maxItems }),
    ...(maxLength === undefined ? {} : { maxLength }),
  };
}

export function storableIssue(path: string): InputIssue {
  return {
    path,
    rule: 'storableText',
    message: 'Must be text that can be stored: no NUL and no half of a surrogate pair.',
    allowed: ['Unicode characters other than U+0000'],
  };
}

function sizeIssue({ rule, message, allowed }: SizeBound, { path }: InputPlace): InputIssue {
  return { path: pathText(path), rule, message, allowed };
}

function lengthBound(max: number): SizeBound {
  const allowed = `at most ${String(max)} characters`;
  return { max, rule: 'maxLength', message: `Must have ${allowed}.`, allowed: [allowed] };
}

function smaller(one: SizeBound | undefined, other: SizeBound | undefined): SizeBound | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one.max <= other.max ? one : other;
}

/** The type of one entry: a value that is no list stands for a list of itself. */
function withoutLists(type: GraphQLInputType): GraphQLInputType {
  const nullable = getNullableType(type);
  return isListType(nullable) ? withoutLists(nullable.ofType) : nullable;
}
