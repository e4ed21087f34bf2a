import { boundsInComment } from '../../../schema/generate/bounds-comments.js';
import { extractBounds } from '../../../schema/generate/bounds-document.js';
import type { BoundsOverride } from '../../../schema/generate/bounds-merge.js';
import { mergeBounds } from '../../../schema/generate/bounds-merge.js';
import { readContext } from '../../../schema/generate/context.js';
import { Report } from '../../../schema/generate/report.js';
import type { Property, SdkRequest, Shape } from '../../../schema/generate/shape.js';

const TEXT: Shape = { kind: 'string' };
const NUMBER: Shape = { kind: 'number' };
const LIST: Shape = { kind: 'list', item: { kind: 'media', media: 'image' } };

function property(comment: string, shape: Shape, name = 'promptText'): Property {
  return { name, path: name, optional: true, nullable: false, deprecated: false, comment, shape };
}

describe('bounds in comments', () => {
  it.each([
    [
      'A non-empty string up to 1000 characters (measured in UTF-16 code units).',
      TEXT,
      { minLength: 1, maxLength: 1000 },
    ],
    ['Up to 32,000 characters.', TEXT, { maxLength: 32000 }],
    ['Must be 3-16 characters, start with a letter.', TEXT, { minLength: 3, maxLength: 16 }],
    ['At least 20 characters.', TEXT, { minLength: 20 }],
    ['Must be an integer from 2 to 10.', NUMBER, { integer: true, minimum: 2, maximum: 10 }],
    ['As a whole number from 3 to 10.', NUMBER, { integer: true, minimum: 3, maximum: 10 }],
    ['Sharpness from 0 (none) to 100.', NUMBER, { minimum: 0, maximum: 100 }],
    ['In seconds, between 0.5 and 30 seconds.', NUMBER, { minimum: 0.5, maximum: 30 }],
    ['A seed (0–4294967295). Not guaranteed.', NUMBER, { minimum: 0, maximum: 4294967295 }],
    ['A fraction [0.0, 1.0] of the length.', NUMBER, { minimum: 0, maximum: 1 }],
    ['Seconds (4-15). Defaults to 10 seconds.', NUMBER, { minimum: 4, maximum: 15, default: 10 }],
    ['Image references (up to 9).', LIST, { maxItems: 9 }],
    ['An array of one to three images to be used.', LIST, { minItems: 1, maxItems: 3 }],
    ['An array of up to 16 images to be used.', LIST, { maxItems: 16 }],
    ['Guidance images. Up to 5 keyframes.', LIST, { maxItems: 5 }],
    ['Up to three reference audio clips.', LIST, { maxItems: 3 }],
    ['Shot list (3-5 shots).', LIST, { minItems: 3, maxItems: 5 }],
  ] as const)('reads %p', (comment, shape, bounds) => {
    expect(boundsInComment(property(comment, shape))).toEqual({ bounds, leftovers: [] });
  });

  it('reads a default only when it is one of the values', () => {
    const shape: Shape = { kind: 'enum', values: ['2k', '4k'], open: false };
    expect(boundsInComment(property('Defaults to `2k`.', shape)).bounds).toEqual({ default: '2k' });
    expect(boundsInComment(property('Defaults to `8k`.', shape)).bounds).toEqual({});
  });

  it('hands back what looks like a bound and is understood by no rule', () => {
    const { bounds, leftovers } = boundsInComment(
      property('References (up to 9). The combined duration must not exceed 15 seconds.', LIST),
    );
    expect(bounds).toEqual({ maxItems: 9 });
    expect(leftovers).toEqual(['must not exceed 15 seconds']);
  });

  it('leave these to Runway, and no others', () => {
    const texts = readContext()
      .report.list('bounds')
      .map(({ place, did }) => `${place} ${/[(]\d+×[)]/.exec(did)?.[0] ?? ''}`);
    expect(texts).toEqual([
      '"At most one" (2×)',
      '"Up to five of those images" (2×)',
      '"Up to four images" (2×)',
      '"at least one image" (1×)',
      '"at least one reference" (1×)',
      '"between 3686400 and 16777216 pixels" (1×)',
      '"exactly one reference" (1×)',
      '"more than one" (3×)',
      '"must be at least 256 pixels" (1×)',
      '"must be between 0.4 and 4" (2×)',
      '"must be between 1.8 and 15 seconds" (1×)',
      '"must be between 3 and 15 seconds" (1×)',
      '"must be between 3 and 30 seconds" (1×)',
      '"must be less than 30 seconds" (2×)',
      '"must not exceed 15 seconds" (28×)',
      '"must not exceed 30 seconds" (3×)',
      '"up to 50 IDs" (1×)',
      '"up to 50 actions" (1×)',
      '"up to 50 emails" (1×)',
      '"up to nine of those images" (2×)',
    ]);
  });
});

