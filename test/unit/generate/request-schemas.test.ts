import { Ajv } from 'ajv';
import { readSdk } from '../../../schema/generate/sdk.js';
import { REQUEST_SCHEMAS } from '../../../src/generated/facts/request-schemas.js';

const ajv = new Ajv({ discriminator: true, allErrors: true, strict: false });
const judges = new Map(
  Object.entries(REQUEST_SCHEMAS).map(([method, schema]) => [method, ajv.compile(schema)]),
);

function accepts(method: string, request: unknown): boolean {
  return judges.get(method)?.(request) === true;
}

const ID = '3f2f0f3e-6c1d-4a3b-9a57-0f8a52e8f0c1';

describe('request schemas', () => {
  const video = { model: 'gen4.5', promptText: 'A cat', ratio: '1280:720', duration: 5 };

  it('exist for every method that takes a body or a query, and for an upload', () => {
    const methods = readSdk().filter(({ body, query }) => (body ?? query) !== undefined);
    const names = methods.map(({ name }) => name);
    expect([...judges.keys()]).toEqual([...names, 'uploads.createEphemeral'].sort());
  });

  it.each([
    ['a good body', {}, true],
    ['a duration out of range', { duration: 11 }, false],
    ['a duration that is not whole', { duration: 5.5 }, false],
    ['an empty prompt', { promptText: '' }, false],
    ['an unknown ratio', { ratio: '1:1' }, false],
    ['an unknown model', { model: 'gen9' }, false],
    ['an unknown property', { surprise: true }, false],
    ['null where a value may be absent', { seed: null }, false],
    ['the largest seed', { seed: 4_294_967_295 }, true],
  ])('judge %s', (_what, change, verdict) => {
    expect(accepts('textToVideo.create', { ...video, ...change })).toBe(verdict);
  });

  it('take deprecated case twins, both forms of images, and media of the right kind', () => {
    const hailuo = {
      model: 'hailuo3',
      promptText: 'A cat',
      promptImage: 'https://example.com/a.png',
    };
    const method = 'imageToVideo.create';
    expect(accepts(method, { ...hailuo, resolution: '768P' })).toBe(true);
    expect(accepts(method, { ...hailuo, promptImage: [{ uri: 'runway://abcd' }] })).toBe(true);
    expect(accepts(method, { ...hailuo, promptImage: 'data:video/mp4;base64,AAAA' })).toBe(false);
  });

  it.each([
    ['a page', 'avatars.list', { limit: 100, cursor: 'x' }, true],
    ['no limit, which has a default', 'avatars.list', {}, true],
    ['a limit as text', 'avatars.list', { limit: '10' }, false],
    ['a limit that is not whole', 'avatars.list', { limit: 1.5 }, false],
    ['a limit out of range', 'avatars.list', { limit: 101 }, false],
    ['an unknown parameter', 'avatars.list', { page: 2 }, false],
    ['an order', 'documents.list', { order: 'asc', sort: 'createdAt' }, true],
    ['an unknown order', 'documents.list', { order: 'up', sort: 'createdAt' }, false],
    ['a missing sort', 'documents.list', { order: 'asc' }, false],
    ['an avatar', 'avatarConversations.list', { avatar: ID }, true],
    ['an avatar that is no UUID', 'avatarConversations.list', { avatar: 'me' }, false],
    ['a list joined by commas', 'organization.webapp.auditLogs.list', { actions: 'A,B' }, true],
    ['a list', 'organization.webapp.auditLogs.list', { actions: ['A', 'B'] }, false],
    ['a date', 'organization.retrieveUsage', { startDate: '2026-01-31' }, true],
    ['a time instead', 'organization.retrieveUsage', { startDate: '2026-01-31T00:00:00Z' }, false],
  ])('judge %s (%s)', (_what, method, query, verdict) => {
    expect(accepts(method, query)).toBe(verdict);
  });

  it.each([
    ['updateAvatar: null clears', 'avatars.update', { startScript: null }, true],
    ['updateAvatar: no null elsewhere', 'avatars.update', { name: null }, false],
    ['createAvatar: no null', 'avatars.create', { startScript: null }, false],
    ['updateRouter: null clears', 'routers.update', { description: null }, true],
    ['createRouter: no null', 'routers.create', { slug: 'a', description: null }, false],
    ['updateVoice: null clears', 'voices.update', { description: null }, true],
    ['a document that is no UUID', 'avatars.update', { documentIds: ['x'] }, false],
    ['a document', 'avatars.update', { documentIds: [ID] }, true],
    ['too many documents', 'avatars.update', { documentIds: Array(51).fill(ID) }, false],
    ['a slug with a capital', 'routers.create', { slug: 'Mine' }, false],
    ['the schema version', 'routers.create', { slug: 'a', settings: { schemaVersion: 1 } }, true],
    ['another version', 'routers.create', { slug: 'a', settings: { schemaVersion: 2 } }, false],
  ])('judge %s (%s)', (_what, method, body, verdict) => {
    expect(accepts(method, body)).toBe(verdict);
  });
});
