// Guarantee: an output that a request is made from is sent to Runway first, and the paid request goes
// out once and with its upload, or not at all and at no cost.
import {
  CreateAvatarDocument,
  CreateImageUpscaleDocument,
  CreateVideoUpscaleDocument,
  DeleteTaskDocument,
  EstimateDocument,
  UpdateAvatarDocument,
} from '../../client/src/generated/graphql.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { expectHidden, MISSING_ID } from '../support/client/hidden.js';
import { AN_AVATAR, makeAvatar } from '../support/client/resources.js';
import { codesOf, createVideo, readTask, untilStatus } from '../support/client/tasks.js';
import { bodiesTo, upstreamCalls } from '../support/runway/upstream.js';
import { whileTimePasses } from '../support/time/while-time-passes.js';

const UPSCALE = '/v1/image_upscale';
const HOUR_MS = 3_600_000;

describe('an output as an input', () => {
  const stage = useGateway();

  beforeEach(() => {
    stage.gateway.emulator.settings.outputBytes = null;
  });

  const upscale = (imageUri: string, key = stage.ann, idempotencyKey?: string) =>
    stage.gateway.ask(
      CreateImageUpscaleDocument,
      {
        input: { magnificPrecisionUpscalerV2: { imageUri } },
        waitSeconds: 0,
        ...(idempotencyKey !== undefined && { idempotencyKey }),
      },
      key,
    );

  /** The id of an accepted task. */
  async function made(imageUri: string, key = stage.ann, idempotencyKey?: string) {
    const { data, errors } = await upscale(imageUri, key, idempotencyKey);
    if (data?.createImageUpscale == null) throw new Error(JSON.stringify(errors));
    return data.createImageUpscale.task.id;
  }

  const until = (id: string, status: 'SUCCEEDED' | 'FAILED' | 'PENDING', key = stage.ann) =>
    untilStatus(stage.gateway, stage.clock, id, status, key);

  /** A picture that a task has made, as an input; the emulator remembers nothing of it. */
  async function anOutput(key = stage.ann): Promise<string> {
    const { gateway } = stage;
    const id = await made('https://assets.example.com/scan.jpg', key);
    await until(id, 'SUCCEEDED', key);
    gateway.emulator.clearRequests();
    return `gateway://outputs/${id}.0`;
  }

  /** POSTs of files, and of the paid request, in their order. */
  const posts = (): string[] =>
    upstreamCalls(stage.gateway)
      .filter((call) => call.startsWith('POST'))
      .map((call) => call.replace(/(\/uploads\/).+/, '$1…'));

  const issuesOf = async (uri: string, key = stage.ann) =>
    (await upscale(uri, key)).errors?.[0]?.extensions.issues?.map(({ path, rule }) => ({
      path,
      rule,
    }));
  const path = 'input.magnificPrecisionUpscalerV2.imageUri';

  it('is uploaded before the request is sent, which names the upload', async () => {
    const { gateway, ann } = stage;
    const uri = await anOutput();
    const id = await made(uri);
    const waiting = await readTask(gateway, id, ann);
    expect(waiting.status).toBe('QUEUED');
    const task = await until(id, 'SUCCEEDED');
    expect(posts()).toEqual(['POST /v1/uploads', 'POST /uploads/…', `POST ${UPSCALE}`]);
    const [form] = bodiesTo(gateway, '/v1/uploads');
    expect(form).toMatchObject({ filename: 'output-0.png', type: 'ephemeral' });
    expect(bodiesTo(gateway, UPSCALE)).toEqual([
      {
        model: 'magnific_precision_upscaler_v2',
        imageUri: expect.stringMatching(/^runway:\/\/.{20}/) as string,
      },
    ]);
    expect(task.input).toEqual({ magnificPrecisionUpscalerV2: { imageUri: uri } });
  });

  it('is sent byte for byte', async () => {
    const { gateway } = stage;
    const uri = await anOutput();
    gateway.emulator.settings.outputBytes = 300_000;
    await until(await made(uri), 'SUCCEEDED');
    const upload = gateway.emulator.requests().find((one) => one.path.startsWith('/uploads/'));
    expect(upload?.body).toMatchObject({
      file: { filename: 'output-0.png', mimeType: 'image/png', bytes: 300_000 },
    });
  });

  it('shares its upload with the next request, which is sent at once', async () => {
    const uri = await anOutput();
    await until(await made(uri), 'PENDING');
    const second = await upscale(uri);
    expect(second.data?.createImageUpscale?.task.status).toBe('PENDING');
    expect(posts().filter((post) => post === 'POST /uploads/…')).toHaveLength(1);
    const [first, next] = bodiesTo(stage.gateway, UPSCALE);
    expect(next).toEqual(first);
  });

  it('is uploaded anew when the upload has less than an hour left', async () => {
    const { clock } = stage;
    const uri = await anOutput();
    await until(await made(uri), 'SUCCEEDED');
    clock.step(23 * HOUR_MS + 1_000);
    await until(await made(uri), 'SUCCEEDED');
    expect(posts().filter((post) => post === 'POST /uploads/…')).toHaveLength(2);
    const [first, second] = bodiesTo(stage.gateway, UPSCALE);
    expect(second).not.toEqual(first);
  });

  it('is uploaded anew when the upload ends while the request waits', async () => {
    const { gateway, clock } = stage;
    const uri = await anOutput();
    gateway.emulator.setFault({ method: 'POST', path: UPSCALE, times: 30, status: 429 });
    const id = await made(uri);
    await clock.until(() => Promise.resolve(bodiesTo(gateway, UPSCALE).length > 0), {
      stepMs: 5_000,
      steps: 12,
      strides: true,
    });
    clock.step(24 * HOUR_MS);
    gateway.emulator.clearFaults();
    await until(id, 'SUCCEEDED');
    expect(posts().filter((post) => post === 'POST /uploads/…').length).toBeGreaterThan(1);
    expect(posts().at(-1)).toBe(`POST ${UPSCALE}`);
  });

  it.each([
    ['no form is given', { path: '/v1/uploads', status: 503, times: 2 }],
    ['its form is not taken', { path: '/uploads/*', status: 503, times: 2 }],
    ['its form is cut off', { path: '/uploads/*', reset: 'afterRead' as const, times: 2 }],
    ['it breaks in the middle', { path: '/outputs/*', truncate: 60_000, times: 2 }],
    ['it has fewer bytes than it says', { path: '/outputs/*', lengthBy: 9, times: 2 }],
    ['it cannot be had for a while', { path: '/outputs/*', status: 500, times: 2 }],
  ])('waits and is tried again while %s', async (_why, fault) => {
    const { gateway, ann } = stage;
    const uri = await anOutput();
    gateway.emulator.settings.outputBytes = 200_000;
    gateway.emulator.setFault(fault);
    const id = await made(uri);
    const waiting = await stage.clock.until(
      async () => {
        const task = await readTask(gateway, id, ann);
        return task.waitingFor?.reason === 'INPUT' && task;
      },
      { stepMs: 10, steps: 500 },
    );
    expect(waiting).toMatchObject({ status: 'QUEUED', cost: null });
    await until(id, 'SUCCEEDED');
    expect(bodiesTo(gateway, UPSCALE)).toHaveLength(1);
  });

  it.each([
    ['GONE', { path: '/outputs/*', status: 404 }, 200_000],
    ['TOO_LARGE', undefined, 209_715_201],
    ['UNUSABLE', undefined, 100],
    ['UNUSABLE', { path: '/uploads/*', status: 400 }, 200_000],
  ])('makes its task fail with INPUT_%s at no cost', async (problem, fault, bytes) => {
    const { gateway } = stage;
    const uri = await anOutput();
    gateway.emulator.settings.outputBytes = bytes;
    if (fault !== undefined) gateway.emulator.setFault(fault);
    const task = await until(await made(uri), 'FAILED');
    expect(task).toMatchObject({
      cost: 0,
      failure: { code: `INPUT_${problem}`, retryable: false },
    });
    expect(bodiesTo(gateway, UPSCALE)).toEqual([]);
  });

  it('of a task that was deleted meanwhile makes the request fail at no cost', async () => {
    const { gateway, ann } = stage;
    const uri = await anOutput();
    gateway.emulator.setFault({ path: '/outputs/*', status: 500, times: 3 });
    const id = await made(uri);
    const source = uri.replace(/.*\/(.*)\.0$/, '$1');
    await gateway.data(DeleteTaskDocument, { id: source }, ann);
    const task = await until(id, 'FAILED');
    expect(task).toMatchObject({ cost: 0, failure: { code: 'INPUT_GONE' } });
    expect(bodiesTo(gateway, UPSCALE)).toEqual([]);
  });

  it('belongs to its request: a repetition with the same key uploads and buys nothing', async () => {
    const uri = await anOutput();
    const id = await made(uri, stage.ann, 'twice');
    await until(id, 'SUCCEEDED');
    const before = posts().length;
    const { data } = await upscale(uri, stage.ann, 'twice');
    expect(data?.createImageUpscale).toMatchObject({ task: { id }, replayed: true });
    expect(posts()).toHaveLength(before);
  });

  it('has its price estimated as any medium', async () => {
    const { gateway, ann } = stage;
    const uri = await anOutput();
    const request = { createImageUpscale: { magnificPrecisionUpscalerV2: { imageUri: uri } } };
    const { estimate } = await gateway.data(EstimateDocument, { request }, ann);
    expect(estimate.credits).toBeGreaterThan(0);
    expect(posts()).toEqual([]);
  });

  it('may be what an avatar is changed to, which waits for the upload', async () => {
    const { gateway, clock, ann } = stage;
    const { id, taskId } = await makeAvatar(gateway, {}, ann);
    await until(taskId, 'SUCCEEDED');
    const referenceImage = await anOutput();
    const change = { id, input: { referenceImage } };
    await whileTimePasses(clock, gateway.data(UpdateAvatarDocument, change, ann), 100);
    expect(posts()).toEqual(['POST /v1/uploads', 'POST /uploads/…']);
    expect(bodiesTo(gateway, `/v1/avatars/${id}`)).toEqual([
      { referenceImage: expect.stringMatching(/^runway:/) as string },
    ]);
  });

  it('may be what an avatar is made of', async () => {
    const { gateway, ann } = stage;
    const referenceImage = await anOutput();
    const input = { ...AN_AVATAR, referenceImage };
    const { createAvatar } = await gateway.data(CreateAvatarDocument, { input }, ann);
    await until(createAvatar.task.id, 'SUCCEEDED');
    expect(bodiesTo(gateway, '/v1/avatars')).toMatchObject([
      { referenceImage: expect.stringMatching(/^runway:/) as string },
    ]);
  });

  describe('of a task that it was made into', () => {
    const LINEAGE = `query ($id: ID!, $source: ID!) {
      task(id: $id) { madeFrom { id taskId output { id mimeType url } } }
      tasks(filter: { madeFrom: $source }) { nodes { id } }
    }`;

    async function lineage(id: string, source: string, key = stage.ann) {
      const response = await stage.gateway.post({ query: LINEAGE, variables: { id, source } }, key);
      const { data } = (await response.json()) as {
        data: {
          task: { madeFrom: { id: string; taskId: string; output: object | null }[] } | null;
          tasks: { nodes: { id: string }[] };
        };
      };
      return { madeFrom: data.task?.madeFrom, made: data.tasks.nodes.map((node) => node.id) };
    }

    it('is shown with it, and lists it, until it is deleted', async () => {
      const { gateway, ann } = stage;
      const uri = await anOutput();
      const name = uri.slice('gateway://outputs/'.length);
      const source = name.slice(0, -2);
      const first = await made(uri);
      await until(first, 'SUCCEEDED');
      const second = await made(uri);
      await until(second, 'SUCCEEDED');
      const shown = await lineage(first, source);
      expect(shown.madeFrom).toMatchObject([
        { id: name, taskId: source, output: { id: name, mimeType: 'image/png' } },
      ]);
      expect(new Set(shown.made)).toEqual(new Set([first, second]));
      await gateway.data(DeleteTaskDocument, { id: source }, ann);
      expect((await lineage(first, source)).madeFrom).toEqual([
        { id: name, taskId: source, output: null },
      ]);
      await gateway.data(DeleteTaskDocument, { id: second }, ann);
      expect((await lineage(first, source)).made).toEqual([first]);
    });

    // Guarantee: neither end of a lineage shows another tenant's task.
    it('shows nothing to another tenant', async () => {
      const uri = await anOutput();
      const source = uri.slice('gateway://outputs/'.length, -2);
      const id = await made(uri);
      await until(id, 'SUCCEEDED');
      expect(await lineage(id, source, stage.bob)).toEqual({ madeFrom: undefined, made: [] });
      expect((await lineage(id, 'x')).made).toEqual([]);
    });
  });

  describe('is refused, and Runway is not asked,', () => {
    it('when it is another tenant’s, as one that is missing', async () => {
      const { gateway, bob } = stage;
      const theirs = await anOutput();
      const variablesOf = (imageUri: string) => ({
        input: { magnificPrecisionUpscalerV2: { imageUri } },
        waitSeconds: 0,
      });
      await expectHidden(gateway, bob, CreateImageUpscaleDocument, variablesOf, theirs, {
        missing: `gateway://outputs/${MISSING_ID}.0`,
        code: 'BAD_USER_INPUT',
      });
    });

    it('when its task has no such output', async () => {
      const uri = await anOutput();
      expect(await issuesOf(uri.replace(/0$/, '1'))).toEqual([{ path, rule: 'reference' }]);
    });

    it('when its task has not succeeded', async () => {
      const { gateway, ann } = stage;
      gateway.emulator.setFault({ path: '/v1/text_to_video', status: 503, times: 1 });
      const { id } = await createVideo(gateway, {}, ann);
      expect(await issuesOf(`gateway://outputs/${id}.0`)).toEqual([{ path, rule: 'output' }]);
    });

    it('when its field takes another kind', async () => {
      const { gateway, ann } = stage;
      const videoUri = await anOutput();
      const input = {
        enhanceFrameRate: { videoUri, targetFramerate: 'TARGET_FRAMERATE_30' as const },
      };
      const answer = await gateway.ask(CreateVideoUpscaleDocument, { input, waitSeconds: 0 }, ann);
      const [issue] = answer.errors?.[0]?.extensions.issues ?? [];
      expect(issue).toMatchObject({ path: 'input.enhanceFrameRate.videoUri', rule: 'mediaKind' });
      expect(posts()).toEqual([]);
    });

    it.each([
      'gateway://outputs/',
      'gateway://outputs/x.0',
      `gateway://outputs/${MISSING_ID}`,
      `gateway://outputs/${MISSING_ID}.-1`,
      `gateway://outputs/${MISSING_ID}.0?x`,
      `gateway://other/${MISSING_ID}.0`,
    ])('when it is written as %s', async (uri) => {
      expect(codesOf(await upscale(uri))).toEqual(['BAD_USER_INPUT']);
      expect(posts()).toEqual([]);
    });
  });
});
