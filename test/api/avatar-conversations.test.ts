import {
  AvatarConversationsDocument,
  DeleteRealtimeSessionDocument,
  type AvatarConversationsQueryVariables,
} from '../../client/src/generated/graphql.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { MISSING_ID } from '../support/client/hidden.js';
import { pagesOf } from '../support/client/pages.js';
import { makeAvatar, makeSession } from '../support/client/resources.js';
import { holdConversation } from '../support/client/sessions.js';
import { codesOf, untilStatus } from '../support/client/tasks.js';
import { atRunway, upstreamCalls } from '../support/runway/upstream.js';

/** Longer than until Runway lists the conversation of a session that is over. */
const LATE_MS = 660_000;

describe('avatarConversations', () => {
  const stage = useGateway();
  /** Newest first: two with the avatar, one with a built-in one. */
  let ids: string[];
  let avatarId: string;
  let bobsAvatarId: string;

  beforeAll(async () => {
    const { gateway, clock, ann, bob } = stage;
    const avatars = [await makeAvatar(gateway, {}, ann), await makeAvatar(gateway, {}, bob)];
    [avatarId, bobsAvatarId] = avatars.map(({ id }) => id) as [string, string];
    await untilStatus(gateway, clock, avatars[0]?.taskId ?? '', 'SUCCEEDED', ann);
    await untilStatus(gateway, clock, avatars[1]?.taskId ?? '', 'SUCCEEDED', bob);
    ids = [];
    for (const changes of [{}, { avatar: { custom: { avatarId } } }]) {
      ids.unshift((await holdConversation(stage, changes)).id);
    }
    ids.unshift((await holdConversation(stage, { avatar: { custom: { avatarId } } })).id);
    await holdConversation(stage, { avatar: { custom: { avatarId: bobsAvatarId } } }, bob);
  }, 60_000);

  const list = async (variables: AvatarConversationsQueryVariables = {}, key = stage.ann) =>
    (await stage.gateway.data(AvatarConversationsDocument, variables, key)).avatarConversations;

  const listedBy = async (filter: AvatarConversationsQueryVariables['filter'], key?: string) =>
    (await list({ filter: filter ?? null }, key)).edges.map(({ node }) => node.id);

  it('holds the tenant’s own, newest first, page by page, without a list of Runway’s', async () => {
    const page = await list();
    expect(page.edges.map(({ node }) => node.id)).toEqual(ids);
    expect(page.totalCount).toBe(3);
    expect(upstreamCalls(stage.gateway).sort()).toEqual(
      ids.map((id) => `GET /v1/avatar_conversations/${id}`).sort(),
    );
    expect(await pagesOf((after) => list({ first: 2, after }))).toEqual([
      ids.slice(0, 2),
      ids.slice(2),
    ]);
  });

  it('can be asked for those with one avatar', async () => {
    expect(await listedBy({ avatarId })).toEqual(ids.slice(0, 2));
    const filter = { avatarId };
    const first = await list({ filter, first: 1 });
    expect(first.totalCount).toBe(2);
    const { endCursor } = first.pageInfo;
    const rest = await list({ filter, first: 1, after: endCursor });
    expect(rest.edges.map(({ node }) => node.id)).toEqual(ids.slice(1, 2));
    expect(rest.pageInfo.hasNextPage).toBe(false);
  });

  it('can be asked for those of a time', async () => {
    const { edges } = await list();
    const [newest, middle, oldest] = edges.map(({ node }) => node.createdAt);
    const [third = '', second = '', first = ''] = ids;
    expect(await listedBy({ createdFrom: middle })).toEqual([third, second]);
    expect(await listedBy({ createdBefore: middle })).toEqual([first]);
    expect(await listedBy({ createdFrom: oldest, createdBefore: newest })).toEqual([second, first]);
    expect(await listedBy({ avatarId, createdBefore: newest })).toEqual([second]);
  });

  it('holds none with another tenant’s avatar, exactly as with a missing one', async () => {
    expect(await list({ filter: { avatarId: bobsAvatarId } })).toEqual(
      await list({ filter: { avatarId: MISSING_ID } }),
    );
    expect(await listedBy({ avatarId: bobsAvatarId }, stage.bob)).toHaveLength(1);
    expect(await listedBy({ avatarId }, stage.bob)).toEqual([]);
  });

  it('forgets a conversation that never began, and one that was deleted in Runway’s app', async () => {
    const { gateway, clock, ann } = stage;
    const { id: unjoined } = await makeSession(gateway, {}, ann);
    const { id: deleted } = await holdConversation(stage);
    await gateway.data(DeleteRealtimeSessionDocument, { id: unjoined }, ann);
    await gateway.data(DeleteRealtimeSessionDocument, { id: deleted }, ann);
    await clock.stride(20_000, 5_000);
    await atRunway(gateway, 'DELETE', `/v1/avatar_conversations/${deleted}`);
    // The conversation of a session that has just ended may yet come.
    const counts = async () => {
      const { totalCount, edges } = await list();
      return [totalCount, edges.length];
    };
    expect(await counts()).toEqual([5, 3]);
    expect(await counts()).toEqual([5, 3]);
    await clock.stride(LATE_MS);
    await list();
    gateway.emulator.clearRequests();
    expect(await counts()).toEqual([3, 3]);
    expect(upstreamCalls(gateway)).toHaveLength(3);
  });

  it('asks Runway for nothing where no entry is wanted, and once where one is wanted twice', async () => {
    const { gateway, ann } = stage;
    const ask = async (query: string) => {
      const response = await gateway.post({ query }, ann);
      return await response.json();
    };
    const counted = await ask(
      '{ avatarConversations { totalCount pageInfo { hasNextPage startCursor } } }',
    );
    expect(counted).toMatchObject({ data: { avatarConversations: { totalCount: 3 } } });
    expect(upstreamCalls(gateway)).toEqual([]);
    const twice = await ask(`{
      one: avatarConversations { nodes { id } edges { cursor } }
      two: avatarConversations(first: 2) { nodes { name } }
      avatarConversation(id: "${String(ids[0])}") { id }
    }`);
    expect(twice).toMatchObject({ data: { avatarConversation: { id: ids[0] } } });
    expect(upstreamCalls(gateway).sort()).toEqual(
      ids.map((id) => `GET /v1/avatar_conversations/${id}`).sort(),
    );
  });

  it('refuses a filter of a time that is none', async () => {
    const variables = { filter: { createdFrom: 'yesterday' } };
    const answer = await stage.gateway.ask(AvatarConversationsDocument, variables, stage.ann);
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
  });
});
