import { ELSEWHERE } from '../../src/emulator/resources/seeded.js';
import { useEmulator } from './harness.js';

const harness = useEmulator({ processingSeconds: 10 });
const { call } = harness;

const document = async (id: string) => (await call('GET', `/v1/documents/${id}`)).body;

async function createDocument(name: string): Promise<string> {
  return (await call('POST', '/v1/documents', { name, content: 'All is free.' })).body.id;
}

async function namesBy(sort: string, order: string): Promise<string[]> {
  const reply = await call('GET', `/v1/documents?sort=${sort}&order=${order}`);
  return (reply.body['data'] as { name: string }[]).map(({ name }) => name);
}

describe('a document', () => {
  it('is created, read and updated', async () => {
    const id = await createDocument('Prices');
    const base = { id, type: 'text', usedBy: [], createdAt: '2026-06-01T12:00:00.000Z' };
    expect(await document(id)).toEqual({
      ...base,
      name: 'Prices',
      content: 'All is free.',
      updatedAt: '2026-06-01T12:00:00.000Z',
    });
    harness.clock.advance(1_000);
    const updated = await call('PATCH', `/v1/documents/${id}`, { content: 'Not any more.' });
    expect([updated.status, updated.body]).toEqual([204, null]);
    expect(await document(id)).toEqual({
      ...base,
      name: 'Prices',
      content: 'Not any more.',
      updatedAt: '2026-06-01T12:00:01.000Z',
    });
  });

  it('is not updated with nothing', async () => {
    const reply = await call('PATCH', `/v1/documents/${ELSEWHERE.documentId}`, {});
    expect([reply.status, reply.body.issues]).toMatchObject([400, [{ path: [] }]]);
  });

  it('names the avatars that use it, and is detached from them by its deletion', async () => {
    const id = await createDocument('Prices');
    const created = await call('POST', '/v1/avatars', {
      name: 'Ada',
      personality: 'x',
      referenceImage: 'https://example.com/picture.png',
      voice: { type: 'runway-live-preset', presetId: 'adrian' },
      documentIds: [ELSEWHERE.documentId, id],
    });
    const user = { id: created.body.id, name: 'Ada' };
    expect((await document(id))['usedBy']).toEqual([{ ...user, imageUrl: null }]);
    harness.clock.advance(10_000);
    expect((await document(id))['usedBy']).toEqual([{ ...user, imageUrl: expect.any(String) }]);

    expect((await call('DELETE', `/v1/documents/${id}`)).status).toBe(204);
    expect((await call('GET', `/v1/avatars/${user.id}`)).body['documentIds']).toEqual([
      ELSEWHERE.documentId,
    ]);
    for (const [method, body] of [['GET'], ['DELETE'], ['PATCH', { name: 'x' }]] as const) {
      const reply = await call(method, `/v1/documents/${id}`, body);
      expect([reply.status, reply.body]).toEqual([404, { error: 'Could not find Document' }]);
    }
  });
});

describe('the list of documents', () => {
  it('is sorted as it was asked for, without the contents', async () => {
    const first = await createDocument('first');
    harness.clock.advance(1_000);
    await createDocument('second');
    harness.clock.advance(1_000);
    await call('PATCH', `/v1/documents/${first}`, { content: 'x' });
    expect(await namesBy('createdAt', 'desc')).toEqual(['second', 'first', 'Opening hours']);
    expect(await namesBy('createdAt', 'asc')).toEqual(['Opening hours', 'first', 'second']);
    expect(await namesBy('updatedAt', 'desc')).toEqual(['first', 'second', 'Opening hours']);
    const { body } = await call('GET', '/v1/documents?sort=updatedAt&order=asc&limit=1');
    expect(Object.keys((body['data'] as object[])[0] ?? {})).not.toContain('content');
  });

  it('gives cursors that are good for its order only', async () => {
    await createDocument('first');
    const page = await call('GET', '/v1/documents?sort=createdAt&order=asc&limit=1');
    const cursor = String(page.body['nextCursor']);
    const next = await call('GET', `/v1/documents?sort=createdAt&order=asc&cursor=${cursor}`);
    expect(next.body).toMatchObject({ data: [{ name: 'first' }], hasMore: false });
    const other = await call('GET', `/v1/documents?sort=createdAt&order=desc&cursor=${cursor}`);
    expect([other.status, other.body.issues]).toMatchObject([400, [{ path: ['cursor'] }]]);
  });

  it.each([
    ['no order', 'sort=createdAt', 'order'],
    ['no sort', 'order=asc', 'sort'],
    ['another sort', 'order=asc&sort=name', 'sort'],
  ])('is refused with %s', async (_why, query, name) => {
    const reply = await call('GET', `/v1/documents?${query}`);
    expect(reply.body).toMatchObject({
      error: 'Validation of query failed',
      issues: [{ code: 'invalid_value', path: [name] }],
    });
  });
});
