/**
 * What a request accepts, freed of TypeScript: the one model from which request schemas, input
 * classes, mappings and the catalogue are made.
 *
 * Words: a `path` names a place in a request body. Properties join with `.`, a list's items add
 * `[]`, a map's values `{}`, and a member of a union its tag in angle brackets:
 * `<gen4.5>.promptImage[].uri`, `avatar<custom>.avatarId`, `<aleph2>.keyframes[]<seconds>.range`.
 */
export type MediaKind = 'image' | 'video' | 'audio';

export type Shape =
  | ObjectShape
  | UnionShape
  | EnumShape
  | { readonly kind: 'numbers'; readonly values: readonly number[] }
  | LiteralShape
  | { readonly kind: 'string' }
  | { readonly kind: 'number' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'media'; readonly media: MediaKind }
  | ListShape
  | { readonly kind: 'map'; readonly value: Shape }
  | MixedShape
  /** What the readers do not understand; `text` is the SDK's type. */
  | { readonly kind: 'unknown'; readonly text: string };

/** `isTag`: one of several tags that the SDK declares for one type. */
export interface LiteralShape {
  readonly kind: 'literal';
  readonly value: string | number;
  readonly isTag?: true;
}

/** `open`: any other text is accepted too. */
export interface EnumShape {
  readonly kind: 'enum';
  readonly values: readonly string[];
  readonly open: boolean;
}

export interface ListShape {
  readonly kind: 'list';
  readonly item: Shape;
  /** The SDK types the items as `unknown`; unknown-items.ts tells what they are. */
  readonly untyped?: true;
}

/** A value of one of several forms, no two of the same kind: `number | 'auto'`. */
export interface MixedShape {
  readonly kind: 'mixed';
  readonly forms: readonly Shape[];
}

export interface ObjectShape {
  readonly kind: 'object';
  readonly properties: readonly Property[];
}

/** Exactly one of several objects. */
export interface UnionShape {
  readonly kind: 'union';
  /** The property whose literal tells the members apart; null when only their properties do. */
  readonly tag: string | null;
  readonly variants: readonly Variant[];
}

export interface Variant {
  /** The tag's literal, or the property that only this member has. */
  readonly name: string;
  readonly shape: ObjectShape;
  /** TypeScript cannot pick this member out of the union: its tag is one of a set. */
  readonly shared?: true;
  /** The property that only this member has may be left out. */
  readonly optionalName?: true;
}

export interface Property {
  readonly name: string;
  readonly path: string;
  readonly optional: boolean;
  readonly nullable: boolean;
  readonly deprecated: boolean;
  /** Runway's comment: read for bounds, never published. */
  readonly comment: string;
  readonly shape: Shape;
}

/** A method of the SDK that takes a body or a query, with what that may be. */
export interface SdkRequest {
  /** The SDK method, e.g. `textToVideo.create`. */
  readonly method: string;
  readonly shape: ObjectShape | UnionShape;
}

/** A row of the operations table whose `input` becomes the body of a request. */
export interface InputRow extends SdkRequest {
  /** The root field, e.g. `createTextToVideo`. */
  readonly field: string;
  /** Which parameter of the SDK method the body is, from 0. */
  readonly position: number;
}

/** Every property of a shape, parents first. */
export function propertiesOf(shape: Shape): Property[] {
  switch (shape.kind) {
    case 'object':
      return shape.properties.flatMap((property) => [property, ...propertiesOf(property.shape)]);
    case 'union':
      return shape.variants.flatMap((variant) => propertiesOf(variant.shape));
    case 'list':
      return propertiesOf(shape.item);
    case 'map':
      return propertiesOf(shape.value);
    case 'mixed':
      return shape.forms.flatMap(propertiesOf);
    default:
      return [];
  }
}

/** A shape's forms: itself, unless it is mixed. */
export function formsOf(shape: Shape): readonly Shape[] {
  return shape.kind === 'mixed' ? shape.forms : [shape];
}

/** The first form of a kind; undefined when the shape has none. */
export function formOf<Kind extends Shape['kind']>(
  shape: Shape,
  kind: Kind,
): Extract<Shape, { kind: Kind }> | undefined {
  return formsOf(shape).find((form): form is Extract<Shape, { kind: Kind }> => form.kind === kind);
}

/** A body's members by model or mode; one nameless member when it is a plain object. */
export function variantsOf(body: ObjectShape | UnionShape): readonly Variant[] {
  return body.kind === 'union' ? body.variants : [{ name: '', shape: body }];
}

/** Splits `<gen4.5>.promptText` into the member of the body and the place within it. */
export function splitPath(path: string): { readonly model: string; readonly within: string } {
  const match = /^<([^>]+)>\.?(.*)$/.exec(path);
  return match === null
    ? { model: '', within: path }
    : { model: match[1] ?? '', within: match[2] ?? '' };
}

/** Properties whose literal tells the shapes of an object apart, also where there is one shape only. */
export const TAG_NAMES: readonly string[] = ['model', 'type', 'mode'];

/**
 * Paths of the properties that the mapping writes by itself: tags, and numbers that are always the
 * same. Any other text that is always the same is an enum of one value, which may gain more.
 */
export function constantsOf(shape: Shape): ReadonlySet<string> {
  const tags = tagPathsOf(shape);
  const numbers = propertiesOf(shape).filter(
    ({ shape: own }) => own.kind === 'literal' && typeof own.value === 'number',
  );
  return new Set([...tags, ...numbers.map(({ path }) => path)]);
}

function tagPathsOf(shape: Shape): string[] {
  switch (shape.kind) {
    case 'object':
      return shape.properties.flatMap((property) => tagPathsOf(property.shape));
    case 'union':
      return shape.variants.flatMap((variant) => [
        ...variant.shape.properties
          .filter(({ name }) => name === shape.tag)
          .map(({ path }) => path),
        ...tagPathsOf(variant.shape),
      ]);
    case 'list':
      return tagPathsOf(shape.item);
    case 'map':
      return tagPathsOf(shape.value);
    case 'mixed':
      return shape.forms.flatMap(tagPathsOf);
    default:
      return [];
  }
}
