// Guarantee: an input that breaks a rule is refused with its place and the rule, before anything is
// sent, and no answer repeats what was given.
import { ERRORS } from '../../src/error-registry.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { jsonHeaders, post, type WireAnswer } from '../support/client/wire.js';
import { PNG_DATA_URI, WAV_DATA_URI } from './fixtures/media.js';

/** Stands in every wrong value that can hold a text. */
const SENTINEL = 'Zq7Zq7';

const PNG_URL = 'https://assets.example.com/a.png';
const NODE_ID = '3f2f0f3e-6c1d-4a3b-9a57-0f8a52e8f0c1';
const MP3_URL = 'https://assets.example.com/a.mp3';

interface Refused {
  readonly name: string;
  readonly field: string;
  readonly input: unknown;
  readonly issues: readonly {
    readonly path: string;
    readonly rule: string;
    readonly allowed?: unknown;
  }[];
}

const gen45 = { promptText: 'A fox', ratio: 'RATIO_1280_720', duration: 5 };
const textToVideo = (changes: object): object => ({ gen4_5: { ...gen45, ...changes } });
const imageToVideo = (...uris: readonly string[]): object => ({
  gen4_5: { ...gen45, promptImage: uris.map((uri) => ({ uri, position: 'FIRST' })) },
});
const contains = (...items: readonly string[]): unknown => expect.arrayContaining([...items]);

const bounds: readonly Refused[] = [
  {
    name: 'a text that is too long',
    field: 'createTextToVideo',
    input: textToVideo({ promptText: SENTINEL.repeat(200) }),
    issues: [
      { path: 'input.gen4_5.promptText', rule: 'maxLength', allowed: ['at most 1000 characters'] },
    ],
  },
  {
    name: 'a text that is too short',
    field: 'createTextToVideo',
    input: textToVideo({ promptText: '' }),
    issues: [
      { path: 'input.gen4_5.promptText', rule: 'minLength', allowed: ['at least 1 character'] },
    ],
  },
  {
    name: 'a number below the range',
    field: 'createTextToVideo',
    input: textToVideo({ duration: 1 }),
    issues: [{ path: 'input.gen4_5.duration', rule: 'min', allowed: ['at least 2'] }],
  },
  {
    name: 'a number above the range, and a text beside it',
    field: 'createTextToVideo',
    input: textToVideo({ duration: 11, promptText: '' }),
    issues: [
      { path: 'input.gen4_5.duration', rule: 'max', allowed: ['at most 10'] },
      { path: 'input.gen4_5.promptText', rule: 'minLength' },
    ],
  },
  {
    name: 'a number that is not among the few',
    field: 'createSoundEffect',
    input: { seedAudio: { promptText: 'Rain', sampleRate: 12_345 } },
    issues: [
      {
        path: 'input.seedAudio.sampleRate',
        rule: 'allowedValues',
        allowed: contains('8000', '48000'),
      },
    ],
  },
  {
    name: 'a list that is too long',
    field: 'createSoundEffect',
    input: { seedAudio: { promptText: 'Rain', referenceAudios: Array(4).fill(MP3_URL) } },
    issues: [
      { path: 'input.seedAudio.referenceAudios', rule: 'maxItems', allowed: ['at most 3 entries'] },
    ],
  },
  {
    name: 'V2: a form, in the last element of a list',
    field: 'createTextToImage',
    input: {
      gen4Image: {
        promptText: 'A fox',
        ratio: 'RATIO_1280_720',
        referenceImages: [
          { uri: PNG_URL, tag: 'one' },
          { uri: PNG_URL, tag: 'two' },
          { uri: PNG_URL, tag: `${SENTINEL}-` },
        ],
      },
    },
    issues: [{ path: 'input.gen4Image.referenceImages.2.tag', rule: 'pattern' }],
  },
  {
    name: 'one key twice where keys become a map',
    field: 'runWorkflow',
    input: {
      workflowId: 'w',
      nodeOutputs: [1, 2].map(() => ({ nodeId: NODE_ID, outputs: [] })),
    },
    issues: [{ path: 'input.nodeOutputs', rule: 'unique' }],
  },
  {
    name: 'a form, of a key of a map',
    field: 'runWorkflow',
    input: { workflowId: 'w', nodeOutputs: [{ nodeId: SENTINEL, outputs: [] }] },
    issues: [{ path: 'input.nodeOutputs.0.nodeId', rule: 'pattern' }],
  },
];

