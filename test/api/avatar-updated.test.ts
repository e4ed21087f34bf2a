import {
  AvatarUpdatedDocument,
  DeleteAvatarDocument,
  TasksDocument,
  UpdateAvatarDocument,
  type AvatarUpdatedSubscription,
} from '../../client/src/generated/graphql.js';
import { followed } from '../support/client/followed.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { expectStreamHidden } from '../support/client/hidden.js';
import { grant, makeAvatar, MODERATED } from '../support/client/resources.js';
import { drain, openStream, type Stream } from '../support/client/streams.js';
import { untilStatus } from '../support/client/tasks.js';
import { atRunway, callsTo } from '../support/runway/upstream.js';
import { whileTimePasses } from '../support/time/while-time-passes.js';

/** Runway's own rule: nothing is read more often. */
const POLL_INTERVAL_SECONDS = 5;

describe('avatarUpdated', () => {
  const stage = useGateway();

  const watch = (id: string, after?: string): Stream<AvatarUpdatedSubscription> =>
    openStream(stage.gateway.url, stage.ann, AvatarUpdatedDocument, {
      id,
      ...(after !== undefined && { after }),
    });

  async function eventsOf(
    stream: Stream<AvatarUpdatedSubscription>,
    atOnce: 0 | 1 = 1,
  ): Promise<AvatarUpdatedSubscription['avatarUpdated'][]> {
    const events = await followed(stage.clock, stream, atOnce);
    return events.map(({ avatarUpdated }) => avatarUpdated);
  }

  it('shows a snapshot, then the change, and completes when it is READY', async () => {
    const { id } = await makeAvatar(stage.gateway, {}, stage.ann);
    const events = await eventsOf(watch(id));
    expect(events.map(({ avatar }) => [avatar.id, avatar.status])).toEqual([
      [id, 'PROCESSING'],
      [id, 'READY'],
    ]);
    expect(events[1]?.avatar.processedImageUrl).not.toBeNull();
    expect(events[0]?.cursor).not.toBe(events[1]?.cursor);
  });

  it('completes when it has FAILED, and says why', async () => {
    const { id } = await makeAvatar(stage.gateway, { name: MODERATED }, stage.ann);
    const events = await eventsOf(watch(id));
    expect(events.at(-1)?.avatar).toMatchObject({
      status: 'FAILED',
      failureReason: expect.stringContaining('moderation') as string,
    });
  });

  it('shows one that is READY once, and completes', async () => {
    const { gateway, clock, ann } = stage;
    const { id, taskId } = await makeAvatar(gateway, {}, ann);
    await untilStatus(gateway, clock, taskId, 'SUCCEEDED', ann);
    const events = await eventsOf(watch(id));
    expect(events.map(({ avatar }) => avatar.status)).toEqual(['READY']);
  });

  it('goes on behind a cursor, and completes at once when all was told', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeAvatar(gateway, {}, ann);
    const cut = watch(id);
    const cursor = (await cut.next())?.avatarUpdated.cursor;
    cut.cut();
    const rest = await eventsOf(watch(id, cursor), 0);
    expect(rest.map(({ avatar }) => avatar.status)).toEqual(['READY']);
    const last = rest[0]?.cursor;
    expect(await eventsOf(watch(id, last), 0)).toEqual([]);

    // What begins anew is later than the last cursor.
    const input = { referenceImage: 'https://assets.example.com/new.png' };
    await gateway.data(UpdateAvatarDocument, { id, input }, ann);
    const again = await eventsOf(watch(id, last));
    expect(again.map(({ avatar }) => avatar.status)).toEqual(['PROCESSING', 'READY']);
  });

  it('follows one that was made elsewhere and given to the tenant', async () => {
    const { gateway } = stage;
    const { id } = await atRunway(gateway, 'POST', '/v1/avatars', {
      name: 'Made in the app',
      personality: 'Answers briefly.',
      referenceImage: 'https://assets.example.com/app.png',
      voice: { type: 'runway-live-preset', presetId: 'adrian' },
    });
    await grant(gateway, 'ann', 'AVATAR', String(id));
    const events = await eventsOf(watch(String(id)));
    expect(events.map(({ avatar }) => avatar.status)).toEqual(['PROCESSING', 'READY']);
  });

  it('follows what Runway’s app has begun', async () => {
    const { gateway, clock, ann } = stage;
    const { id, taskId } = await makeAvatar(gateway, {}, ann);
    await untilStatus(gateway, clock, taskId, 'SUCCEEDED', ann);
    const referenceImage = 'https://assets.example.com/newer.png';
    await atRunway(gateway, 'PATCH', `/v1/avatars/${id}`, { referenceImage });
    const events = await eventsOf(watch(id));
    expect(events.map(({ avatar }) => avatar.status)).toEqual(['PROCESSING', 'READY']);
    const { tasks } = await gateway.data(
      TasksDocument,
      { first: 1, filter: { operations: ['AVATAR_UPDATED'] } },
      ann,
    );
    expect(tasks.nodes[0]).toMatchObject({ status: 'SUCCEEDED', cost: 0 });
  });

  it('shows a snapshot of an avatar without followers, and completes', async () => {
    const { gateway } = stage;
    const [id = ''] = gateway.emulator.seedAvatars(1);
    await grant(gateway, 'ann', 'AVATAR', id);
    const events = await eventsOf(watch(id));
    expect(events.map(({ avatar }) => avatar.status)).toEqual(['READY']);
    expect(await eventsOf(watch(id, events[0]?.cursor), 0)).toEqual([]);
  });

  it('ends with NOT_FOUND when it is deleted meanwhile', async () => {
    const { gateway, clock, ann } = stage;
    const { id } = await makeAvatar(gateway, {}, ann);
    const stream = watch(id);
    expect((await stream.next())?.avatarUpdated.avatar.status).toBe('PROCESSING');
    await gateway.data(DeleteAvatarDocument, { id }, ann);
    await expect(whileTimePasses(clock, drain(stream))).rejects.toMatchObject([
      { extensions: { code: 'NOT_FOUND' } },
    ]);
    await stream.close();
  });

  // Guarantee: many watchers read no more than one.
  it('reads one avatar for twenty watchers no more often than for one', async () => {
    const { gateway, clock, ann } = stage;
    gateway.emulator.settings.processingSeconds = 30;
    const { id } = await makeAvatar(gateway, {}, ann);
    const streams = Array.from({ length: 20 }, () => watch(id));
    await Promise.all(streams.map((stream) => stream.next()));
    gateway.emulator.clearRequests();
    const startedAt = clock.now().getTime();
    const seconds = () => (clock.now().getTime() - startedAt) / 1_000;
    await clock.advance(20_000);
    const polls = callsTo(gateway, 'GET', `/v1/avatars/${id}`);
    expect(polls).toBeLessThanOrEqual(Math.ceil(seconds() / POLL_INTERVAL_SECONDS) + 1);
    expect(polls).toBeGreaterThanOrEqual(2);
    const all = await whileTimePasses(clock, Promise.all(streams.map((stream) => drain(stream))));
    for (const events of all) {
      expect(events.map(({ avatarUpdated }) => avatarUpdated.avatar.status)).toEqual(['READY']);
    }
    await Promise.all(streams.map((stream) => stream.close()));
  });

  it('D17: reads what an event is about once for all streams of one key', async () => {
    const { gateway, clock, ann } = stage;
    gateway.emulator.settings.processingSeconds = 10;
    const { id } = await makeAvatar(gateway, {}, ann);
    const readsOf = async (count: number): Promise<number> => {
      const streams = Array.from({ length: count }, () => watch(id));
      await Promise.all(streams.map((stream) => stream.next()));
      gateway.emulator.clearRequests();
      await whileTimePasses(clock, Promise.all(streams.map((stream) => drain(stream))));
      await Promise.all(streams.map((stream) => stream.close()));
      const reads = callsTo(gateway, 'GET', `/v1/avatars/${id}`);
      const input = { referenceImage: `https://assets.example.com/${String(count)}.png` };
      await gateway.data(UpdateAvatarDocument, { id, input }, ann);
      return reads;
    };
    const [one, twenty] = [await readsOf(1), await readsOf(20)];
    expect(twenty).toBe(one);
  });

  it('refuses another tenant’s avatar exactly as a missing one', async () => {
    const { gateway, ann, bob } = stage;
    const { id } = await makeAvatar(gateway, {}, ann);
    await expectStreamHidden(gateway, bob, AvatarUpdatedDocument, id);
  });
});
