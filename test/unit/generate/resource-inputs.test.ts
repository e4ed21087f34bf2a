import 'reflect-metadata';
import { Ajv } from 'ajv';
import { findIssues } from '../../../src/api/input/check-argument.js';
import { REQUEST_SCHEMAS } from '../../../src/generated/facts/request-schemas.js';
import { requestInputs } from '../../../src/generated/graph/request-inputs.js';
import { changeOperations } from '../../../src/operations/change-operations.js';
import { creationOperations } from '../../../src/operations/creation-operations.js';
import { buildInput } from '../../support/runway/build-input.js';

const rows = { ...creationOperations, ...changeOperations };
type Field = keyof typeof rows;
type Plain = Readonly<Record<string, unknown>>;

const ajv = new Ajv({ discriminator: true, allErrors: true, strict: false });
const ID = '3f2f0f3e-6c1d-4a3b-9a57-0f8a52e8f0c1';
const URL = 'https://example.com/a.png';
const SOUND = 'https://example.com/a.mp3';

function bodyOf(field: Field, input: Plain): unknown {
  const { Input, toRequest } = requestInputs[field];
  const { pathIds, body } = toRequest(buildInput(Input, input));
  expect(pathIds).toEqual([]);
  return body;
}

/** The rules that an input breaks, by its property. */
/** The rules that a client is told of, by property. */
async function broken(field: Field, input: Plain): Promise<Record<string, string[]>> {
  const issues = await findIssues('input', buildInput(requestInputs[field].Input, input));
  const rules: Record<string, string[]> = {};
  for (const { path, rule } of issues) {
    const property = path.split('.')[1] ?? '';
    rules[property] = [...(rules[property] ?? []), rule];
  }
  return rules;
}

const avatar = { name: 'Ann', personality: 'Kind.', referenceImage: URL };
const parameter = { name: 'size', description: 'How large.' };

describe('inputs of what stays at Runway', () => {
  it.each<[string, Field, Plain, unknown]>([
    [
      'an avatar with a ready-made voice',
      'createAvatar',
      { ...avatar, voice: { runwayLivePreset: { presetId: 'clara' } }, imageProcessing: 'none' },
      {
        ...avatar,
        voice: { type: 'runway-live-preset', presetId: 'clara' },
        imageProcessing: 'none',
      },
    ],
    [
      'an avatar with a voice and documents of its own',
      'createAvatar',
      { ...avatar, voice: { custom: { id: ID } }, documentIds: [ID] },
      { ...avatar, voice: { type: 'custom', id: ID }, documentIds: [ID] },
    ],
    ['a document', 'createDocument', { name: 'n', content: 'c' }, { name: 'n', content: 'c' }],
    [
      'a session, whose model is the only one',
      'createRealtimeSession',
      { gwm1Avatars: { avatar: { runwayPreset: { presetId: 'influencer' } }, maxDuration: 60 } },
      {
        model: 'gwm1_avatars',
        avatar: { type: 'runway-preset', presetId: 'influencer' },
        maxDuration: 60,
      },
    ],
    [
      'a session in a room elsewhere',
      'createRealtimeSession',
      {
        gwm1Avatars: {
          avatar: { custom: { avatarId: ID } },
          integration: { livekit: { url: 'wss://example.com', token: 't', roomName: 'r' } },
        },
      },
      {
        model: 'gwm1_avatars',
        avatar: { type: 'custom', avatarId: ID },
        integration: { type: 'livekit', url: 'wss://example.com', token: 't', roomName: 'r' },
      },
    ],
    [
      'a router, whose settings say their version',
      'createRouter',
      { slug: 'mine', settings: { models: { mode: 'allowlist_only', ids: ['gen4.5'] } } },
      {
        slug: 'mine',
        settings: { schemaVersion: 1, models: { mode: 'allowlist_only', ids: ['gen4.5'] } },
      },
    ],
    [
      'a voice of a recording',
      'createVoice',
      { name: 'n', from: { audio: { audio: SOUND } } },
      { name: 'n', from: { type: 'audio', audio: SOUND } },
    ],
    [
      'a voice of a description',
      'createVoice',
      { name: 'n', from: { text: { model: 'eleven_ttv_v3', prompt: 'x'.repeat(20) } } },
      { name: 'n', from: { type: 'text', model: 'eleven_ttv_v3', prompt: 'x'.repeat(20) } },
    ],
    [
      'a preview',
      'previewVoice',
      { model: 'eleven_ttv_v3', prompt: 'x'.repeat(20) },
      { model: 'eleven_ttv_v3', prompt: 'x'.repeat(20) },
    ],
    ['a change of nothing', 'updateAvatar', {}, {}],
    ['a change of a document', 'updateDocument', { content: 'c' }, { content: 'c' }],
    [
      'a change of settings',
      'updateRouter',
      { settings: { maxCreditsPerGeneration: { video: 100 }, fallback: { onCapacity: false } } },
      {
        settings: {
          schemaVersion: 1,
          maxCreditsPerGeneration: { video: 100 },
          fallback: { onCapacity: false },
        },
      },
    ],
  ])('become %s (%s)', async (_what, field, input, expected) => {
    expect(await broken(field, input)).toEqual({});
    const body = bodyOf(field, input);
    expect(body).toStrictEqual(expected);
    const [method] = rows[field].sdk;
    expect(ajv.validate(REQUEST_SCHEMAS[method] ?? false, body)).toBe(true);
  });

  it('keep the properties of an object among a tool’s parameters, one level deep', async () => {
    const plain = {
      gwm1Avatars: {
        tools: [
          {
            backendRpc: {
              name: 'order',
              description: 'Orders a coat.',
              timeoutSeconds: 4,
              parameters: [
                { string: { ...parameter, enum: ['S', 'L'], required: true } },
                { array: { ...parameter, items: { type: 'integer' } } },
                {
                  object: {
                    ...parameter,
                    properties: [
                      { number: { ...parameter, required: false } },
                      { array: { ...parameter, items: { type: 'string' } } },
                    ],
                  },
                },
              ],
            },
          },
          { clientEvent: { name: 'wave', description: 'Waves.' } },
        ],
        avatar: { custom: { avatarId: ID } },
      },
    };
    expect(await broken('createRealtimeSession', plain)).toEqual({});
    const body = bodyOf('createRealtimeSession', plain);
    expect(body).toStrictEqual({
      model: 'gwm1_avatars',
      avatar: { type: 'custom', avatarId: ID },
      tools: [
        {
          type: 'backend_rpc',
          name: 'order',
          description: 'Orders a coat.',
          timeoutSeconds: 4,
          parameters: [
            { type: 'string', ...parameter, enum: ['S', 'L'], required: true },
            { type: 'array', ...parameter, items: { type: 'integer' } },
            {
              type: 'object',
              ...parameter,
              properties: [
                { type: 'number', ...parameter, required: false },
                { type: 'array', ...parameter, items: { type: 'string' } },
              ],
            },
          ],
        },
        { type: 'client_event', name: 'wave', description: 'Waves.' },
      ],
    });
    expect(ajv.validate(REQUEST_SCHEMAS['realtimeSessions.create'] ?? false, body)).toBe(true);
  });

  it('offer no object within an object', () => {
    const within = { object: { ...parameter, properties: [] } };
    const outer = { object: { ...parameter, properties: [within] } };
    const event = { name: 'n', description: 'd', parameters: [outer] };
    expect(() =>
      bodyOf('createRealtimeSession', { gwm1Avatars: { tools: [{ clientEvent: event }] } }),
    ).toThrow('PropertiesInput has no field object');
  });

  it('do not offer what Runway has deprecated, nor tags', () => {
    const { createRealtimeSession, createRouter } = requestInputs;
    const room = { url: 'wss://example.com', token: 't', roomName: 'r' };
    expect(() =>
      buildInput(createRealtimeSession.Input, { gwm1Avatars: { livekit: room } }),
    ).toThrow('livekit');
    expect(() => buildInput(createRealtimeSession.Input, { gwm1Avatars: { model: 'x' } })).toThrow(
      'model',
    );
    expect(() => buildInput(createRouter.Input, { settings: { schemaVersion: 1 } })).toThrow(
      'schemaVersion',
    );
  });
});

