import { SEEDED } from '../../src/emulator/resources/seeded.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { createVideo, untilStatus } from '../support/client/tasks.js';
import { ask } from '../support/client/wire.js';
import { WAV_DATA_URI } from './fixtures/media.js';
import { answered } from '../support/client/answered.js';

const { image, video } = SEEDED.workflowNodes;

interface Made {
  readonly field: string;
  readonly input: string;
  readonly outputs: readonly { readonly mimeType: string; readonly nodeId: string | null }[];
}

/** One create for each kind of media, and one whose media comes from several nodes. */
const creates: readonly Made[] = [
  {
    field: 'createTextToVideo',
    input: '{ gen4_5: { promptText: "A fox", ratio: RATIO_1280_720, duration: 5 } }',
    outputs: [{ mimeType: 'video/mp4', nodeId: null }],
  },
  {
    field: 'createTextToImage',
    input: '{ gen4Image: { promptText: "A fox", ratio: RATIO_1280_720 } }',
    outputs: [{ mimeType: 'image/png', nodeId: null }],
  },
  {
    field: 'createSoundEffect',
    input: '{ elevenTextToSoundV2: { promptText: "A cork pops" } }',
    outputs: [{ mimeType: 'audio/mpeg', nodeId: null }],
  },
  {
    field: 'runWorkflow',
    input: `{ workflowId: "${SEEDED.workflowId}" }`,
    outputs: [
      { mimeType: 'image/png', nodeId: image },
      { mimeType: 'video/mp4', nodeId: video },
    ],
  },
];

describe('a generation', () => {
  let clock: FakeClock;
  let gateway: TestGateway;

  beforeAll(async () => {
    clock = new FakeClock();
    gateway = await startGateway({}, { clock });
    gateway.emulator.settings.concurrency = null;
  });

  afterAll(() => gateway.stop());

  async function query(text: string): Promise<Readonly<Record<string, unknown>>> {
    return answered(await ask(gateway.url, gateway.operatorKey, { query: text }));
  }

  async function create({ field, input }: Pick<Made, 'field' | 'input'>): Promise<string> {
    const data = await query(`mutation { made: ${field}(input: ${input}) { task { id } } }`);
    return (data['made'] as { task: { id: string } }).task.id;
  }

  it.each(creates.map((made) => [made.field, made] as const))(
    '%s settles with files that can be fetched and are what they say',
    async (_field, made) => {
      const task = await untilStatus(gateway, clock, await create(made), 'SUCCEEDED');
      expect(task.output.map(({ mimeType, nodeId }) => ({ mimeType, nodeId }))).toEqual(
        made.outputs,
      );
      for (const { url, mimeType } of task.output) {
        const file = await fetch(url);
        expect(file.status).toBe(200);
        expect(file.headers.get('content-type')).toBe(mimeType);
        expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(0);
      }
    },
  );

  it('shows what the finished nodes of a workflow made while it is running', async () => {
    const id = await create({
      field: 'runWorkflow',
      input: `{ workflowId: "${SEEDED.workflowId}" }`,
    });
    const nodesSeen = await clock.until(
      async () => {
        const { task } = await query(`{ task(id: "${id}") { status output { nodeId } } }`);
        const { status, output } = task as { status: string; output: { nodeId: string }[] };
        return status === 'RUNNING' && output.length > 0 && output.map(({ nodeId }) => nodeId);
      },
      { stepMs: 1_000, steps: 60 },
    );
    expect(nodesSeen).toEqual([image]);
  });

  it('keeps of a data URI what it needs to be recognised, once it is sent', async () => {
    const id = await create({
      field: 'createVoiceIsolation',
      input: `{ elevenVoiceIsolation: { audioUri: "${WAV_DATA_URI}" } }`,
    });
    const { task } = await query(`{ task(id: "${id}") { input } }`);
    expect(task).toEqual({
      input: {
        elevenVoiceIsolation: {
          audioUri: {
            omitted: 'data URI',
            sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
            bytes: Buffer.from(WAV_DATA_URI.split(',')[1] ?? '', 'base64').length,
          },
        },
      },
    });
  });

  it('names the model that a router has chosen', async () => {
    const id = await create({
      field: 'generateVideo',
      input: `{ configId: "${SEEDED.routerSlug}", input: { audio: true } }`,
    });
    const { task } = await query(`{ task(id: "${id}") { model estimate { source } } }`);
    expect(task).toEqual({ model: 'veo3.1', estimate: { source: 'RUNWAY' } });
  });

  it('can be asked for under other names, several at once', async () => {
    const spring = await createVideo(gateway, { label: 'spring' });
    const summer = await createVideo(gateway, { label: 'summer' });
    const data = await query(`{
      first: task(id: "${spring.id}") { mark: label with: model made: operation }
      second: task(id: "${summer.id}") { mark: label also: label }
    }`);
    expect(data).toEqual({
      first: { mark: 'spring', with: 'gen4.5', made: 'CREATE_TEXT_TO_VIDEO' },
      second: { mark: 'summer', also: 'summer' },
    });
  });
});
