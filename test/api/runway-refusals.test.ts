// Guarantee: what Runway says against an input comes back under the names of the GraphQL input, and
// leaves neither a task nor a used-up key behind.
import { SEEDED } from '../../src/emulator/resources/seeded.js';
import { TasksDocument } from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { ask, type WireAnswer } from '../support/client/wire.js';

const PNG_URL = 'https://assets.example.com/a.png';
const MP4_URL = 'https://assets.example.com/a.mp4';
const gen45 = { promptText: 'A fox', ratio: 'RATIO_1280_720', duration: 5 };

const RUNWAYS_TEXT = 'Invalid value Zq7Zq7';

/** Who is refused as a whole tries again after this. */
const PROBE_INTERVAL_MS = 10_000;

interface Case {
  readonly name: string;
  readonly field: string;
  readonly input: object;
  /** Where in its own body Runway finds the fault. */
  readonly runwayPath: readonly (string | number)[];
  readonly path: string;
}

const cases: readonly Case[] = [
  {
    name: 'a property of the model’s input',
    field: 'createTextToVideo',
    input: { gen4_5: gen45 },
    runwayPath: ['promptText'],
    path: 'input.gen4_5.promptText',
  },
  {
    name: 'the model for the tag that GraphQL does not have',
    field: 'createTextToVideo',
    input: { gen4_5: gen45 },
    runwayPath: ['model'],
    path: 'input.gen4_5',
  },
  {
    name: 'the input where Runway means all of it',
    field: 'createTextToVideo',
    input: { gen4_5: gen45 },
    runwayPath: [],
    path: 'input',
  },
  {
    name: 'an element of a list',
    field: 'createImageToVideo',
    input: {
      hailuo3: {
        promptText: 'A fox',
        promptImage: [
          { uri: PNG_URL, position: 'FIRST' },
          { uri: PNG_URL, position: 'LAST' },
        ],
      },
    },
    runwayPath: ['promptImage', 1, 'uri'],
    path: 'input.hailuo3.promptImage.1.uri',
  },
  {
    name: 'a choice inside a list, and a name in snake case',
    field: 'createVideoToVideo',
    input: {
      aleph2: {
        videoUri: MP4_URL,
        keyframes: [
          { atFraction: { at: 0.5, uri: PNG_URL } },
          { atSeconds: { seconds: 1, uri: PNG_URL, range: { startSeconds: 0, endSeconds: 2 } } },
        ],
      },
    },
    runwayPath: ['keyframes', 1, 'range', 'start_seconds'],
    path: 'input.aleph2.keyframes.1.atSeconds.range.startSeconds',
  },
  {
    name: 'an entry of a map of maps',
    field: 'runWorkflow',
    input: {
      workflowId: SEEDED.workflowId,
      nodeOutputs: [
        {
          nodeId: SEEDED.workflowNodes.image,
          outputs: [{ key: 'image', value: { image: { uri: PNG_URL } } }],
        },
        {
          nodeId: SEEDED.workflowNodes.prompt,
          outputs: [
            { key: 'strength', value: { primitive: { value: { number: 1 } } } },
            { key: 'text', value: { primitive: { value: { string: 'A fox' } } } },
          ],
        },
      ],
    },
    runwayPath: ['nodeOutputs', SEEDED.workflowNodes.prompt, 'text', 'value'],
    path: 'input.nodeOutputs.1.outputs.1.value.primitive.value',
  },
  {
    name: 'a node of that map',
    field: 'runWorkflow',
    input: {
      workflowId: SEEDED.workflowId,
      nodeOutputs: [
        { nodeId: SEEDED.workflowNodes.prompt, outputs: [] },
        { nodeId: SEEDED.workflowNodes.image, outputs: [] },
      ],
    },
    runwayPath: ['nodeOutputs', SEEDED.workflowNodes.image],
    path: 'input.nodeOutputs.1',
  },
];

