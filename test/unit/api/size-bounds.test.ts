import 'reflect-metadata';
import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { buildGraph, type Services } from '../../../src/api/schema.js';
import type { SizeBounds } from '../../../src/domain/input/size-bounds.js';
import { DOCUMENT_LIMITS } from '../../../src/policy/document/document-limits.js';
import { guardSchema } from '../../../src/policy/permissions.js';

function graph(relaxedBounds: readonly string[] = []): GraphQLSchema {
  const schema = buildGraph({} as Services, { relaxedBounds, requireIdempotencyKey: false });
  return guardSchema(schema);
}

interface Place {
  readonly path: string;
  readonly type: GraphQLInputType;
  readonly bounds: SizeBounds;
}

/** Every input field and every argument. */
function placesOf(schema: GraphQLSchema): Place[] {
  return Object.values(schema.getTypeMap()).flatMap((type): Place[] => {
    if (type.name.startsWith('__')) return [];
    const fields = isInputObjectType(type)
      ? Object.values(type.getFields())
      : isObjectType(type)
        ? Object.values(type.getFields()).flatMap(({ args }) => args)
        : [];
    return fields.map((field) => ({
      path: `${type.name}.${field.name}`,
      type: field.type,
      bounds: field.extensions,
    }));
  });
}

function levelsOf(type: GraphQLInputType): number {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return 1 + levelsOf(nullable.ofType);
  if (!isInputObjectType(nullable)) return 0;
  return 1 + Math.max(...Object.values(nullable.getFields()).map((field) => levelsOf(field.type)));
}

function boundsAt(schema: GraphQLSchema, type: string, field: string): SizeBounds {
  const input = schema.getType(type);
  const bounds = isInputObjectType(input) ? input.getFields()[field]?.extensions : undefined;
  return bounds ?? {};
}

describe('the bounds that the document check reads from the graph', () => {
  // Guarantee: every list of every input has a bound, a newly added one too.
  it('Q13: are there for every list, behind the permissions too', () => {
    const lists = placesOf(graph()).filter(({ type }) => isListType(getNullableType(type)));
    expect(lists.length).toBeGreaterThan(100);
    const unbounded = lists.filter(({ bounds }) => bounds.maxItems === undefined);
    expect(unbounded.map(({ path }) => path)).toEqual([]);
    expect(Math.max(...lists.map(({ bounds }) => bounds.maxItems?.max ?? 0))).toBeLessThan(1_000);
  });

  it('Q13: leave no list in a list, of which the inner one would be without a bound', () => {
    const nested = placesOf(graph()).filter(({ type }) => {
      const nullable = getNullableType(type);
      return isListType(nullable) && isListType(getNullableType(nullable.ofType));
    });
    expect(nested).toEqual([]);
  });

  it('Q13: are deeper than any input is nested', () => {
    const levels = placesOf(graph()).map(({ type }) => levelsOf(type));
    // The variables themselves are a level, and so is one list more than a client need write.
    expect(Math.max(...levels) + 2).toBeLessThan(DOCUMENT_LIMITS.valueLevelsMax);
  });

  it('Q13: are within the default length for every text', () => {
    const longer = placesOf(graph()).filter(
      ({ type, bounds }) =>
        ['String', 'ID'].includes(getNamedType(type).name) &&
        (bounds.maxLength?.max ?? 0) > DOCUMENT_LIMITS.textLengthMax,
    );
    expect(longer).toEqual([]);
  });

  it('are lifted with RELAXED_BOUNDS, and those beside them are not', () => {
    const schema = graph([
      'createTextToVideo.gen4_5.promptText',
      'createImageToVideo.gen4_5.promptImage',
      'updateAvatar.documentIds[]',
      'createNothing.at.all',
      'createTextToVideo',
    ]);
    expect(boundsAt(schema, 'CreateTextToVideoGen4_5Input', 'promptText')).toEqual({});
    expect(boundsAt(schema, 'CreateImageToVideoGen4_5Input', 'promptImage')).toEqual({});
    expect(boundsAt(schema, 'UpdateAvatarInput', 'documentIds').maxItems?.max).toBe(50);
    expect(boundsAt(schema, 'CreateTextToVideoVeo3_1Input', 'promptText').maxLength?.max).toBe(
      1_000,
    );
    expect(boundsAt(graph(), 'CreateTextToVideoGen4_5Input', 'promptText').maxLength?.max).toBe(
      1_000,
    );
  });
});
