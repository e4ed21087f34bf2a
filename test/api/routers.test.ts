import { RoutersDocument } from '../../client/src/generated/graphql.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { pagesOf } from '../support/client/pages.js';
import { makeRouter } from '../support/client/resources.js';
import { atRunway, upstreamCalls } from '../support/runway/upstream.js';

describe('routers', () => {
  const stage = useGateway();

  const list = async (page: { first?: number; after?: string | null }, key: string) =>
    (await stage.gateway.data(RoutersDocument, page, key)).routers;

  it('holds the tenant’s own under its own slugs, newest first, page by page', async () => {
    const { gateway, clock, ann, bob } = stage;
    const ids: string[] = [];
    for (const slug of ['one', 'two', 'three']) {
      ids.unshift((await makeRouter(gateway, { slug }, ann)).id);
      await makeRouter(gateway, { slug }, bob);
      await clock.advance(1_000);
    }
    gateway.emulator.clearRequests();
    const page = await list({}, ann);
    expect(page.edges.map(({ node }) => node.slug)).toEqual(['three', 'two', 'one']);
    expect(page.totalCount).toBe(3);
    expect(upstreamCalls(gateway).sort()).toEqual(ids.map((id) => `GET /v1/routers/${id}`).sort());
    expect(await pagesOf((after) => list({ first: 2, after }, ann))).toEqual([
      ids.slice(0, 2),
      ids.slice(2),
    ]);
  });

  it('leaves out what is gone at Runway', async () => {
    const { gateway } = stage;
    const key = await gateway.keyOf('gone', ['ROUTER_READ', 'ROUTER_WRITE']);
    const kept = await makeRouter(gateway, { slug: 'kept' }, key);
    const gone = await makeRouter(gateway, { slug: 'gone' }, key);
    await atRunway(gateway, 'DELETE', `/v1/routers/${gone.id}`);
    const page = await list({}, key);
    expect(page.edges.map(({ node }) => node.id)).toEqual([kept.id]);
    expect((await list({}, key)).totalCount).toBe(1);
  });
});