describe('null in an input', () => {
  it.each<[Field, string, Plain]>([
    ['updateAvatar', 'startScript', {}],
    ['updateRouter', 'description', {}],
    ['updateVoice', 'description', {}],
    ['createVoice', 'description', { name: 'n', from: { audio: { audio: SOUND } } }],
  ])('is kept apart from absence: %s.%s', async (field, property, rest) => {
    const input = { ...rest, [property]: null };
    expect(await broken(field, input)).toEqual({});
    expect(bodyOf(field, input)).toHaveProperty(property, null);
    expect(bodyOf(field, rest)).not.toHaveProperty(property);
    const [method] = rows[field].sdk;
    expect(ajv.validate(REQUEST_SCHEMAS[method] ?? false, bodyOf(field, input))).toBe(true);
  });

  it.each<[Field, string, Plain]>([
    ['updateAvatar', 'name', {}],
    ['updateAvatar', 'documentIds', {}],
    ['updateAvatar', 'voice', {}],
    ['updateDocument', 'content', {}],
    ['updateRouter', 'settings', {}],
    ['updateVoice', 'name', {}],
    ['createRouter', 'description', { slug: 'mine' }],
    ['createRouter', 'settings', { slug: 'mine' }],
  ])('is refused where Runway refuses it: %s.%s', async (field, property, rest) => {
    expect(await broken(field, { ...rest, [property]: null })).toHaveProperty(
      property,
      expect.arrayContaining(['notNull']),
    );
  });
});

describe('bounds of an input', () => {
  it.each<[string, Field, Plain, Record<string, string[]>]>([
    ['ids', 'updateAvatar', { documentIds: [ID, 'x'] }, { documentIds: ['eachPattern'] }],
    ['counts', 'updateAvatar', { documentIds: Array(51).fill(ID) }, { documentIds: ['maxItems'] }],
    [
      'kinds',
      'updateAvatar',
      { referenceImage: 'data:audio/mp3;base64,AAAA' },
      { referenceImage: ['mediaKind'] },
    ],
    ['lengths', 'updateDocument', { content: 'x'.repeat(200_001) }, { content: ['maxLength'] }],
    ['forms', 'createRouter', { slug: 'Mine' }, { slug: ['pattern'] }],
    ['texts', 'previewVoice', { model: 'eleven_ttv_v3', prompt: 'x' }, { prompt: ['minLength'] }],
  ])('hold for %s (%s)', async (_what, field, input, rules) => {
    expect(await broken(field, input)).toEqual(rules);
  });
});
