import type { ObjectShape, Property, Shape, UnionShape } from './shape.js';

interface KnownItem {
  readonly reason: string;
  /** The same as a TypeScript type. `list` is the GraphQL name of the list, without a suffix. */
  type(list: string): string;
  shape(path: string): ObjectShape | UnionShape;
}

function property(path: string, name: string, shape: Shape, optional = false): Property {
  return {
    name,
    path: `${path}.${name}`,
    optional,
    nullable: false,
    deprecated: false,
    comment: '',
    shape,
  };
}

/** `{ uri, position? }`: a keyframe with a position, a reference image without. */
function imageWithPosition(path: string): ObjectShape {
  return {
    kind: 'object',
    properties: [
      property(path, 'uri', { kind: 'media', media: 'image' }),
      property(path, 'position', { kind: 'enum', values: ['first', 'last'], open: false }, true),
    ],
  };
}

const PLAIN_TYPES = ['string', 'integer', 'number', 'boolean'] as const;

/** A tool's parameter of any type but `object`, as the SDK declares it one level up. */
function plainParameter(path: string): UnionShape {
  const variants = [...PLAIN_TYPES, 'array'].map((type) => {
    const place = `${path}<${type}>`;
    return { name: type, shape: parameterOf(type, place) };
  });
  return { kind: 'union', tag: 'type', variants };
}

function parameterOf(type: string, path: string): ObjectShape {
  const kinds: Shape = { kind: 'enum', values: PLAIN_TYPES, open: false };
  const items: ObjectShape = {
    kind: 'object',
    properties: [property(`${path}.items`, 'type', kinds)],
  };
  const texts: Shape = { kind: 'list', item: { kind: 'string' } };
  return {
    kind: 'object',
    properties: [
      property(path, 'description', { kind: 'string' }),
      ...(type === 'array' ? [property(path, 'items', items)] : []),
      property(path, 'name', { kind: 'string' }),
      property(path, 'type', { kind: 'literal', value: type }),
      ...(type === 'string' ? [property(path, 'enum', texts, true)] : []),
      property(path, 'required', { kind: 'boolean' }, true),
    ],
  };
}

const UNTYPED_PROMPT_IMAGES: KnownItem = {
  reason:
    'The SDK types the items as unknown. The property’s comment tells of `position` first or last, or none for a reference.',
  type: () => "{ uri: string; position?: 'first' | 'last' }",
  shape: imageWithPosition,
};

const NESTED_PARAMETERS: KnownItem = {
  reason:
    'A parameter of type object has parameters in turn, without end; the SDK gives up and types them as unknown. GraphQL inputs need an end: one level.',
  type: (list) => `Exclude<${list.slice(0, -'ObjectProperties'.length)}Body, { type: 'object' }>`,
  shape: plainParameter,
};

/** Lists whose items the SDK types as `unknown`, by the last steps of their path (see shape.ts). */
const UNKNOWN_ITEMS: Readonly<Record<string, KnownItem>> = {
  'imageToVideo.create promptImage': UNTYPED_PROMPT_IMAGES,
  'realtimeSessions.create parameters[]<object>.properties': NESTED_PARAMETERS,
};

/** The facts on the items of a list; undefined where there are none. */
export function knownItem(method: string, path: string): KnownItem | undefined {
  const entry = Object.entries(UNKNOWN_ITEMS).find(([key]) => {
    const [owner, steps = ''] = key.split(' ');
    return owner === method && (path === steps || path.endsWith(`.${steps}`));
  });
  return entry?.[1];
}
