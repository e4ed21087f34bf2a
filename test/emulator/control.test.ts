import { A_VIDEO, useEmulator } from './harness.js';

const harness = useEmulator();
const { call } = harness;

describe('/__emulator/requests', () => {
  it('lists what was asked, oldest first, with secrets masked', async () => {
    await call('POST', '/v1/text_to_video', A_VIDEO);
    harness.clock.advance(1_000);
    await call('GET', '/v1/routers?limit=10');
    const { body } = await call('GET', '/__emulator/requests');
    expect(body).toEqual([
      {
        at: '2026-06-01T12:00:00.000Z',
        method: 'POST',
        path: '/v1/text_to_video',
        headers: expect.objectContaining({
          authorization: 'Bearer ***',
          'x-runway-version': '2024-11-06',
        }),
        body: A_VIDEO,
        status: 200,
      },
      {
        at: '2026-06-01T12:00:01.000Z',
        method: 'GET',
        path: '/v1/routers',
        query: { limit: '10' },
        headers: expect.any(Object),
        body: null,
        status: 200,
      },
    ]);
    expect(JSON.stringify(body)).not.toContain('key_test');
  });

  it('is empty after DELETE', async () => {
    await call('GET', '/v1/organization');
    expect((await call('DELETE', '/__emulator/requests')).status).toBe(204);
    expect((await call('GET', '/__emulator/requests')).body).toEqual([]);
  });

  it('records what was refused, and text that is no JSON', async () => {
    await call('POST', '/v1/text_to_video', '{"mo');
    await call('GET', '/v1/organization', undefined, {});
    expect(harness.emulator.requests()).toMatchObject([
      { body: '{"mo', status: 400 },
      { path: '/v1/organization', status: 400 },
    ]);
  });

  it('keeps of a large body its size alone', async () => {
    const promptText = 'x'.repeat(262_144);
    await call('POST', '/v1/text_to_video', { ...A_VIDEO, promptText });
    const bytes = JSON.stringify({ ...A_VIDEO, promptText }).length;
    expect(harness.emulator.requests()).toMatchObject([{ body: { omitted: true, bytes } }]);
  });

  it('masks the signature of an address', async () => {
    await fetch(`${harness.emulator.url}/outputs/a.mp4?_jwt=header.payload.signature`);
    expect(harness.emulator.requests()).toMatchObject([{ query: { _jwt: '***' }, status: 403 }]);
  });

  it('keeps the last ten thousand', async () => {
    const { RequestLog } = await import('../../src/emulator/control/recorded-requests.js');
    const log = new RequestLog(harness.clock);
    for (let n = 0; n < 10_005; n += 1) {
      const request = { method: 'GET', headers: {} } as Parameters<typeof log.begin>[0];
      log.begin(request, new URL(`http://emulator/${String(n)}`));
    }
    expect(log.list().length).toBe(10_000);
    expect(log.list()[0]?.path).toBe('/5');
  });
});

describe('/__emulator/settings', () => {
  it('changes what is given and leaves the rest', async () => {
    const before = (await call('GET', '/__emulator/settings')).body;
    const reply = await call('PUT', '/__emulator/settings', {
      taskSeconds: 0.5,
      concurrency: null,
    });
    expect([reply.status, reply.body]).toEqual([
      200,
      { ...before, taskSeconds: 0.5, concurrency: null },
    ]);
    expect(harness.emulator.settings).toEqual(reply.body);
  });

  it('shows in the organisation', async () => {
    await call('PUT', '/__emulator/settings', {
      credits: 7,
      concurrency: 2,
      dailyCap: 9,
      concurrencyByModel: { 'gen4.5': null },
    });
    expect((await call('GET', '/v1/organization')).body).toMatchObject({
      creditBalance: 7,
      tier: {
        models: {
          'gen4.5': { maxConcurrentGenerations: null, maxDailyGenerations: 9 },
          'veo3.1': { maxConcurrentGenerations: 2, maxDailyGenerations: 9 },
        },
      },
    });
  });

  it.each([
    ['an unknown name', { speed: 1 }],
    ['a text', { taskSeconds: '8' }],
    ['a negative number', { credits: -1 }],
    ['half a slot', { concurrency: 1.5 }],
    ['a list', []],
  ])('refuses %s, and changes nothing', async (_why, body) => {
    const before = (await call('GET', '/__emulator/settings')).body;
    const reply = await call('PUT', '/__emulator/settings', body);
    expect(reply.status).toBe(400);
    expect(reply.body.issues.length).toBeGreaterThan(0);
    expect((await call('GET', '/__emulator/settings')).body).toEqual(before);
  });

  it('refuses a body that is not JSON', async () => {
    const reply = await call('PUT', '/__emulator/settings', '{');
    expect([reply.status, reply.body]).toEqual([400, { error: 'The body is not valid JSON' }]);
  });
});

describe('/__emulator/faults', () => {
  it('sets, lists and clears faults', async () => {
    const faults = [{ path: '/v1/organization', status: 503, times: 2 }];
    const reply = await call('PUT', '/__emulator/faults', faults);
    expect([reply.status, reply.body]).toEqual([200, faults]);
    expect((await call('GET', '/v1/organization')).status).toBe(503);
    expect((await call('GET', '/__emulator/faults')).body).toEqual([{ ...faults[0], times: 1 }]);
    expect((await call('DELETE', '/__emulator/faults')).status).toBe(204);
    expect((await call('GET', '/v1/organization')).status).toBe(200);
  });

  it('takes an object from path to fault as well', async () => {
    await call('PUT', '/__emulator/faults', { '/v1/organization': { status: 503 } });
    expect((await call('GET', '/v1/organization')).status).toBe(503);
  });

  it('replaces what was set before', async () => {
    await call('PUT', '/__emulator/faults', [{ path: '*', status: 500 }]);
    await call('PUT', '/__emulator/faults', [{ path: '/v1/workflows', status: 500 }]);
    expect((await call('GET', '/v1/organization')).status).toBe(200);
  });

  it.each([
    ['no path', [{ status: 500 }]],
    ['a path that begins nowhere', [{ path: 'v1', status: 500 }]],
    ['an unknown name', [{ path: '/', code: 500 }]],
    ['an impossible status', [{ path: '/', status: 99 }]],
    ['a third kind of reset', [{ path: '/', reset: 'sometimes' }]],
    ['no times', [{ path: '/', times: 0 }]],
    ['a text', '"off"'],
    ['a text by path', { '/v1/organization': 'off' }],
  ])('refuses %s', async (_why, body) => {
    const reply = await call('PUT', '/__emulator/faults', body);
    expect(reply.status).toBe(400);
    expect(reply.body.issues.length).toBeGreaterThan(0);
  });
});

describe('the control', () => {
  it('needs no key and is not recorded', async () => {
    await fetch(`${harness.emulator.url}/__emulator/settings`);
    await fetch(`${harness.emulator.url}/__emulator/requests`);
    expect(harness.emulator.requests()).toEqual([]);
  });

  it('answers 404 to what it does not know', async () => {
    expect((await call('GET', '/__emulator/nothing')).status).toBe(404);
    expect((await call('POST', '/__emulator/requests')).status).toBe(404);
  });
});
