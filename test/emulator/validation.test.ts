import { REQUEST_SCHEMAS } from '../../src/generated/facts/request-schemas.js';
import { SDK_METHODS, type SdkMethod } from '../../src/generated/facts/sdk-methods.js';
import { checkMedia } from '../../src/emulator/media/media-checks.js';
import { MODELS } from '../../src/emulator/tasks/price-list.js';
import { ACCEPTED } from './accepted-bodies.js';
import { A_VIDEO, HEADERS, useEmulator } from './harness.js';
import { REFUSED } from './refused-bodies.js';
import { REFUSED_OBJECTS } from './refused-objects.js';

const harness = useEmulator();
const { call } = harness;

const ANSWER_WITHOUT_AN_ID = ['/v1/organization/usage', '/v1/uploads', '/v1/voices/preview'];

describe('a body that Runway takes', () => {
  it.each(ACCEPTED)('is accepted: %s %j', async (path, body) => {
    const reply = await call('POST', `/v1/${path}`, body);
    expect(reply.body).toEqual(
      expect.objectContaining({ id: expect.stringMatching(/^[0-9a-f-]{36}$/) }),
    );
    expect(reply.status).toBe(200);
  });

  it('stands in the table for every create', () => {
    const paths = new Set(ACCEPTED.map(([path]) => `/v1/${path}`));
    const creates = (Object.keys(REQUEST_SCHEMAS) as SdkMethod[])
      .map((method): { verb: string; path: string } => SDK_METHODS[method])
      .filter(({ verb, path }) => verb === 'POST' && !path.includes('{id}'))
      .map(({ path }) => path)
      .filter((path) => !ANSWER_WITHOUT_AN_ID.includes(path));
    expect([...paths].sort()).toEqual(creates.sort());
  });
});

describe('a body that Runway refuses', () => {
  it.each([...REFUSED, ...REFUSED_OBJECTS])(
    'is refused: $path, $why',
    async ({ path, body, code, at }) => {
      const reply = await call('POST', `/v1/${path}`, body);
      expect(reply.status).toBe(400);
      expect(reply.body).toMatchObject({
        error: 'Validation of body failed',
        docUrl: 'https://docs.dev.runwayml.com/api',
      });
      expect(reply.body.issues.map((issue) => [issue.code, issue.path])).toContainEqual([code, at]);
    },
  );

  it('costs nothing and starts nothing', async () => {
    await call('POST', '/v1/text_to_video', { ...A_VIDEO, duration: 11 });
    expect(harness.emulator.settings.credits).toBe(1_000_000);
  });
});

describe('an issue', () => {
  it('tells the bound', async () => {
    const { body } = await call('POST', '/v1/text_to_video', { ...A_VIDEO, duration: 11 });
    expect(body.issues).toEqual([
      {
        code: 'too_big',
        origin: 'number',
        maximum: 10,
        inclusive: true,
        path: ['duration'],
        message: 'Too big',
      },
    ]);
  });

  it('names a missing discriminator as live answers do', async () => {
    const { body } = await call('POST', '/v1/text_to_speech', {});
    expect(body.issues).toMatchObject([
      { code: 'invalid_type', path: ['model'] },
      {
        code: 'invalid_union',
        path: ['model'],
        note: 'No matching discriminator',
        discriminator: 'model',
        errors: [],
      },
    ]);
  });

  it('gathers all unknown keys of an object', async () => {
    const { body } = await call('POST', '/v1/text_to_video', { ...A_VIDEO, one: 1, two: 2 });
    expect(body.issues).toMatchObject([
      { code: 'unrecognized_keys', keys: ['one', 'two'], path: [] },
    ]);
  });

  it('keeps the findings of an untagged union by branch', async () => {
    const frames = { model: 'gen4_turbo', ratio: '1280:720', promptImage: 5 };
    const { body } = await call('POST', '/v1/image_to_video', frames);
    expect(body.issues).toMatchObject([
      {
        code: 'invalid_union',
        path: ['promptImage'],
        errors: [
          [{ code: 'invalid_type', expected: 'string' }],
          [{ code: 'invalid_type', expected: 'array' }],
        ],
      },
    ]);
  });

  it('never repeats what was sent', async () => {
    const { body } = await call('POST', '/v1/text_to_video', {
      ...A_VIDEO,
      ratio: 'my-secret-ratio',
      promptText: ['my-secret-text'],
    });
    expect(JSON.stringify(body)).not.toContain('my-secret');
  });
});

