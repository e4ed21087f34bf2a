import { ELSEWHERE, SEEDED } from '../../src/emulator/resources/seeded.js';
import { useEmulator } from './harness.js';

const IMAGE = 'https://example.com/picture.png';
const VIDEO = 'https://example.com/clip.mp4';
const AUDIO = 'https://example.com/voice.mp3';

const harness = useEmulator({ taskSeconds: 10 });
const { call, task } = harness;

async function createRouter(body: object): Promise<string> {
  const reply = await call('POST', '/v1/routers', body);
  expect(reply.status).toBe(200);
  return reply.body.id;
}

const generate = (configId: string, input: object = { promptText: 'x' }) =>
  call('POST', '/v1/generate/video', { configId, input });

async function requestsOf(id: string): Promise<readonly Record<string, unknown>[]> {
  const { body } = await call('GET', `/v1/routers/${id}/requests`);
  return body['data'] as Record<string, unknown>[];
}

async function modelChosenBy(settings: object, input?: object): Promise<unknown> {
  const slug = `r${String(harness.emulator.requests().length)}`;
  await createRouter({ slug, settings });
  const { routing } = (await generate(slug, input)).body as unknown as {
    routing: { model: string };
  };
  return routing.model;
}

describe('a router', () => {
  it('has defaults for what is not said', async () => {
    const { body } = await call('POST', '/v1/routers', { slug: 'films' });
    expect(body).toEqual({
      id: expect.any(String),
      slug: 'films',
      name: 'films',
      description: null,
      version: 1,
      settings: { schemaVersion: 1, optimizeFor: 'cost' },
      createdAt: '2026-06-01T12:00:00.000Z',
      updatedAt: '2026-06-01T12:00:00.000Z',
    });
    expect((await call('GET', `/v1/routers/${body.id}`)).body).toEqual(body);
  });

  it('is merged with an update; settings that differ make a new version', async () => {
    const id = await createRouter({
      slug: 'films',
      description: 'For films.',
      settings: { models: { mode: 'allowlist_only', ids: ['gen4.5'] } },
    });
    const update = async (body: object) => (await call('PATCH', `/v1/routers/${id}`, body)).body;
    harness.clock.advance(1_000);
    expect(await update({ name: 'Films' })).toMatchObject({
      name: 'Films',
      description: 'For films.',
      version: 1,
      updatedAt: '2026-06-01T12:00:01.000Z',
    });
    expect(await update({ description: null })).toMatchObject({ description: null, version: 1 });
    const models = { mode: 'allowlist_only', ids: ['gen4.5'] };
    expect(await update({ settings: { optimizeFor: 'latency' } })).toMatchObject({
      version: 2,
      settings: { schemaVersion: 1, optimizeFor: 'latency', models },
    });
    expect(await update({ settings: { maxCreditsPerGeneration: { image: 5 } } })).toMatchObject({
      version: 3,
    });
    expect(await update({ settings: { maxCreditsPerGeneration: { video: 90 } } })).toMatchObject({
      version: 4,
      settings: {
        maxCreditsPerGeneration: { image: 5, video: 90 },
        optimizeFor: 'latency',
        models,
      },
    });
    expect(await update({ settings: { optimizeFor: 'latency' } })).toMatchObject({ version: 4 });
  });

  it.each([
    ['a slug', { slug: 'other' }, 'unrecognized_keys', []],
    [
      'an unknown model',
      { settings: { models: { mode: 'allowlist_only', ids: ['gen0'] } } },
      'custom',
      ['settings', 'models', 'ids', 0],
    ],
  ])('is not updated with %s', async (_why, body, code, path) => {
    const reply = await call('PATCH', `/v1/routers/${SEEDED.routerId}`, body);
    expect([reply.status, reply.body.issues]).toMatchObject([400, [{ code, path }]]);
  });

  it('serves requests until its deletion; then its slug is free', async () => {
    const id = await createRouter({ slug: 'films' });
    expect((await generate('films')).status).toBe(200);
    expect((await call('POST', '/v1/routers', { slug: 'films' })).status).toBe(400);
    const deleted = await call('DELETE', `/v1/routers/${id}`);
    expect([deleted.status, deleted.body]).toEqual([204, null]);
    const reply = await generate('films');
    expect([reply.status, reply.body]).toMatchObject([404, { code: 'router_config_not_found' }]);
    for (const [method, path] of [
      ['GET', ''],
      ['DELETE', ''],
      ['GET', '/requests'],
    ] as const) {
      const gone = await call(method, `/v1/routers/${id}${path}`);
      expect([gone.status, gone.body]).toEqual([404, { error: 'Could not find Model Router' }]);
    }
    await createRouter({ slug: 'films' });
  });
});

