import { VoicesDocument, type VoicesQuery } from '../../client/src/generated/graphql.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { pagesOf } from '../support/client/pages.js';
import { makeAvatar, makeVoice } from '../support/client/resources.js';
import { codesOf } from '../support/client/tasks.js';
import { atRunway, upstreamCalls } from '../support/runway/upstream.js';

describe('voices', () => {
  const stage = useGateway();

  const list = async (page: { first?: number; after?: string | null }, key: string) =>
    (await stage.gateway.data(VoicesDocument, page, key)).voices satisfies NonNullable<
      VoicesQuery['voices']
    >;

  it('holds the tenant’s own, newest first, page by page, without a list of Runway’s', async () => {
    const { gateway, clock, ann, bob } = stage;
    const ids: string[] = [];
    for (const name of ['First', 'Second', 'Third']) {
      ids.unshift((await makeVoice(gateway, { name }, ann)).id);
      const bobs = await makeVoice(gateway, { name }, bob);
      expect(ids).not.toContain(bobs.id);
      await clock.advance(1_000);
    }
    gateway.emulator.clearRequests();
    const page = await list({}, ann);
    expect(page.edges.map(({ node }) => node.name)).toEqual(['Third', 'Second', 'First']);
    expect(page.totalCount).toBe(3);
    expect(upstreamCalls(gateway).sort()).toEqual(ids.map((id) => `GET /v1/voices/${id}`).sort());
    expect(await pagesOf((after) => list({ first: 2, after }, ann))).toEqual([
      ids.slice(0, 2),
      ids.slice(2),
    ]);
  });

  it('leaves out what is gone at Runway', async () => {
    const { gateway } = stage;
    const key = await gateway.keyOf('gone', ['VOICE_READ', 'VOICE_WRITE']);
    const kept = await makeVoice(gateway, {}, key);
    const gone = await makeVoice(gateway, {}, key);
    await atRunway(gateway, 'DELETE', `/v1/voices/${gone.id}`);
    const page = await list({}, key);
    expect(page.edges.map(({ node }) => node.id)).toEqual([kept.id]);
    expect((await list({}, key)).totalCount).toBe(1);
  });

  it('knows no cursor but its own', async () => {
    const { gateway, ann } = stage;
    await makeAvatar(gateway, {}, ann);
    const answer = await gateway.ask(VoicesDocument, { after: 'dGFzayAxIDI' }, ann);
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
  });
});
