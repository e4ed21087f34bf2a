// Guarantee: from the moment at which a tenant is suspended or deleted none of its credentials is
// good for anything, its open streams end within 5 seconds, and nothing more is sent for it.
import {
  DeleteTenantDocument,
  ResumeTenantDocument,
  SuspendTenantDocument,
} from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { createVideo, postsTo, readTask } from '../support/client/tasks.js';
import {
  EventStreamReader,
  ProtocolSocket,
  transports,
  type WireError,
} from '../support/client/wire.js';

const WITHIN_MS = 5_000;
const FOLLOW = { query: 'subscription { tasksUpdated { cursor } }' };

describe('a tenant that is shut out', () => {
  const clock = new FakeClock();
  let gateway: TestGateway;
  let tenants = 0;
  let id: string;
  let ann: string;
  beforeAll(async () => {
    gateway = await startGateway({ RUNWAY_CONCURRENCY_MAX: '1' }, { clock });
  }, 60_000);
  beforeEach(async () => {
    tenants += 1;
    id = `ann-${String(tenants)}`;
    ann = await gateway.keyOf(id, ['GENERATE_VIDEO', 'TASK_READ']);
    // Whatever the test before has left in the only slot comes to its end.
    await clock.stride(60_000, 5_000);
    gateway.emulator.clearRequests();
  });
  afterAll(() => gateway.stop());

  const suspend = () => gateway.data(SuspendTenantDocument, { id });
  const remove = () => gateway.data(DeleteTenantDocument, { id });

  for (const [how, shutOut] of [
    ['suspended', suspend],
    ['deleted', remove],
  ] as const) {
    it(`W10: loses its open WebSocket within 5 s of being ${how}`, async () => {
      const socket = await ProtocolSocket.connect(gateway.url, ann);
      socket.send({ id: '1', type: 'subscribe', payload: FOLLOW });
      await createVideo(gateway, {}, ann);
      expect((await socket.next()).type).toBe('next');
      await shutOut();
      await clock.advance(WITHIN_MS);
      expect(await socket.closed).toEqual({ code: 4401, reason: 'UNAUTHENTICATED' });
    });

    it(`loses its open event stream within 5 s of being ${how}`, async () => {
      const stream = await EventStreamReader.open(gateway.url, ann, FOLLOW);
      await createVideo(gateway, {}, ann);
      expect((await stream.next())?.event).toBe('next');
      await shutOut();
      await clock.advance(WITHIN_MS);
      const rest: { readonly event: string; readonly data: unknown }[] = [];
      for (let next = await stream.next(); next !== undefined; next = await stream.next()) {
        rest.push(next);
      }
      expect(rest.at(-1)?.event).toBe('complete');
      const { errors = [] } = rest.at(-2)?.data as { readonly errors?: readonly WireError[] };
      expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    });

    it(`W10: is refused on every transport once it is ${how}`, async () => {
      await shutOut();
      const http = await transports.http(gateway.url, ann, { query: '{ viewer { subject } }' });
      expect(http.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
      const sse = await transports.eventStream(gateway.url, ann, FOLLOW);
      expect(sse.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
      const socket = await ProtocolSocket.open(gateway.url);
      socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${ann}` } });
      expect(await socket.closed).toEqual({ code: 4401, reason: 'UNAUTHENTICATED' });
    });
  }

  it('has nothing more sent while it is suspended, though what is live is followed', async () => {
    const live = await createVideo(gateway, {}, ann);
    const waiting = await createVideo(gateway, {}, ann);
    expect([live.status, waiting.status]).toEqual(['PENDING', 'QUEUED']);
    await suspend();
    const reads = () =>
      gateway.emulator
        .requests()
        .filter(({ path }) => path === `/v1/tasks/${String(live.runwayTaskId)}`);
    const before = reads().length;
    // The live one ends after 8 s and frees the only slot.
    await clock.stride(60_000, 5_000);
    expect(reads().length).toBeGreaterThan(before);
    expect(postsTo(gateway, '/v1/text_to_video')).toBe(1);

    // Others have the slot to themselves.
    const other = await createVideo(gateway);
    expect(other.status).toBe('PENDING');
    await clock.stride(60_000, 5_000);
    expect(postsTo(gateway, '/v1/text_to_video')).toBe(2);

    await gateway.data(ResumeTenantDocument, { id });
    expect((await readTask(gateway, live.id, ann)).status).toBe('SUCCEEDED');
    await clock.until(
      async () => (await readTask(gateway, waiting.id, ann)).status === 'SUCCEEDED',
      { stepMs: 5_000, strides: true },
    );
    expect(postsTo(gateway, '/v1/text_to_video')).toBe(3);
  }, 120_000);

  it('never has sent what it had queued when it was deleted', async () => {
    await createVideo(gateway, {}, ann);
    expect((await createVideo(gateway, {}, ann)).status).toBe('QUEUED');
    await remove();
    await clock.stride(60_000, 5_000);
    expect(postsTo(gateway, '/v1/text_to_video')).toBe(1);
  });
});