const types: readonly Refused[] = [
  {
    name: 'a value that the enum does not have',
    field: 'createTextToVideo',
    input: textToVideo({ ratio: SENTINEL }),
    issues: [{ path: 'input.gen4_5.ratio', rule: 'enum', allowed: contains('RATIO_1280_720') }],
  },
  {
    name: 'Runway’s own value instead of the enum’s name',
    field: 'createTextToVideo',
    input: textToVideo({ ratio: '1280:720' }),
    issues: [{ path: 'input.gen4_5.ratio', rule: 'enum' }],
  },
  {
    name: 'a text for a number',
    field: 'createTextToVideo',
    input: textToVideo({ duration: SENTINEL }),
    issues: [{ path: 'input.gen4_5.duration', rule: 'type' }],
  },
  {
    name: 'a fraction for a whole number',
    field: 'createTextToVideo',
    input: textToVideo({ duration: 5.5 }),
    issues: [{ path: 'input.gen4_5.duration', rule: 'type' }],
  },
  ...[-1, 1.5, 4_294_967_296, SENTINEL].map((seed) => ({
    name: `the seed ${String(seed)}`,
    field: 'createTextToVideo',
    input: textToVideo({ seed }),
    issues: [{ path: 'input.gen4_5.seed', rule: 'seed', allowed: ['0–4294967295'] }],
  })),
  {
    name: 'null for an optional field',
    field: 'createTextToVideo',
    input: textToVideo({ seed: null }),
    issues: [{ path: 'input.gen4_5.seed', rule: 'notNull', allowed: ['not null'] }],
  },
  {
    name: 'null for a required field',
    field: 'createTextToVideo',
    input: textToVideo({ promptText: null }),
    issues: [{ path: 'input.gen4_5.promptText', rule: 'required' }],
  },
  {
    name: 'null for the input',
    field: 'createTextToVideo',
    input: null,
    issues: [{ path: 'input', rule: 'required' }],
  },
  {
    name: 'null in a list',
    field: 'createSoundEffect',
    input: { seedAudio: { promptText: 'Rain', referenceAudios: [MP3_URL, null] } },
    issues: [{ path: 'input.seedAudio.referenceAudios.1', rule: 'required' }],
  },
  {
    name: 'a field that does not exist',
    field: 'createTextToVideo',
    input: textToVideo({ colour: SENTINEL }),
    issues: [{ path: 'input.gen4_5.colour', rule: 'unknownField' }],
  },
  {
    name: 'two members of one-of',
    field: 'createTextToVideo',
    input: {
      ...textToVideo({}),
      veo3_1: { promptText: 'A fox', ratio: 'RATIO_1280_720', duration: 8 },
    },
    issues: [{ path: 'input', rule: 'oneOf', allowed: contains('gen4_5', 'veo3_1') }],
  },
  {
    name: 'no member of one-of',
    field: 'createTextToVideo',
    input: {},
    issues: [{ path: 'input', rule: 'oneOf' }],
  },
];

const media: readonly Refused[] = (
  [
    ['http://assets.example.com/Zq7Zq7.png', 'mediaUri'],
    ['file:///etc/Zq7Zq7', 'mediaUri'],
    [SENTINEL, 'mediaUri'],
    ['https://127.0.0.1/Zq7Zq7.png', 'mediaUrlHost'],
    ['https://[::1]/Zq7Zq7.png', 'mediaUrlHost'],
    ['https://169.254.169.254/Zq7Zq7', 'mediaUrlHost'],
    ['https://localhost/Zq7Zq7.png', 'mediaUrlHost'],
    ['https://user:Zq7Zq7@assets.example.com/a.png', 'mediaUrlHost'],
    ['https://assets.example.com:8443/Zq7Zq7.png', 'mediaUrlHost'],
    ['https://assets.example.com/a.png#Zq7Zq7', 'mediaUrlFragment'],
    [`https://assets.example.com/${SENTINEL.repeat(400)}`, 'mediaUrlLength'],
    ['runway://Zq', 'runwayUriLength'],
    ['data:text/html;base64,Zq7Zq7', 'dataUriType'],
    ['data:image/png;base64,Zq7Zq7*', 'dataUriBase64'],
    [WAV_DATA_URI, 'mediaKind'],
  ] as const
).map(([uri, rule]) => ({
  name: `the media uri ${uri.slice(0, 48)}`,
  field: 'createImageToVideo',
  input: imageToVideo(uri),
  issues: [{ path: 'input.gen4_5.promptImage.0.uri', rule, allowed: expect.any(Array) as unknown }],
}));

/** Names that no public host has: see scalars/public-host.ts. */
const hosts: readonly Refused[] = [
  ...['x.svc', 'x.lan', 'x.corp', 'x.home', 'x.internal', 'x.test', 'x.invalid', 'x.onion'],
  ...['x.local', 'X.SVC', '127.0.0.1.nip.io', 'a.10-0-0-1.sslip.io', '10.0.0.1.example.com'],
].map((host) => ({
  name: `V8: the media host ${host}`,
  field: 'createImageToVideo',
  input: imageToVideo(`https://${host}/Zq7Zq7.png`),
  issues: [{ path: 'input.gen4_5.promptImage.0.uri', rule: 'mediaUrlHost' }],
}));

