import {
  UnownedResourcesDocument,
  type ResourceKind,
  type UnownedResourcesQuery,
} from '../../client/src/generated/graphql.js';
import { ELSEWHERE, SEEDED_AT } from '../../src/emulator/resources/seeded.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { pagesOf } from '../support/client/pages.js';
import {
  grant,
  makeAvatar,
  makeDocument,
  makeRouter,
  makeVoice,
} from '../support/client/resources.js';
import { holdConversation } from '../support/client/sessions.js';
import { codesOf } from '../support/client/tasks.js';

describe('unownedResources', () => {
  const stage = useGateway();

  const list = async (
    kind: ResourceKind,
    page: { first?: number; after?: string | null } = {},
  ): Promise<NonNullable<UnownedResourcesQuery['unownedResources']>> =>
    (await stage.gateway.data(UnownedResourcesDocument, { kind, ...page })).unownedResources;

  it.each([
    ['AVATAR', ELSEWHERE.avatarId, 'Reception', null],
    ['AVATAR_CONVERSATION', ELSEWHERE.conversationId, 'Conversation with Reception', null],
    ['DOCUMENT', ELSEWHERE.documentId, 'Opening hours', null],
    ['ROUTER', ELSEWHERE.routerId, 'Studio', ELSEWHERE.routerSlug],
    ['VOICE', ELSEWHERE.voiceId, 'House voice', null],
    ['WORKFLOW', ELSEWHERE.workflowId, 'Text to image', null],
  ] as const)(
    'shows of kind %s what was made elsewhere, and nothing of a tenant’s',
    async (...row) => {
      const { gateway, ann } = stage;
      const [kind, id, name, slug] = row;
      const made = [
        await makeAvatar(gateway, {}, ann),
        await makeVoice(gateway, {}, ann),
        await makeDocument(gateway, {}, ann),
        await makeRouter(gateway, { slug: `of-${kind.toLowerCase()}` }, ann),
        await holdConversation(stage),
      ].map((one) => one.id);
      const { edges, pageInfo, totalCount } = await list(kind, { first: 100 });
      const nodes = edges.map(({ node }) => node);
      expect(nodes).toContainEqual({ kind, id, name, slug, createdAt: SEEDED_AT });
      expect(nodes.filter((node) => made.includes(node.id))).toEqual([]);
      expect(pageInfo.hasNextPage).toBe(false);
      expect(totalCount).toBeNull();
    },
  );

  it('goes on after pages on which every resource has an owner', async () => {
    const { gateway, ann } = stage;
    for (let made = 0; made < 5; made += 1) await makeVoice(gateway, {}, ann);
    const pages = await pagesOf((after) => list('VOICE', { first: 2, after }));
    expect(pages.length).toBeGreaterThanOrEqual(3);
    expect(pages[0]).toEqual([]);
    expect(pages.flat()).toEqual([ELSEWHERE.voiceId]);
  });

  it('goes on from any entry, also when one before it has been granted meanwhile', async () => {
    const { gateway } = stage;
    const seeded = gateway.emulator.seedAvatars(4);
    const page = await list('AVATAR', { first: 100 });
    const ids = page.edges.map(({ node }) => node.id);
    expect(ids.length).toBeGreaterThanOrEqual(seeded.length);
    const [first = '', second = '', ...rest] = ids;
    await grant(gateway, 'ann', 'AVATAR', first);
    const { edges } = await list('AVATAR', {
      first: 90,
      after: page.edges[1]?.cursor ?? null,
    });
    expect(edges.map(({ node }) => node.id)).toEqual(rest);
    expect((await list('AVATAR')).edges[0]?.node.id).toBe(second);
  });

  it('is for operators', async () => {
    const { gateway, ann } = stage;
    const answer = await gateway.ask(UnownedResourcesDocument, { kind: 'AVATAR' }, ann);
    expect(codesOf(answer)).toEqual(['FORBIDDEN']);
  });

  it.each([
    ['a page of nothing', { first: 0 }],
    ['a page that is too large', { first: 101 }],
    ['a cursor that no list gave', { after: 'bm90IGEgY3Vyc29y' }],
  ])('refuses %s', async (_what, page) => {
    const answer = await stage.gateway.ask(UnownedResourcesDocument, { kind: 'AVATAR', ...page });
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
  });
});
