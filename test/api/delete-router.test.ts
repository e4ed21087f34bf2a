import {
  DeleteRouterDocument,
  GenerateImageDocument,
  RouterDocument,
  RoutersDocument,
} from '../../client/src/generated/graphql.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { expectHidden } from '../support/client/hidden.js';
import { makeRouter } from '../support/client/resources.js';
import { codesOf } from '../support/client/tasks.js';
import { atRunway, upstreamCalls } from '../support/runway/upstream.js';

describe('deleteRouter', () => {
  const stage = useGateway();

  it('deletes at Runway, and here; a second time there is nothing', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeRouter(gateway, { slug: 'once' }, ann);
    expect((await gateway.data(DeleteRouterDocument, { id }, ann)).deleteRouter.id).toBe(id);
    await expect(atRunway(gateway, 'GET', `/v1/routers/${id}`)).rejects.toThrow('404');

    gateway.emulator.clearRequests();
    expect(codesOf(await gateway.ask(DeleteRouterDocument, { id }, ann))).toEqual(['NOT_FOUND']);
    expect(codesOf(await gateway.ask(RouterDocument, { id }, ann))).toEqual(['NOT_FOUND']);
    expect((await gateway.data(RoutersDocument, {}, ann)).routers.totalCount).toBe(0);
    const input = { configId: 'once', input: { promptText: 'A sundial' } };
    const answer = await gateway.ask(GenerateImageDocument, { input }, ann);
    expect(answer.errors?.[0]?.extensions.issues).toMatchObject([
      { path: 'input.configId', rule: 'reference' },
    ]);
    expect(upstreamCalls(gateway)).toEqual([]);
  });

  it('makes its slug free again', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeRouter(gateway, { slug: 'again' }, ann);
    await gateway.data(DeleteRouterDocument, { id }, ann);
    const next = await makeRouter(gateway, { slug: 'again' }, ann);
    expect(next.id).not.toBe(id);
  });

  it('leaves another tenant’s router alone, exactly as a missing one', async () => {
    const { gateway, ann, bob } = stage;
    const { id } = await makeRouter(gateway, { slug: 'anns' }, ann);
    await expectHidden(gateway, bob, DeleteRouterDocument, (routerId) => ({ id: routerId }), id);
    expect((await gateway.data(RouterDocument, { id }, ann)).router.id).toBe(id);
  });
});