const lists: readonly Refused[] = [
  {
    name: 'V2: a media uri in the last place',
    field: 'createSoundEffect',
    input: {
      seedAudio: { promptText: 'Rain', referenceAudios: [MP3_URL, WAV_DATA_URI, SENTINEL] },
    },
    issues: [{ path: 'input.seedAudio.referenceAudios.2', rule: 'mediaUri' }],
  },
  {
    name: 'V2: a picture among sounds, in the last place',
    field: 'createSoundEffect',
    input: {
      seedAudio: { promptText: 'Rain', referenceAudios: [MP3_URL, WAV_DATA_URI, PNG_DATA_URI] },
    },
    issues: [
      { path: 'input.seedAudio.referenceAudios.2', rule: 'eachMediaKind', allowed: ['audio'] },
    ],
  },
];

describe('an input', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startGateway();
  });

  beforeEach(() => gateway.emulator.clearRequests());

  afterEach(() => {
    expect(gateway.emulator.requests().filter(({ method }) => method === 'POST')).toEqual([]);
  });

  afterAll(() => gateway.stop());

  function documentOf(field: string): string {
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
    return `mutation ($input: ${type}!) { ${field}(input: $input) { task { id } } }`;
  }

  /** `body` as text, because JSON.stringify writes no infinity. */
  async function send(body: string): Promise<WireAnswer> {
    return await post(gateway.url, body, jsonHeaders(gateway.operatorKey));
  }

  it.each(
    [...bounds, ...types, ...media, ...hosts, ...lists].map((row) => [row.name, row] as const),
  )('V1, V3: is refused with %s', async (_name, { field, input, issues }) => {
    const answer = await send(JSON.stringify({ query: documentOf(field), variables: { input } }));
    expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors[0]?.extensions.issues).toEqual(
      issues.map((issue) => expect.objectContaining(issue) as unknown),
    );
    expect(answer.text).not.toContain(SENTINEL);
  });

  it.each([
    ['infinity by variable', 'number: $number', '{"number":1e999}'],
    ['not-a-number by literal', 'number: NaN', '{"number":1}'],
  ])('V1: is refused with %s where a number stands', async (_name, value, variables) => {
    const query = `mutation ($number: Float) {
      runWorkflow(input: { workflowId: "w", nodeOutputs: [
        { nodeId: "n", outputs: [{ key: "k", value: { primitive: { value: { number: $number } } } }] }
        { nodeId: "m", outputs: [{ key: "k", value: { primitive: { value: { ${value} } } } }] }
      ] }) { task { id } }
    }`;
    const { errors } = await send(`{"query":${JSON.stringify(query)},"variables":${variables}}`);
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors[0]?.extensions.issues?.[0]?.path).toMatch(
      /^input\.nodeOutputs\.[01]\.outputs\.0\.value\.primitive\.value\.number$/,
    );
  });

  it('is refused alike when it is written into the document', async () => {
    const query = `mutation { createTextToVideo(input: { gen4_5: {
      promptText: "A fox", ratio: ${SENTINEL}, duration: 5 } }) { task { id } } }`;
    const written = await send(JSON.stringify({ query }));
    const input = { gen4_5: { promptText: 'A fox', ratio: SENTINEL, duration: 5 } };
    const variables = { input };
    const beside = await send(
      JSON.stringify({ query: documentOf('createTextToVideo'), variables }),
    );
    for (const { status, errors, text } of [written, beside]) {
      expect([status, errors.map(({ message }) => message)]).toEqual([
        400,
        [ERRORS.BAD_USER_INPUT.message],
      ]);
      expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
      expect(text).not.toContain(SENTINEL);
    }
    const { issues } = beside.errors[0]?.extensions ?? {};
    expect(issues).toMatchObject([{ path: 'input.gen4_5.ratio', rule: 'enum' }]);
    expect(written.errors[0]?.extensions.issues).toEqual(issues);
  });

  it('V1: is told twenty things at most', async () => {
    const nodeOutputs = Array.from({ length: 60 }, () => ({ nodeId: 7, outputs: 7 }));
    const input = { workflowId: 'w', nodeOutputs };
    const { errors } = await send(
      JSON.stringify({ query: documentOf('runWorkflow'), variables: { input } }),
    );
    expect(errors[0]?.extensions.issues).toHaveLength(20);
  });
});
