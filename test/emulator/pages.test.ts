import { SEEDED } from '../../src/emulator/resources/seeded.js';
import { useEmulator } from './harness.js';

const harness = useEmulator();
const { call } = harness;

const SORT = 'sort=createdAt&order=desc';
const WINDOW = 'from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z';

/** Every list that is paged, with the parameters that it cannot do without. */
const LISTS = [
  ['/v1/avatars', ''],
  ['/v1/avatar_conversations', ''],
  ['/v1/documents', SORT],
  ['/v1/voices', ''],
  ['/v1/routers', ''],
  [`/v1/routers/${SEEDED.routerId}/requests`, ''],
  ['/v1/organization/webapp/usage', WINDOW],
  ['/v1/organization/webapp/audit_logs', ''],
] as const;

const page = (path: string, ...parameters: string[]) =>
  call('GET', `${path}?${parameters.filter((one) => one !== '').join('&')}`);

async function cursorOfRouters(): Promise<string> {
  return String((await page('/v1/routers', 'limit=1')).body['nextCursor']);
}

describe.each(LISTS)('%s', (path, needed) => {
  it.each(['limit=1', 'limit=100', ''])('takes %j', async (limit) => {
    const reply = await page(path, needed, limit);
    expect(reply.status).toBe(200);
    expect(Object.keys(reply.body).sort()).toEqual(['data', 'hasMore', 'nextCursor']);
  });

  it.each([
    ['limit=0', 'too_small', ['limit']],
    ['limit=101', 'too_big', ['limit']],
    ['limit=1.5', 'invalid_type', ['limit']],
    ['limit=many', 'invalid_type', ['limit']],
    ['limit=1&limit=2', 'invalid_type', ['limit']],
    ['cursor=', 'too_small', ['cursor']],
    ['cursor=anything', 'custom', ['cursor']],
    ['cursor=bnVsbA', 'custom', ['cursor']],
    [`cursor=${'x'.repeat(1_001)}`, 'too_big', ['cursor']],
    ['page=2', 'unrecognized_keys', []],
  ])('refuses %.20s', async (parameter, code, at) => {
    const reply = await page(path, needed, parameter);
    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({
      error: 'Validation of query failed',
      issues: [{ code, path: at }],
    });
  });
});

describe('a cursor', () => {
  it('is good for the list that gave it only', async () => {
    const cursor = await cursorOfRouters();
    expect((await page('/v1/routers', `cursor=${cursor}`)).status).toBe(200);
    for (const [path, needed] of LISTS) {
      if (path === '/v1/routers') continue;
      expect((await page(path, needed, `cursor=${cursor}`)).status).toBe(400);
    }
  });

  it('outlives the item after which it was given', async () => {
    const cursor = await cursorOfRouters();
    await call('DELETE', `/v1/routers/${SEEDED.routerId}`);
    const { body } = await page('/v1/routers', `cursor=${cursor}`);
    expect(body).toMatchObject({ data: [{ slug: 'studio' }], hasMore: false, nextCursor: null });
  });
});
