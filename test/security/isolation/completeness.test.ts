// Guarantee: the isolation matrix tries every root field, and every argument that could name a
// tenant's thing; a new field or argument cannot get into the graph untried.
import { extendSchema, parse, type GraphQLSchema } from 'graphql';
import { buildGraph, type Services } from '../../../src/api/schema.js';
import { problemsOf } from './completeness.js';
import { matrix } from './matrix.js';

describe('the isolation matrix', () => {
  let schema: GraphQLSchema;

  beforeAll(() => {
    // Building the graph calls no service; only requests do.
    schema = buildGraph({} as Services, { relaxedBounds: [], requireIdempotencyKey: false });
  });

  it('Z1: has a place for every field, id, cursor, reference, medium and text of the graph', () => {
    expect(problemsOf(schema, matrix)).toEqual([]);
  });

  const ADDED = {
    'a query': ['extend type Query { secrets: String }', ['secrets: no place']],
    'a subscription': [
      'extend type Subscription { secretUpdated(id: ID!): String }',
      ['secretUpdated: no place'],
    ],
  } as const;

  for (const [what, [extension, problems]] of Object.entries(ADDED)) {
    it(`misses ${what} that is new`, () => {
      expect(problemsOf(extendSchema(schema, parse(extension)), matrix)).toEqual(problems);
    });
  }

  it('misses an id, a cursor and a medium in an input that is new', () => {
    const extension =
      'extend input CreateDocumentInput { parent: ID cover: MediaUri after: String }';
    expect(problemsOf(extendSchema(schema, parse(extension)), matrix)).toEqual([
      'estimate: no id at request.createDocument.parent',
      'estimate: no media at request.createDocument.cover',
      'estimate: no cursor at request.createDocument.after',
      'createDocument: no id at input.parent',
      'createDocument: no media at input.cover',
      'createDocument: no cursor at input.after',
    ]);
  });

  it('misses a reference that the operations table names and no call shows', () => {
    const { createAvatarVideo } = matrix;
    const places = { ...matrix, createAvatarVideo: { ...createAvatarVideo, calls: [] } };
    expect(problemsOf(schema, places)).toEqual(
      expect.arrayContaining([
        'createAvatarVideo: no avatar at input.gwm1Avatars.avatar.custom.avatarId',
        'createAvatarVideo: no voice at input.gwm1Avatars.speech.text.voice.custom.id',
        'createAvatarVideo: no text at input.gwm1Avatars.speech.text.text',
      ]),
    );
  });

  it('misses an argument that a field no longer has, and a field that is gone', () => {
    const { viewer: _viewer, avatar: _avatar, ...others } = matrix;
    const places = {
      ...others,
      viewer: { names: { id: 'task' } },
      avatar: { names: { id: 'avatar' } },
      gone: {},
    } as const;
    expect(problemsOf(schema, places)).toEqual([
      'viewer: nothing is named at id',
      'gone: no such field',
    ]);
  });
});
