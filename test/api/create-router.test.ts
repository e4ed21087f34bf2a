import {
  CreateRouterDocument,
  GenerateImageDocument,
  RouterDocument,
  type CreateRouterMutation,
  type CreateRouterMutationVariables,
} from '../../client/src/generated/graphql.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { expectHidden } from '../support/client/hidden.js';
import { describeLostCreation } from '../support/runway/lost-creations.js';
import { codesOf } from '../support/client/tasks.js';
import { bodiesTo, callsTo, upstreamCalls } from '../support/runway/upstream.js';

const PATH = '/v1/routers';

/** Of Runway's 64 characters some tell tenants apart. */
const SLUG_LENGTH_MAX = 52;

describe('createRouter', () => {
  const stage = useGateway();

  async function create(
    variables: CreateRouterMutationVariables,
    key = stage.ann,
  ): Promise<NonNullable<CreateRouterMutation['createRouter']>> {
    return (await stage.gateway.data(CreateRouterDocument, variables, key)).createRouter;
  }

  const issuesOf = async (slug: string, key = stage.ann) => {
    const answer = await stage.gateway.ask(CreateRouterDocument, { input: { slug } }, key);
    return answer.errors?.[0]?.extensions.issues;
  };

  it('makes a router that is there at once, free of charge', async () => {
    const { gateway } = stage;
    const input = {
      slug: 'fast-and-cheap',
      name: 'Fast and cheap',
      description: 'For drafts.',
      settings: {
        optimizeFor: 'COST',
        fallback: { onCapacity: true },
        maxCreditsPerGeneration: { image: 20 },
        models: { mode: 'ALLOWLIST_ONLY', ids: ['gen4_image', 'gen4_image_turbo'] },
      },
    } as const;
    const ids = [...input.settings.models.ids];
    const settings = { ...input.settings, models: { ...input.settings.models, ids } };
    const { router, task, estimate, replayed } = await create({ input: { ...input, settings } });
    expect(router).toMatchObject({
      id: task.runwayTaskId,
      slug: 'fast-and-cheap',
      name: 'Fast and cheap',
      description: 'For drafts.',
      version: 1,
      settings: {
        optimizeFor: 'cost',
        fallbackOnCapacity: true,
        maxCreditsPerAudio: null,
        maxCreditsPerImage: 20,
        modelsMode: 'allowlist_only',
        modelIds: ids,
      },
    });
    expect(task).toMatchObject({ operation: 'CREATE_ROUTER', status: 'SUCCEEDED', cost: 0 });
    expect(task.input).toMatchObject({ slug: 'fast-and-cheap' });
    expect(estimate).toEqual({ credits: 0, source: 'PRICES' });
    expect(replayed).toBe(false);
    expect(bodiesTo(gateway, PATH)).toEqual([
      {
        slug: expect.stringMatching(/^t[0-9a-f]{10}-fast-and-cheap$/) as string,
        name: 'Fast and cheap',
        description: 'For drafts.',
        settings: {
          schemaVersion: 1,
          optimizeFor: 'cost',
          fallback: { onCapacity: true },
          maxCreditsPerGeneration: { image: 20 },
          models: { mode: 'allowlist_only', ids },
        },
      },
    ]);
  });

  // Guarantee: a slug that is taken elsewhere cannot be noticed.
  it('lets two tenants have the same slug, each of which generates with its own', async () => {
    const { gateway, ann, bob } = stage;
    await create({ input: { slug: 'shared', settings: { optimizeFor: 'COST' } } }, ann);
    await create({ input: { slug: 'shared', settings: { optimizeFor: 'QUALITY' } } }, bob);
    const [anns, bobs] = bodiesTo(gateway, PATH) as readonly { readonly slug: string }[];
    expect(anns?.slug).not.toBe(bobs?.slug);

    const input = { configId: 'shared', input: { promptText: 'A sundial' } };
    for (const key of [ann, bob]) {
      const { generateImage } = await gateway.data(GenerateImageDocument, { input }, key);
      expect(generateImage.task.input).toEqual(input);
    }
    expect(bodiesTo(gateway, '/v1/generate/image')).toMatchObject([
      { configId: anns?.slug },
      { configId: bobs?.slug },
    ]);
  });

  it('hides a slug of another tenant from generations, also under Runway’s name', async () => {
    const { gateway, ann, bob } = stage;
    await create({ input: { slug: 'anns-own' } }, ann);
    const [{ slug: runwaySlug } = { slug: '' }] = bodiesTo(gateway, PATH) as { slug: string }[];
    const naming = (configId: string) => ({
      input: { configId, input: { promptText: 'A sundial' } },
    });
    for (const slug of ['anns-own', runwaySlug]) {
      await expectHidden(gateway, bob, GenerateImageDocument, naming, slug, {
        missing: 'missing',
        code: 'BAD_USER_INPUT',
      });
    }
    const answer = await gateway.ask(GenerateImageDocument, naming('anns-own'), bob);
    expect(answer.errors?.[0]?.extensions.issues).toMatchObject([
      { path: 'input.configId', rule: 'reference' },
    ]);
  });

  it('refuses a slug that the tenant has, and one that is too long', async () => {
    const { gateway } = stage;
    await create({ input: { slug: 'taken' } });
    gateway.emulator.clearRequests();
    expect(await issuesOf('taken')).toMatchObject([{ path: 'input.slug', rule: 'unique' }]);
    expect(await issuesOf('a'.repeat(SLUG_LENGTH_MAX + 1))).toMatchObject([
      { path: 'input.slug', rule: 'maxLength' },
    ]);
    expect(upstreamCalls(gateway)).toEqual([]);
    const longest = 'a'.repeat(SLUG_LENGTH_MAX);
    expect((await create({ input: { slug: longest } })).router?.slug).toBe(longest);
  });

  it('replays its idempotency key', async () => {
    const { gateway } = stage;
    const input = { slug: 'repeated' };
    const first = await create({ input, idempotencyKey: 'r-1' });
    const again = await create({ input, idempotencyKey: 'r-1' });
    expect([first.replayed, again.replayed]).toEqual([false, true]);
    expect(again.router).toEqual(first.router);
    expect(callsTo(gateway, 'POST', PATH)).toBe(1);
  });

  describeLostCreation(stage, {
    path: PATH,
    list: `${PATH}?limit=100`,
    create: async (name, key) =>
      (await create({ input: { slug: `slug-of-${name}`, name } }, key)).task,
    // Runway has each slug once.
    bodyOf: null,
    read: async (id, key) => {
      const answer = await stage.gateway.ask(RouterDocument, { id }, key);
      return answer.data?.router?.name ?? codesOf(answer)[0];
    },
  });

  it('refuses a slug that a lost request has taken at Runway, at its place', async () => {
    const { gateway } = stage;
    const fault = { method: 'POST', path: PATH, times: 1, reset: 'afterRead' } as const;
    gateway.emulator.setFault({ ...fault, carryOut: true });
    expect((await create({ input: { slug: 'lost-slug' } })).task.status).toBe('UNCONFIRMED');
    expect(await issuesOf('lost-slug')).toMatchObject([
      { path: 'input.slug', rule: 'runway:custom' },
    ]);
  });
});
