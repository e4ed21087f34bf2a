import { AvatarsDocument, type AvatarsQuery } from '../../client/src/generated/graphql.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { pagesOf } from '../support/client/pages.js';
import { makeAvatar } from '../support/client/resources.js';
import { codesOf } from '../support/client/tasks.js';
import { atRunway, callsTo, upstreamCalls } from '../support/runway/upstream.js';

describe('avatars', () => {
  const stage = useGateway();

  const list = async (
    page: { first?: number; after?: string | null } = {},
    key = stage.ann,
  ): Promise<NonNullable<AvatarsQuery['avatars']>> =>
    (await stage.gateway.data(AvatarsDocument, page, key)).avatars;

  /** One after the other, newest first; a new tenant's, so that no test finds another's. */
  async function makeMany(tenant: string, count: number, stepMs = 1_000) {
    const { gateway, clock } = stage;
    const key = await gateway.keyOf(tenant, ['AVATAR_READ', 'AVATAR_WRITE']);
    const ids: string[] = [];
    for (let made = 0; made < count; made += 1) {
      ids.unshift((await makeAvatar(gateway, { name: `Ada ${String(made)}` }, key)).id);
      if (stepMs > 0) await clock.advance(stepMs);
    }
    gateway.emulator.clearRequests();
    return { key, ids };
  }

  // Guarantee: what others have costs a tenant nothing and shows it nothing.
  it('holds the tenant’s three of five thousand, by three reads and no list of Runway’s', async () => {
    const { gateway } = stage;
    gateway.emulator.seedAvatars(4_997);
    const { key, ids } = await makeMany('three', 3);
    const page = await list({}, key);
    expect(page.edges.map(({ node }) => node.id)).toEqual(ids);
    expect(page.edges.map(({ node }) => node.name)).toEqual(['Ada 2', 'Ada 1', 'Ada 0']);
    expect(page.pageInfo.hasNextPage).toBe(false);
    expect(page.totalCount).toBe(3);
    expect(upstreamCalls(gateway).sort()).toEqual(ids.map((id) => `GET /v1/avatars/${id}`).sort());
  });

  it('pages newest first, and is not shifted by what is made meanwhile', async () => {
    const { key, ids } = await makeMany('pager', 5);
    const first = await list({ first: 2 }, key);
    expect(first.edges.map(({ node }) => node.id)).toEqual(ids.slice(0, 2));
    expect(first.pageInfo).toEqual({ hasNextPage: true, endCursor: first.edges[1]?.cursor });
    expect(first.totalCount).toBe(5);

    const { id: newer } = await makeAvatar(stage.gateway, {}, key);
    const rest = await pagesOf((after) =>
      list({ first: 2, after: after ?? first.pageInfo.endCursor }, key),
    );
    expect(rest).toEqual([ids.slice(2, 4), ids.slice(4)]);
    // Any entry's cursor leads on from there.
    const middle = await list({ after: first.edges[0]?.cursor ?? '' }, key);
    expect(middle.edges.map(({ node }) => node.id)).toEqual(ids.slice(1));
    expect((await list({ first: 1 }, key)).edges[0]?.node.id).toBe(newer);
  });

  it('loses and repeats none of what was made in the same millisecond', async () => {
    const { key, ids } = await makeMany('burst', 7, 0);
    const pages = await pagesOf((after) => list({ first: 3, after }, key));
    expect(pages.map((page) => page.length)).toEqual([3, 3, 1]);
    expect(pages.flat().sort()).toEqual([...ids].sort());
  });

  it('leaves out an avatar that was deleted in Runway’s app, and forgets it', async () => {
    const { gateway } = stage;
    const { key, ids } = await makeMany('gone', 3);
    const [newest = '', gone = '', oldest = ''] = ids;
    await atRunway(gateway, 'DELETE', `/v1/avatars/${gone}`);
    const page = await list({}, key);
    expect(page.edges.map(({ node }) => node.id)).toEqual([newest, oldest]);
    gateway.emulator.clearRequests();
    expect((await list({}, key)).totalCount).toBe(2);
    expect(callsTo(gateway, 'GET', `/v1/avatars/${gone}`)).toBe(0);
  });

  it('goes on behind a page of which nothing is left', async () => {
    const { gateway } = stage;
    const { key, ids } = await makeMany('emptied', 4);
    for (const id of ids.slice(0, 2)) await atRunway(gateway, 'DELETE', `/v1/avatars/${id}`);
    const page = await list({ first: 2 }, key);
    expect(page.edges).toEqual([]);
    expect(page.pageInfo.hasNextPage).toBe(true);
    const next = await list({ first: 2, after: page.pageInfo.endCursor }, key);
    expect(next.edges.map(({ node }) => node.id)).toEqual(ids.slice(2));
  });

  it('is empty for a tenant that has none', async () => {
    const { gateway, bob } = stage;
    const page = await list({}, bob);
    expect(page).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: null },
      totalCount: 0,
    });
    expect(upstreamCalls(gateway)).toEqual([]);
  });

  it.each([
    ['a page of nothing', { first: 0 }, 'first'],
    ['a page that is too large', { first: 101 }, 'first'],
    ['a cursor that no list gave', { after: 'bm90IGEgY3Vyc29y' }, 'after'],
    ['a cursor of a list of Runway’s own', { after: 'cGFnZSAwIA' }, 'after'],
  ])('Q9: refuses %s', async (_what, page, path) => {
    const answer = await stage.gateway.ask(AvatarsDocument, page, stage.ann);
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors?.[0]?.extensions.issues).toMatchObject([{ path }]);
  });
});
