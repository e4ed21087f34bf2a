// Guarantee: however long Runway takes, a client gets its task, and no error that makes it buy the
// same once more.
import {
  CancelTaskDocument,
  CreateTextToVideoDocument,
  TaskDocument,
  TasksDocument,
  TaskUpdatedDocument,
  type CreateTextToVideoMutation,
} from '../../client/src/generated/graphql.js';
import { CALLER_WAITS_MS } from '../../src/services/submission/submissions.js';
import { followed } from '../support/client/followed.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { aVideo } from '../support/client/inputs.js';
import type { Answer } from '../support/gateway/start-gateway.js';
import { openStream } from '../support/client/streams.js';
import { postsTo, untilStatus } from '../support/client/tasks.js';

const PATH = '/v1/text_to_video';

describe.each([
  ['the default deadline', {}, { hang: true }, 'UNCONFIRMED'],
  ['one of ten minutes', { RUNWAY_TIMEOUT_MS: '600000' }, { delayMs: 130_000 }, 'PENDING'],
] as const)('a Runway that takes long, with %s', (_, environment, fault, status) => {
  const stage = useGateway(environment);

  /** The answer to a mutation that Runway has got and says nothing to. */
  async function unanswered(): Promise<Answer<CreateTextToVideoMutation>> {
    const { gateway, clock } = stage;
    gateway.emulator.setFault({ path: PATH, times: 1, ...fault });
    const asked = gateway.ask(CreateTextToVideoDocument, { input: aVideo() });
    await clock.until(() => postsTo(gateway, PATH) === 1, { stepMs: 0 });
    await clock.advance(CALLER_WAITS_MS);
    return await asked;
  }

  it(`leaves the client with its task, QUEUED, which is ${status} later`, async () => {
    const { gateway, clock } = stage;
    const { data, errors } = await unanswered();
    expect(errors).toBeUndefined();
    expect(data?.createTextToVideo).toMatchObject({ task: { status: 'QUEUED' }, replayed: false });
    const id = data?.createTextToVideo?.task.id ?? '';
    await untilStatus(gateway, clock, id, status);
    expect(postsTo(gateway, PATH)).toBe(1);
  });
});

describe('a Runway that refuses late', () => {
  const stage = useGateway();

  it('makes the task FAILED that its client was given, and its stream ends', async () => {
    const { gateway, clock } = stage;
    const status = 400;
    const delayMs = CALLER_WAITS_MS + 5_000;
    gateway.emulator.setFault({ path: PATH, times: 1, status, body: { error: 'No.' }, delayMs });
    const asked = gateway.ask(CreateTextToVideoDocument, { input: aVideo() });
    await clock.until(() => postsTo(gateway, PATH) === 1, { stepMs: 0 });
    await clock.advance(CALLER_WAITS_MS);
    const { data } = await asked;
    const id = data?.createTextToVideo?.task.id ?? '';
    const stream = openStream(gateway.url, gateway.operatorKey, TaskUpdatedDocument, { id });
    const events = await followed(clock, stream, 1);
    expect(events.map(({ taskUpdated }) => taskUpdated.task.status)).toEqual(['QUEUED', 'FAILED']);
    expect(events.at(-1)?.taskUpdated.task.failure?.code).toBe('RUNWAY_REFUSED');
  });

  it('makes the task FAILED when a second client watches it; the first client gets the error', async () => {
    const { gateway, clock } = stage;
    const idempotencyKey = 'watched';
    const fault = { path: PATH, times: 1, status: 400, body: { error: 'No.' }, delayMs: 10_000 };
    gateway.emulator.setFault(fault);
    const first = gateway.ask(CreateTextToVideoDocument, { input: aVideo(), idempotencyKey });
    await clock.until(() => postsTo(gateway, PATH) === 1, { stepMs: 0 });
    const twin = await gateway.data(CreateTextToVideoDocument, { input: aVideo(), idempotencyKey });
    const id = twin.createTextToVideo.task.id;
    const stream = openStream(gateway.url, gateway.operatorKey, TaskUpdatedDocument, { id });
    const events = await followed(clock, stream, 1);
    expect(events.map(({ taskUpdated }) => taskUpdated.task.status)).toEqual(['QUEUED', 'FAILED']);
    expect((await first).errors?.[0]?.extensions.code).toBe('RUNWAY_REFUSED');
    // The key is free for a better input.
    const again = await gateway.data(CreateTextToVideoDocument, {
      input: aVideo('Another lighthouse'),
      idempotencyKey,
    });
    expect(again.createTextToVideo).toMatchObject({ replayed: false, task: { status: 'PENDING' } });
  });

  /** A list marks nothing: what it shows may be gone a moment later. */
  async function listedId(): Promise<string> {
    const { tasks } = await stage.gateway.data(TasksDocument, {});
    return tasks.nodes[0]?.id ?? '';
  }

  // A client that has lost its answer asks for its task, and goes on from there.
  it.each<
    [string, (idempotencyKey: string) => Promise<{ readonly task: { readonly id: string } }>]
  >([
    ['asks for by its key', (key) => stage.gateway.data(TaskDocument, { idempotencyKey: key })],
    ['asks for by its id', async () => stage.gateway.data(TaskDocument, { id: await listedId() })],
    [
      'wants cancelled',
      async () =>
        (await stage.gateway.data(CancelTaskDocument, { id: await listedId() })).cancelTask,
    ],
  ])('makes the task FAILED that a client %s', async (_, look) => {
    const { gateway, clock } = stage;
    const idempotencyKey = 'lost on the way';
    const fault = { path: PATH, times: 1, status: 400, body: { error: 'No.' }, delayMs: 10_000 };
    gateway.emulator.setFault(fault);
    const first = gateway.ask(CreateTextToVideoDocument, { input: aVideo(), idempotencyKey });
    await clock.until(() => postsTo(gateway, PATH) === 1, { stepMs: 0 });
    const { task } = await look(idempotencyKey);
    await untilStatus(gateway, clock, task.id, 'FAILED');
    expect((await first).errors?.[0]?.extensions.code).toBe('RUNWAY_REFUSED');
  });
});
