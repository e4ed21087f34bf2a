import { RevokeResourceDocument, WorkflowsDocument } from '../../client/src/generated/graphql.js';
import { ELSEWHERE, SEEDED } from '../../src/emulator/resources/seeded.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { pagesOf } from '../support/client/pages.js';
import { grant } from '../support/client/resources.js';
import { upstreamCalls } from '../support/runway/upstream.js';

describe('workflows', () => {
  const stage = useGateway();

  const list = async (page: { first?: number; after?: string | null } = {}, key?: string) =>
    (await stage.gateway.data(WorkflowsDocument, page, key)).workflows;

  it('holds what the tenant was given, and nothing else of the account', async () => {
    const { gateway, ann } = stage;
    expect((await list()).edges.map(({ node }) => node.id)).toEqual([SEEDED.workflowId]);
    gateway.emulator.clearRequests();
    expect(await list({}, ann)).toMatchObject({ edges: [], totalCount: 0 });
    expect(upstreamCalls(gateway)).toEqual([]);

    const id = ELSEWHERE.workflowId;
    await grant(gateway, 'ann', 'WORKFLOW', id);
    gateway.emulator.clearRequests();
    const page = await list({}, ann);
    expect(page.edges.map(({ node }) => node.name)).toEqual(['Text to image']);
    expect(upstreamCalls(gateway)).toEqual([`GET /v1/workflows/${id}`]);

    await gateway.data(RevokeResourceDocument, { kind: 'WORKFLOW', id });
    await grant(gateway, 'default', 'WORKFLOW', id);
    expect((await list({}, ann)).edges).toEqual([]);
    const pages = await pagesOf((after) => list({ first: 1, after }));
    expect(pages.map((ids) => ids.length)).toEqual([1, 1]);
    expect(pages.flat().sort()).toEqual([SEEDED.workflowId, id].sort());
    expect((await list()).totalCount).toBe(2);
  });
});
