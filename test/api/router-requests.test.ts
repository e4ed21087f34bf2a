import {
  DeleteTaskDocument,
  GenerateImageDocument,
  RouterRequestsDocument,
} from '../../client/src/generated/graphql.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { expectHidden } from '../support/client/hidden.js';
import { pagesOf } from '../support/client/pages.js';
import { makeRouter } from '../support/client/resources.js';
import { codesOf, untilStatus } from '../support/client/tasks.js';
import { upstreamCalls } from '../support/runway/upstream.js';

describe('routerRequests', () => {
  const stage = useGateway();

  const list = async (routerId: string, page: { first?: number; after?: string | null } = {}) =>
    (await stage.gateway.data(RouterRequestsDocument, { routerId, ...page }, stage.ann))
      .routerRequests;

  async function generate(configId: string): Promise<string> {
    const input = { configId, input: { promptText: 'A sundial' } };
    const { generateImage } = await stage.gateway.data(GenerateImageDocument, { input }, stage.ann);
    return generateImage.task.id;
  }

  it('tells what was decided, with our own id of the task that came of it', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeRouter(gateway, { slug: 'decides' }, ann);
    const taskId = await generate('decides');
    const { edges, totalCount } = await list(id);
    expect(edges.map(({ node }) => node)).toMatchObject([
      {
        status: 'routed',
        taskId,
        reasonCode: 'lowest_cost',
        emptiedBy: [],
        createdAt: stage.clock.now().toISOString(),
      },
    ]);
    const [{ node } = { node: undefined }] = edges;
    expect(node?.model).not.toBeNull();
    expect(node?.runwayTaskId).not.toBe(taskId);
    expect(node?.estimatedCredits).toBeGreaterThan(0);
    expect(node?.pipeline.map(({ type }) => type)).toContain('rank');
    // Runway, which keeps the list, does not count.
    expect(totalCount).toBeNull();
  });

  it('tells a decision that came to nothing, and one whose task is no longer kept', async () => {
    const { gateway, clock, ann } = stage;
    const settings = { maxCreditsPerGeneration: { video: 1 } };
    const { id } = await makeRouter(gateway, { slug: 'nothing', settings }, ann);
    const taskId = await generate('nothing');
    await untilStatus(gateway, clock, taskId, 'SUCCEEDED', ann);
    await gateway.data(DeleteTaskDocument, { id: taskId }, ann);
    const query = `mutation {
      generateVideo(input: { configId: "nothing", input: { promptText: "A sundial" } }) { task { id } }
    }`;
    const response = await gateway.post({ query }, ann);
    expect(codesOf((await response.json()) as object)).not.toEqual([]);
    const { edges } = await list(id);
    expect(edges.map(({ node }) => [node.status, node.taskId])).toEqual([
      ['no_eligible_model', null],
      ['routed', null],
    ]);
    expect(edges[0]?.node.emptiedBy).toEqual(['price']);
  });

  it('goes page by page to the end, and on from any entry', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeRouter(gateway, { slug: 'many' }, ann);
    for (let made = 0; made < 5; made += 1) await generate('many');
    const all = (await list(id)).edges;
    const ids = all.map(({ node }) => node.id);
    expect(ids).toHaveLength(5);
    expect(await pagesOf((after) => list(id, { first: 2, after }))).toEqual([
      ids.slice(0, 2),
      ids.slice(2, 4),
      ids.slice(4),
    ]);
    for (const [index, { cursor }] of all.entries()) {
      const rest = await list(id, { after: cursor });
      expect(rest.edges.map(({ node }) => node.id)).toEqual(ids.slice(index + 1));
    }
  });

  it('knows no cursor of another list', async () => {
    const { gateway, ann } = stage;
    const one = await makeRouter(gateway, { slug: 'cursor-one' }, ann);
    const two = await makeRouter(gateway, { slug: 'cursor-two' }, ann);
    for (let made = 0; made < 2; made += 1) await generate('cursor-one');
    const { pageInfo } = await list(one.id, { first: 1 });
    const codesAfter = async (after: string | null) => {
      const variables = { routerId: two.id, first: 1, after };
      return codesOf(await gateway.ask(RouterRequestsDocument, variables, ann));
    };
    expect(await codesAfter('bm90IGEgY3Vyc29y')).toEqual(['BAD_USER_INPUT']);
    gateway.emulator.clearRequests();
    expect(await codesAfter(pageInfo.endCursor)).toEqual(['BAD_USER_INPUT']);
    expect(upstreamCalls(gateway)).toEqual([]);
  });

  it('answers for another tenant’s router exactly as for a missing one', async () => {
    const { gateway, ann, bob } = stage;
    const { id } = await makeRouter(gateway, { slug: 'anns' }, ann);
    await expectHidden(gateway, bob, RouterRequestsDocument, (routerId) => ({ routerId }), id);
  });
});
