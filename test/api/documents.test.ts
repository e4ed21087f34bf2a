import { DocumentsDocument } from '../../client/src/generated/graphql.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { pagesOf } from '../support/client/pages.js';
import { makeDocument } from '../support/client/resources.js';
import { atRunway, upstreamCalls } from '../support/runway/upstream.js';

describe('documents', () => {
  const stage = useGateway();

  const list = async (page: { first?: number; after?: string | null }, key: string) =>
    (await stage.gateway.data(DocumentsDocument, page, key)).documents;

  it('holds the tenant’s own with their texts, newest first, page by page', async () => {
    const { gateway, clock, ann, bob } = stage;
    const ids: string[] = [];
    for (const content of ['One.', 'Two.', 'Three.']) {
      ids.unshift((await makeDocument(gateway, { content }, ann)).id);
      await makeDocument(gateway, { content }, bob);
      await clock.advance(1_000);
    }
    gateway.emulator.clearRequests();
    const page = await list({}, ann);
    expect(page.edges.map(({ node }) => node.content)).toEqual(['Three.', 'Two.', 'One.']);
    expect(page.totalCount).toBe(3);
    expect(upstreamCalls(gateway).sort()).toEqual(
      ids.map((id) => `GET /v1/documents/${id}`).sort(),
    );
    expect(await pagesOf((after) => list({ first: 2, after }, ann))).toEqual([
      ids.slice(0, 2),
      ids.slice(2),
    ]);
  });

  it('leaves out what is gone at Runway', async () => {
    const { gateway } = stage;
    const key = await gateway.keyOf('gone', ['DOCUMENT_READ', 'DOCUMENT_WRITE']);
    const kept = await makeDocument(gateway, {}, key);
    const gone = await makeDocument(gateway, {}, key);
    await atRunway(gateway, 'DELETE', `/v1/documents/${gone.id}`);
    const page = await list({}, key);
    expect(page.edges.map(({ node }) => node.id)).toEqual([kept.id]);
    expect((await list({}, key)).totalCount).toBe(1);
  });
});