describe('a routed request', () => {
  it.each([
    ['the cheapest', { optimizeFor: 'cost' }, 'veo3.1_fast'],
    ['the fastest', { optimizeFor: 'latency' }, 'veo3.1_fast'],
    ['the best', { optimizeFor: 'quality' }, 'gen4.5'],
    [
      'one of those that are allowed',
      { models: { mode: 'allowlist_only', ids: ['veo3.1'] } },
      'veo3.1',
    ],
    [
      'none of those that are not',
      { optimizeFor: 'quality', models: { mode: 'allow_new_except', ids: ['gen4.5'] } },
      'veo3.1',
    ],
    [
      'none above the ceiling',
      { optimizeFor: 'quality', maxCreditsPerGeneration: { video: 55 } },
      'veo3.1_fast',
    ],
  ])('gets %s', async (_which, settings, model) => {
    expect(await modelChosenBy(settings)).toBe(model);
  });

  it('gets a model that takes so long a text', async () => {
    const promptText = 'x'.repeat(6_000);
    expect(await modelChosenBy({ optimizeFor: 'quality' }, { promptText })).toBe('hailuo3');
  });

  it.each([
    ['a length that it makes', { duration: 9 }, 'gen4.5'],
    ['a length that few make', { duration: 15 }, 'hailuo3'],
    ['a size that it makes', { resolution: '1080p' }, 'veo3.1'],
    ['a first frame', { referenceImages: [{ uri: IMAGE, role: 'first' }] }, 'gen4.5'],
    ['a last frame', { referenceImages: [{ uri: IMAGE, role: 'last' }] }, 'veo3.1'],
    ['references', { referenceImages: [{ uri: IMAGE, role: 'reference' }] }, 'hailuo3'],
    ['a source video', { referenceVideos: [{ uri: VIDEO, role: 'source' }] }, 'hailuo3'],
    ['sound to follow', { referenceAudio: [{ uri: AUDIO }] }, 'hailuo3'],
  ])('gets a model for %s', async (_what, input, model) => {
    expect(await modelChosenBy({ optimizeFor: 'quality' }, { promptText: 'x', ...input })).toBe(
      model,
    );
  });

  it('is refused for a length that no model makes', async () => {
    await createRouter({ slug: 'long' });
    const reply = await generate('long', { promptText: 'x', duration: 30 });
    expect([reply.status, reply.body]).toMatchObject([400, { emptiedBy: ['capability'] }]);
  });

  it('passes over a model whose slots are taken, if that is wished', async () => {
    harness.emulator.settings.concurrencyByModel = { 'gen4.5': 1 };
    const settings = { optimizeFor: 'quality', fallback: { onCapacity: true } };
    const id = await createRouter({ slug: 'busy', settings });
    expect((await generate('busy')).body['routing']).toMatchObject({ model: 'gen4.5' });
    expect((await generate('busy')).body['routing']).toMatchObject({
      model: 'veo3.1',
      capacityFallback: { skipped: ['gen4.5'], allExhausted: false },
    });
    harness.emulator.settings.concurrency = 0;
    expect((await generate('busy')).body['routing']).toMatchObject({
      model: 'gen4.5',
      capacityFallback: { skipped: [], allExhausted: true },
    });
    const [newest] = await requestsOf(id);
    expect(newest?.['pipeline']).toContainEqual({
      type: 'capacity',
      skipped: [],
      allExhausted: true,
    });
  });

  it('is refused where no model is left, and starts nothing', async () => {
    const settings = { maxCreditsPerGeneration: { video: 1 } };
    const id = await createRouter({ slug: 'poor', settings });
    const reply = await generate('poor');
    expect(reply.status).toBe(400);
    expect(reply.body).toEqual({
      error: expect.any(String),
      code: 'no_eligible_model',
      emptiedBy: ['price'],
      pipeline: ['capability', 'prompt_length', 'input_support', 'allow_deny', 'price'].map(
        (filter) => ({
          type: 'filter',
          filter,
          models: filter === 'price' ? [] : ['gen4.5', 'veo3.1', 'veo3.1_fast', 'hailuo3'],
        }),
      ),
    });
    expect(harness.emulator.settings.credits).toBe(1_000_000);
    expect(await requestsOf(id)).toMatchObject([
      { status: 'no_eligible_model', model: null, taskId: null, emptiedBy: ['price'] },
    ]);
  });
});

describe("a router's history", () => {
  it('names the task of each request, newest first', async () => {
    const first = await generate(ELSEWHERE.routerSlug);
    harness.clock.advance(1_000);
    const second = await generate(ELSEWHERE.routerSlug, { promptText: 'x', audio: true });
    const requests = await requestsOf(ELSEWHERE.routerId);
    expect(requests).toEqual([
      {
        id: expect.any(String),
        requestId: expect.any(String),
        status: 'routed',
        model: 'hailuo3',
        provider: 'minimax',
        reason: expect.any(String),
        reasonCode: 'lowest_cost',
        estimatedCredits: 50,
        taskId: second.body.id,
        createdAt: '2026-06-01T12:00:01.000Z',
        pipeline: expect.arrayContaining([
          { type: 'filter', filter: 'capability', models: ['veo3.1', 'veo3.1_fast', 'hailuo3'] },
          { type: 'rank', outcome: 'cost' },
        ]),
        emptiedBy: [],
      },
      expect.objectContaining({ taskId: first.body.id }),
    ]);
    expect((await task(String(requests[0]?.['taskId']))).status).toBe(200);
    expect(await requestsOf(SEEDED.routerId)).toEqual([]);
  });

  it('tells what came to nothing', async () => {
    await generate('default', { promptText: '' });
    harness.emulator.settings.credits = 0;
    await generate('default');
    expect(await requestsOf(SEEDED.routerId)).toMatchObject([
      { status: 'error', model: 'gen4.5', taskId: null },
      { status: 'invalid_request', model: null, taskId: null, pipeline: [] },
    ]);
  });
});
