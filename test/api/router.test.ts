import { RouterDocument } from '../../client/src/generated/graphql.js';
import { SEEDED } from '../../src/emulator/resources/seeded.js';
import { anyCost } from '../support/client/counted.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { expectHidden } from '../support/client/hidden.js';
import { makeRouter } from '../support/client/resources.js';
import { codesOf } from '../support/client/tasks.js';
import { atRunway, callsTo, upstreamCalls } from '../support/runway/upstream.js';

describe('router', () => {
  const stage = useGateway();

  it('shows the router as it is at Runway just now, under the tenant’s slug', async () => {
    const { gateway, clock, ann } = stage;
    const settings = { optimizeFor: 'LATENCY' } as const;
    const { id } = await makeRouter(gateway, { slug: 'quick', name: 'Quick', settings }, ann);
    const { router } = await gateway.data(RouterDocument, { id }, ann);
    expect(router).toEqual({
      id,
      slug: 'quick',
      name: 'Quick',
      description: null,
      settings: {
        optimizeFor: 'latency',
        fallbackOnCapacity: null,
        maxCreditsPerAudio: null,
        maxCreditsPerImage: null,
        maxCreditsPerVideo: null,
        modelsMode: null,
        modelIds: [],
        schemaVersion: 1,
      },
      version: 1,
      createdAt: clock.now().toISOString(),
      updatedAt: clock.now().toISOString(),
    });
    await atRunway(gateway, 'PATCH', `/v1/routers/${id}`, { name: 'Renamed in the app' });
    const { router: now } = await gateway.data(RouterDocument, { id }, ann);
    expect(now).toMatchObject({ slug: 'quick', name: 'Renamed in the app' });
  });

  it('that stands in the emulator from the start is the first tenant’s', async () => {
    const { gateway, ann } = stage;
    const id = SEEDED.routerId;
    const { router } = await gateway.data(RouterDocument, { id });
    expect(router.slug).toBe(SEEDED.routerSlug);
    expect(codesOf(await gateway.ask(RouterDocument, { id }, ann))).toEqual(['NOT_FOUND']);
  });

  it('is read once for several aliases', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeRouter(gateway, { slug: 'aliases' }, ann);
    gateway.emulator.clearRequests();
    const query = 'query ($id: ID!) { a: router(id: $id) { slug } b: router(id: $id) { id } }';
    const response = await gateway.post({ query, variables: { id } }, ann);
    expect(await response.json()).toEqual({
      data: { a: { slug: 'aliases' }, b: { id } },
      extensions: anyCost(),
    });
    expect(callsTo(gateway, 'GET', `/v1/routers/${id}`)).toBe(1);
  });

  it('is forgotten once it was deleted in Runway’s app: its slug is free again', async () => {
    const { gateway, ann } = stage;
    const { id } = await makeRouter(gateway, { slug: 'gone' }, ann);
    await atRunway(gateway, 'DELETE', `/v1/routers/${id}`);
    expect(codesOf(await gateway.ask(RouterDocument, { id }, ann))).toEqual(['NOT_FOUND']);
    gateway.emulator.clearRequests();
    expect(codesOf(await gateway.ask(RouterDocument, { id }, ann))).toEqual(['NOT_FOUND']);
    expect(upstreamCalls(gateway)).toEqual([]);
    expect((await makeRouter(gateway, { slug: 'gone' }, ann)).id).not.toBe(id);
  });

  it('answers for another tenant’s router exactly as for a missing one', async () => {
    const { gateway, ann, bob } = stage;
    const { id } = await makeRouter(gateway, { slug: 'hidden' }, ann);
    await expectHidden(gateway, bob, RouterDocument, (routerId) => ({ id: routerId }), id);
  });
});