describe('bounds in the document', () => {
  const media = { type: 'string', pattern: '^https:\\/\\/.*', minLength: 13, maxLength: 2048 };
  const schema = {
    oneOf: [
      {
        type: 'object',
        properties: {
          model: { type: 'string', const: 'gen4.5' },
          promptText: { type: 'string', minLength: 1, maxLength: 1000, description: 'prose' },
          ratio: { type: 'string', enum: ['1280:720'], default: '1280:720' },
          duration: { anyOf: [{ type: 'integer', minimum: 2, maximum: 10 }, { const: 'auto' }] },
          promptImage: {
            anyOf: [
              media,
              { type: 'array', maxItems: 2, items: { type: 'object', properties: { uri: media } } },
            ],
          },
          window: { type: 'integer', exclusiveMinimum: 0, maximum: Number.MAX_SAFE_INTEGER },
        },
      },
    ],
  };
  const body = { requestBody: { content: { 'application/json': { schema } } } };
  const limit = { type: 'integer', minimum: 1, maximum: 100, default: 50 };
  const parameters = [
    { in: 'query', name: 'limit', schema: limit },
    { in: 'query', name: 'sort', schema: { type: 'string', enum: ['createdAt'] } },
    { in: 'header', name: 'x-version', schema: { type: 'string', maxLength: 10 } },
  ];
  const ids = { type: 'array', maxItems: 50, items: { type: 'string', maxLength: 36 } };
  const patch = { type: 'object', properties: { ids } };
  const document = {
    paths: {
      '/v1/x': { post: body, get: { parameters } },
      '/v1/x/{xId}': {
        parameters: [],
        patch: { requestBody: { content: { 'application/json': { schema: patch } } } },
        get: {},
      },
    },
  };

  it('are lengths, ranges, counts and defaults; never value sets, media limits or prose', () => {
    expect(extractBounds(document, ['POST /v1/x', 'POST /v1/unknown'])).toEqual({
      'POST /v1/x': {
        'gen4.5': {
          duration: { integer: true, minimum: 2, maximum: 10 },
          promptImage: { maxItems: 2 },
          promptText: { minLength: 1, maxLength: 1000 },
          ratio: { default: '1280:720' },
          window: { integer: true, minimum: 1 },
        },
      },
    });
  });

  it('are found in queries and in bodies of PATCH, whatever the ids in a path are called', () => {
    expect(extractBounds(document, ['GET /v1/x', 'PATCH /v1/x/{id}', 'GET /v1/x/{id}'])).toEqual({
      'GET /v1/x': { '*': { limit: { integer: true, minimum: 1, maximum: 100, default: 50 } } },
      'PATCH /v1/x/{id}': { '*': { ids: { maxItems: 50 }, 'ids[]': { maxLength: 36 } } },
    });
  });
});

describe('precedence of bounds', () => {
  const report = new Report();
  const texts: Shape = { kind: 'list', item: TEXT };
  const ofRuby = (own: Property): Property => ({ ...own, path: `<ruby>.${own.path}` });
  const request: SdkRequest = {
    method: 'x.create',
    shape: {
      kind: 'union',
      tag: 'model',
      variants: [
        {
          name: 'ruby',
          shape: {
            kind: 'object',
            properties: [
              ofRuby(property('', { kind: 'literal', value: 'ruby' }, 'model')),
              ofRuby(property('A non-empty text up to 10 characters.', TEXT)),
              ofRuby(property('Up to 5 images, at most.', texts, 'names')),
            ],
          },
        },
      ],
    },
  };
  const methods = [{ name: 'x.create', verb: 'POST', path: '/v1/x' }];
  const override: BoundsOverride = {
    methods: ['x.create'],
    models: ['ruby'],
    paths: ['promptText'],
    bounds: { maxLength: 30 },
    source: 'a test',
    date: '2026-01-01',
  };
  const mergedAt = (path: string, document: object, overrides: BoundsOverride[]): unknown =>
    mergeBounds([request], methods, { document: document as never, overrides }, report)
      .get('x.create')
      ?.get(`<ruby>.${path}`);
  const merged = (document: object, overrides: BoundsOverride[]): unknown =>
    mergedAt('promptText', document, overrides);

  it('is override, then document, then comment, bound by bound', () => {
    const document = { 'POST /v1/x': { ruby: { promptText: { maxLength: 20 } } } };
    expect(merged({}, [])).toEqual({ minLength: 1, maxLength: 10 });
    expect(merged(document, [])).toEqual({ minLength: 1, maxLength: 20 });
    expect(merged(document, [override])).toEqual({ minLength: 1, maxLength: 30 });
  });

  it('goes down to the texts of a list, which have no comment', () => {
    const document = { 'POST /v1/x': { ruby: { 'names[]': { maxLength: 36 } } } };
    expect(mergedAt('names[]', document, [])).toEqual({ maxLength: 36 });
    expect(mergedAt('names', document, [])).toEqual({ maxItems: 5 });
  });

  it('warns of an override that matches nothing', () => {
    merged({}, [{ ...override, models: ['ruby', 'gone'] }]);
    expect(report.list('stale').map(({ did }) => did)).toEqual(['nothing matches gone (a test).']);
  });
});
