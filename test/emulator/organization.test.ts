import { ELSEWHERE, SEEDED } from '../../src/emulator/resources/seeded.js';
import { UNKNOWN_ID, useEmulator } from './harness.js';

const harness = useEmulator({ taskSeconds: 10, credits: 1_000 });
const { call, create, task } = harness;

const IMAGE = 'https://example.com/picture.png';

describe('the organisation', () => {
  it('counts the creates of the last day by model', async () => {
    await create();
    await create();
    const usage = async () =>
      (await call('GET', '/v1/organization')).body as unknown as {
        usage: { models: Record<string, { dailyGenerations: number }> };
      };
    expect((await usage()).usage.models['gen4.5']).toEqual({ dailyGenerations: 2 });
    expect((await usage()).usage.models['veo3.1']).toEqual({ dailyGenerations: 0 });
    harness.clock.advance(86_400_000);
    expect((await usage()).usage.models['gen4.5']).toEqual({ dailyGenerations: 0 });
  });
});

describe('the usage', () => {
  const usage = (body: object) => call('POST', '/v1/organization/usage', body);

  it('is told by day and model, net of what came back', async () => {
    await create();
    const auto = await create({ model: 'seedance2_mini', promptText: 'x', duration: 'auto' });
    harness.clock.advance(86_400_000);
    expect((await task(auto)).body.status).toBe('SUCCEEDED');
    const reply = await usage({ startDate: '2026-06-01', beforeDate: '2026-06-03' });
    expect(reply.body).toEqual({
      models: ['gen4.5', 'seedance2_mini'],
      results: [
        {
          date: '2026-06-01',
          usedCredits: [
            { model: 'gen4.5', amount: 60 },
            { model: 'seedance2_mini', amount: 240 },
          ],
        },
        { date: '2026-06-02', usedCredits: [{ model: 'seedance2_mini', amount: -160 }] },
      ],
    });
  });

  it('covers the thirty days before today where nothing is asked', async () => {
    const { results } = (await usage({})).body as unknown as { results: { date: string }[] };
    expect([results.length, results[0]?.date, results.at(-1)?.date]).toEqual([
      30,
      '2026-05-02',
      '2026-05-31',
    ]);
  });

  it.each([
    ['a text that is no date', { startDate: 'yesterday' }, 'invalid_format', 'startDate'],
    ['a month of 31 days too many', { startDate: '2026-02-31' }, 'invalid_format', 'startDate'],
    ['91 days', { startDate: '2026-01-01', beforeDate: '2026-04-02' }, 'custom', 'beforeDate'],
    [
      'an end before its start',
      { startDate: '2026-02-01', beforeDate: '2026-01-01' },
      'custom',
      'beforeDate',
    ],
  ])('refuses %s', async (_why, body, code, field) => {
    const reply = await usage(body);
    expect(reply.status).toBe(400);
    expect(reply.body.issues).toMatchObject([{ code, path: [field] }]);
  });
});

