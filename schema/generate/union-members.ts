import type { ObjectShape, UnionShape, Variant } from './shape.js';
import { TAG_NAMES } from './shape.js';

/** An object's property names, each with its literals where it has nothing else. */
export type Sketch = ReadonlyMap<string, readonly string[]>;

/**
 * Tells the members of a union of objects apart: by the literals of a tag, or by a property that only
 * one of them has. A member whose tag has several literals becomes one variant for each. Undefined
 * when they look alike, or when one of them cannot be read.
 */
export function unionOf(
  sketches: readonly Sketch[],
  read: (index: number, name: string) => ObjectShape | undefined,
): UnionShape | undefined {
  const tag = tagOf(sketches);
  const names = withPlain(sketches.map((sketch) => namesOf(sketch, sketches, tag)));
  if (names.some((own) => own.length === 0)) return undefined;
  const variants = names.flatMap((own, index) =>
    own.map((name) => variantOf(name, tag, read(index, name), own.length > 1)),
  );
  const known = variants.filter((variant) => variant !== undefined);
  return known.length === variants.length ? { kind: 'union', tag, variants: known } : undefined;
}

/** Of two objects, one may have nothing that the other does not have: it is the plain one. */
function withPlain(names: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const told = names.filter((own) => own.length > 0);
  if (names.length !== 2 || told.length !== 1) return names;
  return names.map((own) => (own.length > 0 ? own : [PLAIN]));
}

/** Name of the object without a name. */
const PLAIN = 'plain';

/** The tag of an object that stands alone, with its one literal; undefined where it has none. */
export function loneTagOf(sketch: Sketch): { tag: string; value: string } | undefined {
  return TAG_NAMES.flatMap((tag) => {
    const [value, second] = sketch.get(tag) ?? [];
    return value === undefined || second !== undefined ? [] : [{ tag, value }];
  })[0];
}

/** The property that holds different literals in every member. */
function tagOf(sketches: readonly Sketch[]): string | null {
  // One body for several models: its other sets tell nothing.
  const names = sketches.length === 1 ? ['model'] : [...(sketches[0]?.keys() ?? [])];
  const tag = names.find((name) => {
    const literals = sketches.map((sketch) => sketch.get(name) ?? []);
    const all = literals.flat();
    return literals.every((own) => own.length > 0) && new Set(all).size === all.length;
  });
  return tag ?? null;
}

function namesOf(
  sketch: Sketch,
  sketches: readonly Sketch[],
  tag: string | null,
): readonly string[] {
  if (tag !== null) return sketch.get(tag) ?? [];
  const own = [...sketch.keys()].find((name) =>
    sketches.every((other) => other === sketch || !other.has(name)),
  );
  return own === undefined ? [] : [own];
}

function variantOf(
  name: string,
  tag: string | null,
  shape: ObjectShape | undefined,
  hasTwins: boolean,
): Variant | undefined {
  if (shape === undefined) return undefined;
  if (tag !== null)
    return hasTwins ? { name, shape: withTag(shape, tag, name), shared: true } : { name, shape };
  const own = shape.properties.find((property) => property.name === name);
  // Its properties are those of the other object too, so that the type of both will do.
  if (own === undefined) return { name, shape, shared: true };
  return own.optional ? { name, shape, optionalName: true } : { name, shape };
}

/** The same object with one literal in its tag. */
export function withTag(shape: ObjectShape, tag: string, value: string): ObjectShape {
  return {
    kind: 'object',
    properties: shape.properties.map((property) =>
      property.name === tag
        ? { ...property, shape: { kind: 'literal', value, isTag: true } }
        : property,
    ),
  };
}
