import { RouterDocument, UpdateRouterDocument } from '../../client/src/generated/graphql.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { expectHidden } from '../support/client/hidden.js';
import { makeRouter } from '../support/client/resources.js';
import { bodiesTo } from '../support/runway/upstream.js';

describe('updateRouter', () => {
  const stage = useGateway();

  it('changes the settings that are named and keeps the tenant’s slug', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeRouter(
      gateway,
      { slug: 'drafts', description: 'Cheap.', settings: { optimizeFor: 'COST' } },
      ann,
    );
    gateway.emulator.clearRequests();
    const input = { name: 'Drafts', settings: { fallback: { onCapacity: false } } };
    const { updateRouter } = await gateway.data(UpdateRouterDocument, { id, input }, ann);
    expect(updateRouter.router).toMatchObject({
      id,
      slug: 'drafts',
      name: 'Drafts',
      description: 'Cheap.',
      version: 2,
      settings: { optimizeFor: 'cost', fallbackOnCapacity: false },
    });
    expect(bodiesTo(gateway, `/v1/routers/${id}`)).toMatchObject([input]);
    const { router } = await gateway.data(RouterDocument, { id }, ann);
    expect(router).toEqual(updateRouter.router);
  });

  it('tells the place of a model that Runway does not know', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeRouter(gateway, { slug: 'models' }, ann);
    const models = { mode: 'ALLOWLIST_ONLY', ids: ['gen4_image', 'no-such-model'] } as const;
    const input = { settings: { models: { ...models, ids: [...models.ids] } } };
    const answer = await gateway.ask(UpdateRouterDocument, { id, input }, ann);
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      issues: [{ path: 'input.settings.models.ids.1', rule: 'runway:custom' }],
    });
  });

  it('refuses another tenant’s router exactly as a missing one', async () => {
    const { gateway, ann, bob } = stage;
    const { id } = await makeRouter(gateway, { slug: 'anns' }, ann);
    const rename = (routerId: string) => ({ id: routerId, input: { name: 'Mine' } });
    await expectHidden(gateway, bob, UpdateRouterDocument, rename, id);
  });
});
