import type { Bounds } from '../bounds-document.js';
import type { BoundsByPath } from '../bounds-merge.js';
import type { MediaKind, ObjectShape, Property, Shape, UnionShape } from '../shape.js';
import type { GeneratedFiles, GeneratorContext } from '../step.js';
import { HEADER } from '../step.js';

type Schema = Readonly<Record<string, unknown>>;

/** Runway's own limit on a media data URI; by URL and upload the limits are lower. */
const MEDIA_LENGTH_MAX = 5_242_880;

/** The slot of an upload: the SDK writes this body itself, so that no type tells of it. */
const UPLOAD_SLOT: ObjectShape = {
  kind: 'object',
  properties: [
    uploadProperty('filename', { kind: 'string' }),
    uploadProperty('type', { kind: 'literal', value: 'ephemeral' }),
  ],
};

const UPLOAD_BOUNDS: BoundsByPath = new Map([['filename', { minLength: 3, maxLength: 255 }]]);

/** src/generated/facts/request-schemas.ts: what Runway accepts, as JSON Schema by SDK method. */
export function emitRequestSchemas({ requests, bounds }: GeneratorContext): GeneratedFiles {
  const schemas = requests.map(({ method, shape }): [string, Schema] => [
    method,
    schemaOf(shape, '', bounds.get(method) ?? new Map<string, Bounds>()),
  ]);
  schemas.push(['uploads.createEphemeral', schemaOf(UPLOAD_SLOT, '', UPLOAD_BOUNDS)]);
  schemas.sort(([a], [b]) => (a < b ? -1 : 1));
  const text = `${HEADER}
/** A JSON Schema (draft 2020-12, with OpenAPI's \`discriminator\`). */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * What Runway takes, by SDK method: the body of a POST or PATCH, the query of a GET (one object of
 * its parameters, numbers as numbers). Methods that take neither are not in it.
 */
export const REQUEST_SCHEMAS: Readonly<Record<string, JsonSchema>> = ${JSON.stringify(
    Object.fromEntries(schemas),
    null,
    1,
  )};
`;
  return new Map([['src/generated/facts/request-schemas.ts', text]]);
}

function schemaOf(shape: Shape, path: string, bounds: BoundsByPath): Schema {
  const own = bounds.get(path) ?? {};
  switch (shape.kind) {
    case 'object':
      return objectSchema(shape, bounds);
    case 'union':
      return unionSchema(shape, bounds);
    case 'enum':
      return shape.open
        ? { type: 'string', ...lengthOf(own) }
        : { type: 'string', enum: shape.values };
    case 'numbers':
      return { type: 'number', enum: shape.values };
    case 'literal':
      return { type: typeof shape.value, const: shape.value };
    case 'string':
      return { type: 'string', ...lengthOf(own) };
    case 'number':
      return numberSchema(own);
    case 'boolean':
      return { type: 'boolean' };
    case 'mixed':
      return { anyOf: shape.forms.map((form) => schemaOf(form, path, bounds)) };
    case 'unknown':
      return {};
    case 'media':
      return mediaSchema(shape.media);
    case 'map':
      return { type: 'object', additionalProperties: schemaOf(shape.value, `${path}{}`, bounds) };
    case 'list': {
      return {
        type: 'array',
        ...pick(own, ['minItems', 'maxItems']),
        items: schemaOf(shape.item, `${path}[]`, bounds),
      };
    }
  }
}

function objectSchema({ properties }: ObjectShape, bounds: BoundsByPath): Schema {
  return {
    type: 'object',
    properties: Object.fromEntries(
      properties.map(({ name, path, shape, nullable }) => {
        const schema = schemaOf(shape, path, bounds);
        return [name, nullable ? { anyOf: [schema, { type: 'null' }] } : schema];
      }),
    ),
    required: properties.filter(({ optional }) => !optional).map(({ name }) => name),
    additionalProperties: false,
  };
}

function unionSchema({ tag, variants }: UnionShape, bounds: BoundsByPath): Schema {
  const members = variants.map((variant) => objectSchema(variant.shape, bounds));
  const [only] = members;
  if (members.length === 1 && only !== undefined) return only;
  if (tag === null) return { anyOf: members };
  return {
    type: 'object',
    discriminator: { propertyName: tag },
    required: [tag],
    oneOf: members,
  };
}

function numberSchema(bounds: Bounds): Schema {
  return {
    type: bounds.integer === true ? 'integer' : 'number',
    ...pick(bounds, ['minimum', 'maximum']),
  };
}

function mediaSchema(media: MediaKind): Schema {
  return {
    type: 'string',
    minLength: 13,
    maxLength: MEDIA_LENGTH_MAX,
    pattern: `^(https://|runway://|data:${media}/)`,
  };
}

function lengthOf(bounds: Bounds): Schema {
  return pick(bounds, ['minLength', 'maxLength', 'pattern']);
}

function pick(bounds: Bounds, keys: readonly (keyof Bounds)[]): Schema {
  return Object.fromEntries(
    keys.filter((key) => bounds[key] !== undefined).map((key) => [key, bounds[key]]),
  );
}

function uploadProperty(name: string, shape: Shape): Property {
  return {
    name,
    path: name,
    optional: false,
    nullable: false,
    deprecated: false,
    comment: '',
    shape,
  };
}
