import { A_VIDEO, HEADERS, useEmulator } from './harness.js';

const harness = useEmulator();
const { call } = harness;

const create = (body: object, headers: object = HEADERS) =>
  call('POST', '/v1/text_to_video', body, headers);

describe('a text', () => {
  // One of them is two UTF-16 code units, which Runway counts.
  it.each([
    ['500 emoji', 500, 200],
    ['501 emoji', 501, 400],
  ])('of %s is %i × 2 units long', async (_name, count, status) => {
    const reply = await create({ ...A_VIDEO, promptText: '🦊'.repeat(count) });
    expect(reply.status).toBe(status);
  });
});

describe('a media address', () => {
  it.each([
    ['12 characters', 'https://a.co', 400],
    ['13 characters', 'https://ab.co', 200],
  ])('of %s', async (_name, promptImage, status) => {
    const body = { model: 'gen4_turbo', ratio: '1280:720', promptImage };
    const reply = await call('POST', '/v1/image_to_video', body);
    expect(reply.status).toBe(status);
  });
});

describe('the version', () => {
  it('is named as wrong in the words of Runway', async () => {
    const reply = await create(A_VIDEO, { ...HEADERS, 'x-runway-version': '2024-09-13' });
    expect([reply.status, reply.body]).toEqual([
      400,
      {
        error: 'The API version that was provided in the X-Runway-Version header is not valid.',
        docUrl: 'https://docs.dev.runwayml.com/api',
      },
    ]);
  });

  it('may not be left out', async () => {
    const { 'x-runway-version': _version, ...headers } = HEADERS;
    const reply = await create(A_VIDEO, headers);
    expect([reply.status, reply.body]).toMatchObject([400, { error: expect.any(String) }]);
  });
});

describe('a bearer', () => {
  it.each([
    ['Bearer key_test', 200],
    ['bearer key_test', 200],
    ['Bearer   key_test', 200],
    ['Bearer key test', 401],
    ['Bearerkey_test', 401],
    ['Basic key_test', 401],
  ])('%j is answered %i', async (authorization, status) => {
    expect((await create(A_VIDEO, { ...HEADERS, authorization })).status).toBe(status);
  });

  it('with several spaces sees the world of its secret', async () => {
    harness.emulator.settings.organizations = [{ secrets: ['key_other'] }];
    await create(A_VIDEO, { ...HEADERS, authorization: 'Bearer  key_other' });
    expect(harness.emulator.requests().at(-1)).toMatchObject({ organization: 0 });
  });
});

describe('a page of another origin', () => {
  const origin = { origin: 'https://app.example.com' };

  it.each(['/uploads/any', '/outputs/any.mp4'])('may use %s', async (path) => {
    const asked = await fetch(`${harness.emulator.url}${path}`, {
      method: 'OPTIONS',
      headers: { ...origin, 'access-control-request-method': 'POST' },
    });
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-origin')).toBe('*');
    expect(asked.headers.get('access-control-allow-methods')).toContain('POST');
  });

  it('reads an output, its length and its range', async () => {
    const id = await harness.create();
    harness.clock.advance(60_000);
    const [url = ''] = (await harness.task(id)).body['output'] as string[];
    const file = await fetch(url, { headers: { ...origin, range: 'bytes=0-3' } });
    expect(file.status).toBe(206);
    expect(file.headers.get('access-control-allow-origin')).toBe('*');
    expect(file.headers.get('access-control-expose-headers')).toContain('content-range');
  });

  it('reads why an upload was refused', async () => {
    const refused = await fetch(`${harness.emulator.url}/uploads/unknown`, {
      method: 'POST',
      headers: origin,
      body: new FormData(),
    });
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([
      403,
      '*',
    ]);
  });

  it('does not get at the API, whose secret no page may hold', async () => {
    const reply = await create(A_VIDEO, { ...HEADERS, ...origin });
    expect(reply.headers.get('access-control-allow-origin')).toBeNull();
  });
});
