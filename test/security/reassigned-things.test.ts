// Guarantee: what an operator has taken from one tenant and given to another is the other's alone:
// nothing that the first had asked for, filtered by or followed reaches or shows it any more.
import { ELSEWHERE } from '../../src/emulator/resources/seeded.js';
import {
  AvatarConversationsDocument,
  AvatarUpdatedDocument,
  GenerateImageDocument,
  RevokeResourceDocument,
  RouterRequestsDocument,
  TasksDocument,
  type ResourceKind,
} from '../../client/src/generated/graphql.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { MISSING_ID } from '../support/client/hidden.js';
import { grant, makeAvatar, makeRouter } from '../support/client/resources.js';
import { holdConversation } from '../support/client/sessions.js';
import { drain, openStream } from '../support/client/streams.js';
import { readTask, untilStatus } from '../support/client/tasks.js';
import { bodiesTo, callsTo, upstreamCalls } from '../support/runway/upstream.js';
import { whileTimePasses } from '../support/time/while-time-passes.js';

describe('after it was taken from ann and given to bob', () => {
  const stage = useGateway();

  async function reassign(kind: ResourceKind, id: string): Promise<void> {
    await stage.gateway.data(RevokeResourceDocument, { kind, id });
    await grant(stage.gateway, 'bob', kind, id);
  }

  async function readyAvatar(): Promise<string> {
    const { gateway, clock, ann } = stage;
    const { id, taskId } = await makeAvatar(gateway, {}, ann);
    await untilStatus(gateway, clock, taskId, 'SUCCEEDED', ann);
    return id;
  }

  /** Runway is too busy for the first request under this path: it is sent again later. */
  const holdUp = (path: string): void => {
    const busy = { status: 429, body: { error: 'Too many requests.' } };
    stage.gateway.emulator.setFault({ method: 'POST', path, times: 1, ...busy });
  };

  it('M4: a video of an avatar that waits is never made, and costs nothing', async () => {
    const { gateway, clock, ann } = stage;
    const avatarId = await readyAvatar();
    const path = '/v1/avatar_videos';
    holdUp(path);
    const query = `mutation ($input: CreateAvatarVideoInput!) {
      createAvatarVideo(input: $input) { task { id status } }
    }`;
    const input = {
      gwm1Avatars: { avatar: { custom: { avatarId } }, speech: { text: { text: 'Hello.' } } },
    };
    const response = await gateway.post({ query, variables: { input } }, ann);
    const { data } = (await response.json()) as {
      data: { createAvatarVideo: { task: { id: string; status: string } } };
    };
    const { id, status } = data.createAvatarVideo.task;
    expect(status).toBe('QUEUED');
    await reassign('AVATAR', avatarId);
    const task = await untilStatus(gateway, clock, id, 'FAILED', ann);
    expect(task).toMatchObject({
      cost: 0,
      failure: { code: 'REFERENCE_LOST', retryable: false },
    });
    expect(callsTo(gateway, 'POST', path)).toBe(1);
  });

  it('a generation through a router that waits is never sent, whatever has its slug now', async () => {
    const { gateway, clock, ann } = stage;
    const path = '/v1/generate/image';
    const asked = async (configId: string): Promise<string> => {
      holdUp(path);
      const input = { configId, input: { promptText: 'A sundial' } };
      const { generateImage } = await gateway.data(GenerateImageDocument, { input }, ann);
      return generateImage.task.id;
    };
    const first = await makeRouter(gateway, { slug: 'waits' }, ann);
    const lost = await asked('waits');
    await reassign('ROUTER', first.id);
    await grant(gateway, 'ann', 'ROUTER', ELSEWHERE.routerId);
    expect((await untilStatus(gateway, clock, lost, 'FAILED', ann)).failure?.code).toBe(
      'REFERENCE_LOST',
    );
    expect(bodiesTo(gateway, path)).toHaveLength(1);

    // What is still the tenant's goes out when it is its turn.
    const kept = await asked(ELSEWHERE.routerSlug);
    await untilStatus(gateway, clock, kept, 'SUCCEEDED', ann);
  });

  it('a router tells nothing of what it has decided before', async () => {
    const { gateway, clock, ann, bob } = stage;
    const { id } = await makeRouter(gateway, { slug: 'decided' }, ann);
    const generate = async (configId: string, key: string) => {
      const input = { configId, input: { promptText: 'A sundial' } };
      const { generateImage } = await gateway.data(GenerateImageDocument, { input }, key);
      return generateImage.task.id;
    };
    await generate('decided', ann);
    await generate('decided', ann);
    await clock.advance(1_000);
    await gateway.data(RevokeResourceDocument, { kind: 'ROUTER', id });
    await grant(gateway, 'bob', 'ROUTER', id);
    const requests = async (first: number) =>
      (await gateway.data(RouterRequestsDocument, { routerId: id, first }, bob)).routerRequests;
    expect(await requests(1)).toMatchObject({
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
    await clock.advance(1_000);
    const taskId = await generate(await slugOf(id), bob);
    const { edges, pageInfo } = await requests(2);
    expect(edges.map(({ node }) => node.taskId)).toEqual([taskId]);
    expect(edges[0]?.node.runwayTaskId).not.toBeNull();
    expect(pageInfo.hasNextPage).toBe(false);
  });

  async function slugOf(id: string): Promise<string> {
    const query = 'query ($id: ID!) { router(id: $id) { slug } }';
    const response = await stage.gateway.post({ query, variables: { id } }, stage.bob);
    return ((await response.json()) as { data: { router: { slug: string } } }).data.router.slug;
  }

  it('its conversations cannot be asked for by it', async () => {
    const { gateway, ann } = stage;
    const avatarId = await readyAvatar();
    const { id } = await holdConversation(stage, { avatar: { custom: { avatarId } } });
    const list = async (filter: object) =>
      (await gateway.data(AvatarConversationsDocument, { filter }, ann)).avatarConversations;
    expect((await list({ avatarId })).edges.map(({ node }) => node.id)).toEqual([id]);
    await reassign('AVATAR', avatarId);
    gateway.emulator.clearRequests();
    expect(await list({ avatarId })).toEqual(await list({ avatarId: MISSING_ID }));
    expect(upstreamCalls(gateway)).toEqual([]);
    const [conversation] = (await list({})).edges;
    expect(conversation?.node).toMatchObject({ id, avatarId: null });
  });

  it('M11: who followed it hears no more of it, and its task ends', async () => {
    const { gateway, clock, ann } = stage;
    gateway.emulator.settings.processingSeconds = 30;
    const { id, taskId } = await makeAvatar(gateway, {}, ann);
    const stream = openStream(gateway.url, ann, AvatarUpdatedDocument, { id });
    expect((await stream.next())?.avatarUpdated.avatar.status).toBe('PROCESSING');
    await reassign('AVATAR', id);
    expect(await readTask(gateway, taskId, ann)).toMatchObject({ status: 'CANCELLED', cost: 0 });
    await expect(whileTimePasses(clock, drain(stream))).rejects.toMatchObject([
      { extensions: { code: 'NOT_FOUND' } },
    ]);
    await stream.close();
    const { tasks } = await gateway.data(
      TasksDocument,
      { filter: { operations: ['CREATE_AVATAR'], statuses: ['PENDING', 'RUNNING'] } },
      ann,
    );
    expect(tasks.nodes).toEqual([]);
    gateway.emulator.settings.processingSeconds = 10;
  });
});