describe('workflows', () => {
  const run = (body?: object) => call('POST', `/v1/workflows/${SEEDED.workflowId}`, body);
  const invocation = async (id: string) =>
    (await call('GET', `/v1/workflow_invocations/${id}`)).body;
  const { image, prompt, video } = SEEDED.workflowNodes;

  it('has one from the start', async () => {
    const { data } = (await call('GET', '/v1/workflows')).body as unknown as {
      data: { versions: { id: string }[] }[];
    };
    expect(data[0]?.versions[0]?.id).toBe(SEEDED.workflowId);
    expect((await call('GET', `/v1/workflows/${SEEDED.workflowId}`)).body).toMatchObject({
      id: SEEDED.workflowId,
      graph: { nodes: [{ id: prompt }, { id: image }, { id: video }], edges: [{}, {}] },
    });
  });

  it('runs it, and shows what each node has made so far', async () => {
    const { id } = (await run()).body;
    const base = { id, createdAt: '2026-06-01T12:00:00.000Z' };
    expect(await invocation(id)).toEqual({ ...base, status: 'PENDING' });
    harness.clock.advance(1_000);
    expect(await invocation(id)).toEqual({ ...base, status: 'RUNNING', progress: 0, output: {} });
    harness.clock.advance(4_500);
    expect(await invocation(id)).toMatchObject({
      progress: 0.5,
      output: { [image]: [expect.stringContaining('.png?_jwt=')] },
    });
    harness.clock.advance(4_500);
    const done = await invocation(id);
    expect(done).toEqual({
      ...base,
      status: 'SUCCEEDED',
      output: {
        [image]: [expect.stringContaining('.png?_jwt=')],
        [video]: [expect.stringContaining('.mp4?_jwt=')],
      },
    });
    const [url = ''] = (done['output'] as Record<string, string[]>)[video] ?? [];
    expect((await fetch(url)).status).toBe(200);
  });

  it('takes texts and media for its nodes, and fails as they say', async () => {
    const reply = await run({
      nodeOutputs: {
        [prompt]: { text: { type: 'primitive', value: 'a [moderated] wish' } },
        [image]: { image: { type: 'image', uri: IMAGE } },
      },
    });
    harness.clock.advance(10_000);
    expect(await invocation(reply.body.id)).toMatchObject({
      status: 'FAILED',
      failureCode: 'SAFETY.INPUT.TEXT',
      nodeErrors: { [image]: { failureCode: 'SAFETY.INPUT.TEXT' } },
    });
  });

  it.each([
    ['a stranger among the nodes', { [UNKNOWN_ID]: {} }, 'custom', ['nodeOutputs', UNKNOWN_ID]],
    ['a node id that is no UUID', { video: {} }, 'invalid_key', ['nodeOutputs', 'video']],
    [
      'an output key of 257 characters',
      { [prompt]: { ['x'.repeat(257)]: { type: 'primitive', value: 'x' } } },
      'invalid_key',
      ['nodeOutputs', prompt, 'x'.repeat(257)],
    ],
    [
      'a value of no type',
      { [prompt]: { text: { value: 'x' } } },
      'invalid_type',
      ['nodeOutputs', prompt, 'text', 'type'],
    ],
    [
      'an unknown upload',
      { [image]: { image: { type: 'image', uri: 'runway://nothing-here' } } },
      'custom',
      ['nodeOutputs', image, 'image', 'uri'],
    ],
  ])('refuses %s', async (_why, nodeOutputs, code, path) => {
    const reply = await run({ nodeOutputs });
    expect(reply.status).toBe(400);
    expect(reply.body.issues).toContainEqual(expect.objectContaining({ code, path }));
  });

  it('does not know other workflows, nor takes an invocation for a task', async () => {
    expect((await call('POST', `/v1/workflows/${UNKNOWN_ID}`, {})).status).toBe(404);
    expect((await call('GET', `/v1/workflows/${UNKNOWN_ID}`)).status).toBe(404);
    const { id } = (await run()).body;
    expect((await task(id)).status).toBe(404);
    const taskId = await create();
    expect((await call('GET', `/v1/workflow_invocations/${taskId}`)).status).toBe(404);
  });
});

describe('routers', () => {
  it('has one from the start, and one that was made elsewhere', async () => {
    const { body } = await call('GET', '/v1/routers?limit=50');
    expect(body).toMatchObject({
      data: [
        { id: SEEDED.routerId, slug: 'default' },
        { id: ELSEWHERE.routerId, slug: 'studio' },
      ],
      hasMore: false,
      nextCursor: null,
    });
    expect((await call('GET', `/v1/routers/${SEEDED.routerId}`)).body).toEqual(
      (body['data'] as unknown[])[0],
    );
    expect((await call('GET', `/v1/routers/${UNKNOWN_ID}`)).status).toBe(404);
  });

  it('refuses a page of 101', async () => {
    const reply = await call('GET', '/v1/routers?limit=101');
    expect(reply.body).toMatchObject({
      error: 'Validation of query failed',
      issues: [{ code: 'too_big', path: ['limit'] }],
    });
  });

  it('tells which model it chose, and what that costs', async () => {
    const input = { promptText: 'x', aspectRatio: '9:16', duration: 4, audio: true };
    const reply = await call('POST', '/v1/generate/video', { configId: 'default', input });
    expect(reply.body).toEqual({
      id: expect.any(String),
      routing: {
        configId: 'default',
        model: 'veo3.1',
        provider: 'google',
        estimatedCost: { credits: 160 },
        resolvedInput: { duration: 4, ratio: '720:1280', resolution: '720p' },
        resolvedSettings: { optimizeFor: 'quality', priceCeiling: null },
      },
    });
  });

  it('answers 404 to a router that does not exist', async () => {
    const input = { promptText: 'x' };
    const reply = await call('POST', '/v1/generate/image', { configId: 'missing', input });
    expect([reply.status, reply.body]).toEqual([
      404,
      { error: expect.any(String), code: 'router_config_not_found' },
    ]);
  });
});
