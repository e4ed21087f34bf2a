import { CreateTextToVideoDocument } from '../../client/src/documents.js';
import {
  generate,
  GatewayClientError,
  TaskFailedError,
  TaskUnconfirmedError,
  type GenerateOptions,
  type GeneratedTask,
} from '../../client/src/index.js';
import { aVideo } from '../support/client/inputs.js';
import { cursorsOf, cutAfter, ObservedNetwork } from '../support/client/packaged.js';
import { createVideo, readTask } from '../support/client/tasks.js';
import { issueToken } from '../support/client/tokens.js';
import { useGateway } from '../support/gateway/gateway-stage.js';

describe('generate', () => {
  const stage = useGateway();
  /** Paid requests that reached Runway. */
  const paid = (): number =>
    stage.gateway.emulator
      .requests()
      .filter(({ method, path }) => method === 'POST' && path === '/v1/text_to_video').length;

  /** A video, while time passes. */
  async function video(
    changes: Partial<GenerateOptions> = {},
    promptText?: string,
    network = new ObservedNetwork(stage.clock),
  ): Promise<GeneratedTask> {
    const options = {
      url: `${stage.gateway.url}/graphql`,
      getToken: () => stage.ann,
      ...network.options,
      ...changes,
    };
    const work = generate(CreateTextToVideoDocument, { input: aVideo(promptText) }, options);
    return await network.whileTimePasses(work);
  }

  it('resolves with the outputs, and reports the progress on the way', async () => {
    const seen: GeneratedTask[] = [];
    const task = await video({ onProgress: (update) => seen.push(update) });
    expect(task.output).toEqual([expect.objectContaining({ mimeType: 'video/mp4' })]);
    expect(seen.map(({ status }) => status)).toEqual(
      expect.arrayContaining(['PENDING', 'RUNNING', 'SUCCEEDED']),
    );
    expect(paid()).toBe(1);
  });

  it('keeps its idempotency key over retries, so that a lost answer buys nothing twice', async () => {
    const network = new ObservedNetwork(stage.clock, (_request, count) => {
      if (count <= 2) throw new TypeError('fetch failed');
      return undefined;
    });
    await video({}, undefined, network);
    const keys = network.seen.slice(0, 3).map(({ headers }) => headers.get('idempotency-key'));
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set(keys).size).toBe(1);
    expect(paid()).toBe(1);
  });

  it('makes a key of its own for each call', async () => {
    const network = new ObservedNetwork(stage.clock);
    await video({}, undefined, network);
    await video({}, undefined, network);
    const keys = network.seen.map(({ headers }) => headers.get('idempotency-key'));
    expect(new Set(keys.filter((key) => key !== null)).size).toBe(2);
    expect(paid()).toBe(2);
  });

  it('goes on after the last cursor when a stream ends early, and hears no event twice', async () => {
    const network = new ObservedNetwork(stage.clock, ({ headers }, count, answer) =>
      headers.get('accept') === 'text/event-stream' && count === 2
        ? cutAfter(1, answer)
        : undefined,
    );
    const told: string[] = [];
    await video(
      {
        onProgress: ({ status, progress }) => told.push(`${status} ${String(progress)}`),
      },
      undefined,
      network,
    );
    expect(cursorsOf(network.seen)).toEqual([null, expect.any(String)]);
    expect(new Set(told).size).toBe(told.length);
  });

  it('replaces a stream on which nothing comes any more', async () => {
    const silent = new ReadableStream<Uint8Array>();
    const network = new ObservedNetwork(
      stage.clock,
      ({ headers }, count) =>
        headers.get('accept') === 'text/event-stream' && count === 2
          ? new Response(silent, { headers: { 'content-type': 'text/event-stream' } })
          : undefined,
      { hearsSilence: true },
    );
    expect((await video({}, undefined, network)).status).toBe('SUCCEEDED');
    expect(cursorsOf(network.seen).slice(0, 2)).toEqual([null, null]);
  });

  it('gives up when no answer comes for long, and says that a repeat may succeed', async () => {
    const network = new ObservedNetwork(stage.clock, () => {
      throw new TypeError('fetch failed');
    });
    await expect(video({}, undefined, network)).rejects.toMatchObject({
      code: 'UNREACHABLE',
      retryable: true,
    });
    expect(network.seen).toHaveLength(8);
    expect(paid()).toBe(1);
  });

  it('takes a proxy for no gateway, and its refusal for final', async () => {
    const network = new ObservedNetwork(stage.clock, () => new Response('<html>', { status: 404 }));
    await expect(video({}, undefined, network)).rejects.toMatchObject({
      code: 'UNREACHABLE',
      retryable: false,
    });
    expect(network.seen).toHaveLength(1);
  });

  it('takes a fresh token when the one of an open stream ends', async () => {
    const { gateway, ann } = stage;
    const { settings } = gateway.emulator;
    const { taskSeconds } = settings;
    settings.taskSeconds = 90;
    const token = () =>
      issueToken(gateway, ann, { scopes: ['GENERATE_VIDEO', 'TASK_READ'], expiresInSeconds: 60 });
    const tokens: string[] = [];
    const network = new ObservedNetwork(stage.clock);
    const getToken = async (): Promise<string> => {
      tokens.push(await network.during(token));
      return tokens.at(-1) ?? '';
    };
    const task = await video({ getToken }, undefined, network);
    expect(task.status).toBe('SUCCEEDED');
    expect(tokens.length).toBeGreaterThan(1);
    expect(cursorsOf(network.seen).slice(1)).toEqual(
      tokens.slice(1).map(() => expect.any(String) as string),
    );
    settings.taskSeconds = taskSeconds;
    expect(paid()).toBe(1);
  });

  it('asks once more for a token that the gateway refuses, and no further', async () => {
    const asked: string[] = [];
    const getToken = (): string => {
      asked.push(asked.length === 0 ? 'rgk_nobody_Abcdefghijklmnopqrstuvwx' : stage.ann);
      return asked.at(-1) ?? '';
    };
    expect((await video({ getToken })).status).toBe('SUCCEEDED');
    expect(asked).toHaveLength(2);
    const refused = video({ getToken: () => 'rgk_nobody_Abcdefghijklmnopqrstuvwx' });
    await expect(refused).rejects.toMatchObject({ code: 'UNAUTHENTICATED', retryable: false });
  });

  it('rejects what the gateway refuses with its code, issues and request id', async () => {
    const error: unknown = await video({}, '').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(GatewayClientError);
    expect(error).toMatchObject({
      code: 'BAD_USER_INPUT',
      requestId: expect.any(String) as string,
      retryable: false,
      issues: [expect.objectContaining({ path: 'input.gen4_5.promptText', rule: 'minLength' })],
      path: ['createTextToVideo'],
    });
    expect(paid()).toBe(0);
  });

  it('rejects with what Runway said', async () => {
    const path = '/v1/text_to_video';
    stage.gateway.emulator.setFault({ path, times: 1, status: 400, body: { error: 'No such.' } });
    await expect(video()).rejects.toMatchObject({
      code: 'RUNWAY_REFUSED',
      runway: { status: 400, message: 'No such.' },
    });
  });

  it('rejects with the failure of the task', async () => {
    const error: unknown = await video({}, 'A lighthouse [moderated]').catch((r: unknown) => r);
    expect(error).toBeInstanceOf(TaskFailedError);
    expect((error as TaskFailedError).failure).toMatchObject({
      code: expect.any(String) as string,
    });
  });

  it('rejects an UNCONFIRMED task with an error of its own, and never repeats it', async () => {
    stage.gateway.emulator.setFault({
      path: '/v1/text_to_video',
      times: 1,
      reset: 'afterRead',
      carryOut: false,
    });
    await expect(video()).rejects.toBeInstanceOf(TaskUnconfirmedError);
    expect(paid()).toBe(1);
  });

  it('ends with the reason of its signal, and leaves the task alone', async () => {
    const leaving = new AbortController();
    const ids: string[] = [];
    const work = video({
      signal: leaving.signal,
      onProgress: ({ id }) => {
        ids.push(id);
        leaving.abort(new Error('left'));
      },
    });
    await expect(work).rejects.toThrow('left');
    const [id = ''] = ids;
    expect((await readTask(stage.gateway, id, stage.ann)).status).not.toBe('CANCELLED');
    await expect(video({ signal: AbortSignal.abort(new Error('early')) })).rejects.toThrow('early');
  });

  it('finds its task again by a key that was given', async () => {
    const first = await createVideo(stage.gateway, { idempotencyKey: 'order-1' }, stage.ann);
    const task = await video({ idempotencyKey: 'order-1' });
    expect(task.id).toBe(first.id);
    expect(paid()).toBe(1);
  });
});
