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
  | { readonly kind: 'enum'; readonly values: readonly string[]; readonly open: boolean }
  | { readonly kind: 'numbers'; readonly values: readonly number[] }
  | { readonly kind: 'literal'; readonly value: string | number }
  | { readonly kind: 'string' }
  | { readonly kind: 'number'; readonly auto: boolean }
  | { readonly kind: 'boolean' }
  /** String, number or boolean, as the other side likes. */
  | { readonly kind: 'primitive' }
  | { readonly kind: 'media'; readonly media: MediaKind }
  | { readonly kind: 'list'; readonly item: Shape; readonly orSingleMedia: MediaKind | null }
  | { readonly kind: 'map'; readonly value: Shape };

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
    default:
      return [];
  }
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

/** Object members that hold one literal only: tags that a client need not write. */
export function isTag(property: Property): boolean {
  return property.shape.kind === 'literal';
}