describe('the media of a body', () => {
  it('are found wherever a schema has one', () => {
    const places = Object.entries(REQUEST_SCHEMAS).map(
      ([method, schema]) => [method, mediaPlaces(schema, [])] as const,
    );
    expect(places.flatMap(([, paths]) => paths).length).toBeGreaterThan(100);
    const missed = places.flatMap(([method, paths]) =>
      paths
        .filter(
          (path) => checkMedia(nest(path, 'https://192.0.2.7/'), () => 'unknown').length !== 1,
        )
        .map((path) => `${method} ${path.join('.')}`),
    );
    expect(missed).toEqual([]);
  });
});

describe('the prices', () => {
  it('know every model that a schema takes', () => {
    const models = new Set(Object.values(REQUEST_SCHEMAS).flatMap(modelsOf));
    expect(models.size).toBeGreaterThan(35);
    expect([...models].filter((model) => !MODELS.includes(model))).toEqual([]);
  });
});

describe('the door', () => {
  it.each([
    ['no version', { authorization: 'Bearer k' }, 400],
    ['an old version', { ...HEADERS, 'x-runway-version': '2024-09-13' }, 400],
    ['no key', { 'x-runway-version': '2024-11-06' }, 401],
    ['another scheme', { ...HEADERS, authorization: 'Basic abc' }, 401],
    ['an empty key', { ...HEADERS, authorization: 'Bearer ' }, 401],
  ])('refuses %s', async (_why, headers, status) => {
    const reply = await call('GET', '/v1/organization', undefined, headers);
    expect(reply.status).toBe(status);
    expect(reply.body).toEqual({
      error: expect.any(String),
      docUrl: 'https://docs.dev.runwayml.com/api',
    });
  });

  it.each([
    ['PUT', '/v1/text_to_video', 405],
    ['GET', '/v1/text_to_video', 405],
    ['POST', '/v1/organization', 405],
    ['PUT', '/v1/voices', 405],
    ['POST', '/v1/avatar_usage', 405],
    ['GET', '/v1/voices/preview', 404],
    ['GET', '/v1/routers/none/requests', 404],
    ['GET', '/v1/nothing', 404],
    ['GET', '/', 404],
    ['GET', '/v1/tasks/none', 404],
  ])('answers %s %s with %i', async (method, path, status) => {
    const reply = await call(method, path);
    expect(reply.status).toBe(status);
    expect(reply.body.error).toEqual(expect.any(String));
  });

  it('refuses a body that is not JSON', async () => {
    const reply = await call('POST', '/v1/text_to_video', '{"model":');
    expect(reply.status).toBe(400);
    expect(reply.body).toEqual({
      error: 'The body is not valid JSON',
      docUrl: 'https://docs.dev.runwayml.com/api',
    });
  });

  it('does not read a body that does not call itself JSON', async () => {
    const headers = { ...HEADERS, 'content-type': 'text/plain' };
    const reply = await call('POST', '/v1/text_to_video', A_VIDEO, headers);
    expect(reply.body.issues).toMatchObject([
      { code: 'invalid_type', expected: 'object', path: [] },
    ]);
  });
});

/** The models that make a task of a body, whether it is a union or not. */
function modelsOf(schema: unknown): string[] {
  const { properties, oneOf } = schema as {
    properties?: { model?: { const?: string } };
    oneOf?: unknown[];
  };
  const model = properties?.model?.const;
  return [...(model === undefined ? [] : [model]), ...(oneOf ?? []).flatMap(modelsOf)];
}

/** Where a schema takes a medium: its text begins in one of three ways. */
function mediaPlaces(schema: unknown, path: string[]): string[][] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties, items, oneOf, anyOf, pattern } = schema as {
    properties?: Record<string, unknown>;
    items?: unknown;
    oneOf?: unknown[];
    anyOf?: unknown[];
    pattern?: string;
  };
  return [
    ...(pattern?.startsWith('^(https://|') ? [path] : []),
    ...Object.entries(properties ?? {}).flatMap(([key, child]) =>
      mediaPlaces(child, [...path, key]),
    ),
    ...mediaPlaces(items, [...path, '[]']),
    ...[...(oneOf ?? []), ...(anyOf ?? [])].flatMap((branch) => mediaPlaces(branch, path)),
  ];
}

function nest(path: readonly string[], value: unknown): unknown {
  return path.reduceRight<unknown>(
    (inner, key) => (key === '[]' ? [inner] : { [key]: inner }),
    value,
  );
}