describe('a refusal by Runway', () => {
  let clock: FakeClock;
  let gateway: TestGateway;

  beforeAll(async () => {
    clock = new FakeClock();
    gateway = await startGateway({}, { clock });
  });

  afterEach(async () => {
    gateway.emulator.clearFaults();
    gateway.emulator.settings.credits = 1_000_000;
    const { tasks } = await gateway.data(TasksDocument, {});
    expect(tasks.nodes).toEqual([]);
  });

  afterAll(() => gateway.stop());

  async function create(field: string, input: object): Promise<WireAnswer> {
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${field}(input: $input) { task { id } } }`;
    return await ask(gateway.url, gateway.operatorKey, { query, variables: { input } });
  }

  function refuseWith(status: number, body: object): void {
    gateway.emulator.setFault({ method: 'POST', path: '/v1/*', times: 1, status, body });
  }

  const codesOf = ({ errors }: WireAnswer): string[] =>
    errors.map(({ extensions }) => extensions.code);

  it.each(cases.map((row) => [row.name, row] as const))(
    'names %s',
    async (_name, { field, input, runwayPath, path }) => {
      const issue = { code: 'too_big', path: runwayPath, maximum: 7, message: RUNWAYS_TEXT };
      refuseWith(400, { error: RUNWAYS_TEXT, issues: [issue] });
      const answer = await create(field, input);
      expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
      expect(answer.errors[0]?.extensions.issues).toEqual([
        { path, rule: 'runway:too_big', message: RUNWAYS_TEXT, allowed: ['≤ 7'] },
      ]);
    },
  );

  it('of a union names the member that was most likely meant', async () => {
    const issue = (name: string): object => ({ code: 'invalid_type', path: [name], message: '' });
    const union = {
      code: 'invalid_union',
      path: ['promptImage', 0],
      errors: [[issue('uri'), issue('tag')], [issue('position')]],
      message: '',
    };
    refuseWith(400, { error: 'Validation of body failed', issues: [union] });
    const answer = await create('createImageToVideo', {
      hailuo3: { promptText: 'A fox', promptImage: [{ uri: PNG_URL, position: 'FIRST' }] },
    });
    expect(answer.errors[0]?.extensions.issues).toMatchObject([
      { path: 'input.hailuo3.promptImage.0.position', rule: 'runway:invalid_type' },
    ]);
  });

  it('hands on which values are allowed', async () => {
    const issue = { code: 'invalid_value', path: ['ratio'], values: ['1:1', '2:1'], message: '' };
    refuseWith(400, { error: 'Validation of body failed', issues: [issue] });
    const answer = await create('createTextToVideo', { gen4_5: gen45 });
    expect(answer.errors[0]?.extensions.issues).toMatchObject([
      { path: 'input.gen4_5.ratio', allowed: ['1:1', '2:1'] },
    ]);
  });

  it('of media that does not exist names its place', async () => {
    const answer = await create('createImageToVideo', {
      hailuo3: {
        promptText: 'A fox',
        promptImage: [
          { uri: PNG_URL, position: 'FIRST' },
          { uri: 'runway://this-was-never-uploaded', position: 'LAST' },
        ],
      },
    });
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors[0]?.extensions.issues).toMatchObject([
      { path: expect.stringMatching(/^input\.hailuo3\.promptImage\.1/) as string },
    ]);
  });

  it('for want of credits is told as that', async () => {
    gateway.emulator.settings.credits = 0;
    expect(codesOf(await create('createTextToVideo', { gen4_5: gen45 }))).toEqual([
      'RUNWAY_OUT_OF_CREDITS',
    ]);
  });

  it('of a router that is gone is told as a missing object', async () => {
    refuseWith(404, { error: RUNWAYS_TEXT, code: 'router_config_not_found' });
    const answer = await create('generateVideo', { configId: 'default', input: {} });
    expect(codesOf(answer)).toEqual(['RUNWAY_NOT_FOUND']);
    expect(answer.errors[0]?.extensions.runway).toEqual({
      status: 404,
      code: 'router_config_not_found',
      message: RUNWAYS_TEXT,
    });
  });

  it('without a reason is told as a refusal', async () => {
    refuseWith(400, {});
    const answer = await create('createTextToVideo', { gen4_5: gen45 });
    expect(codesOf(answer)).toEqual(['RUNWAY_REFUSED']);
    expect(answer.errors[0]?.extensions.runway).toEqual({ status: 400 });
  });

  it.each([401, 403])('of the gateway itself (%i) is no fault of the caller', async (status) => {
    refuseWith(status, { error: 'The key key_live_Zq7Zq7 was revoked' });
    const answer = await create('createTextToVideo', { gen4_5: gen45 });
    expect(codesOf(answer)).toEqual(['RUNWAY_UNAUTHORIZED']);
    expect(answer.errors[0]?.extensions.runway).toEqual({ status });
    expect(answer.text).not.toContain('Zq7Zq7');
    // Until the next probe nothing is sent.
    await clock.advance(PROBE_INTERVAL_MS);
  });
});
