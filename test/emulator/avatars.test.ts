import { ELSEWHERE } from '../../src/emulator/resources/seeded.js';
import { UNKNOWN_ID, useEmulator } from './harness.js';

const harness = useEmulator({ processingSeconds: 10 });
const { call } = harness;

const IMAGE = 'https://example.com/picture.png';
const AVATAR = {
  name: 'Ada',
  personality: 'Answers briefly.',
  referenceImage: IMAGE,
  voice: { type: 'runway-live-preset', presetId: 'adrian' },
} as const;

async function createAvatar(changes: object = {}): Promise<string> {
  const reply = await call('POST', '/v1/avatars', { ...AVATAR, ...changes });
  expect(reply.status).toBe(200);
  return reply.body.id;
}

const avatar = async (id: string) => (await call('GET', `/v1/avatars/${id}`)).body;
const update = (id: string, body?: object) => call('PATCH', `/v1/avatars/${id}`, body);

describe('an avatar', () => {
  it('is PROCESSING, then READY, on the clock', async () => {
    const created = await call('POST', '/v1/avatars', { ...AVATAR, startScript: 'Hello!' });
    const { id } = created.body;
    expect(created.body).toEqual({
      id,
      name: 'Ada',
      personality: 'Answers briefly.',
      startScript: 'Hello!',
      voice: { ...AVATAR.voice, name: 'Adrian', description: expect.any(String) },
      documentIds: [],
      referenceImageUri: expect.stringContaining(`/outputs/${id}-reference.png?_jwt=`),
      processedImageUri: null,
      createdAt: '2026-06-01T12:00:00.000Z',
      updatedAt: '2026-06-01T12:00:00.000Z',
      status: 'PROCESSING',
    });
    harness.clock.advance(9_999);
    expect((await avatar(id)).status).toBe('PROCESSING');
    harness.clock.advance(1);
    const ready = await avatar(id);
    expect(ready).toMatchObject({ status: 'READY', processedImageUri: expect.any(String) });
    const picture = await fetch(String(ready['processedImageUri']));
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
  });

  it('stays READY when the speed is lowered afterwards', async () => {
    harness.emulator.settings.processingSeconds = 0;
    const id = await createAvatar();
    expect((await avatar(id)).status).toBe('READY');
    harness.emulator.settings.processingSeconds = 100;
    expect((await avatar(id)).status).toBe('READY');
  });

  it.each([
    ['its name', { name: 'Ada [bad-output]' }],
    ['its personality', { personality: 'a [moderated] one' }],
  ])('has FAILED when %s holds a marker', async (_where, changes) => {
    const id = await createAvatar(changes);
    expect((await avatar(id)).status).toBe('PROCESSING');
    harness.clock.advance(10_000);
    expect(await avatar(id)).toMatchObject({
      status: 'FAILED',
      failureReason: expect.stringMatching(/moderation|quality/),
      processedImageUri: null,
    });
  });

  it('is processed anew with a new picture', async () => {
    const id = await createAvatar({ personality: '[moderated]' });
    harness.clock.advance(10_000);
    const reply = await update(id, { personality: 'Kind.', referenceImage: IMAGE });
    expect(reply.body).toMatchObject({
      status: 'PROCESSING',
      personality: 'Kind.',
      updatedAt: '2026-06-01T12:00:10.000Z',
    });
    harness.clock.advance(10_000);
    expect((await avatar(id)).status).toBe('READY');
  });

  it('takes no new picture while it is processed, but everything else', async () => {
    const id = await createAvatar({ startScript: 'Hello!' });
    const refused = await update(id, { name: 'Grace', referenceImage: IMAGE });
    expect([refused.status, refused.body]).toEqual([409, { error: expect.any(String) }]);
    const taken = await update(id, { startScript: null, documentIds: [ELSEWHERE.documentId] });
    expect(taken.body).toMatchObject({
      name: 'Ada',
      startScript: null,
      documentIds: [ELSEWHERE.documentId],
      status: 'PROCESSING',
    });
  });

  it.each([
    ['no field', {}, 'custom', []],
    ['an unknown field', { nickname: 'A' }, 'unrecognized_keys', []],
    ['a null', { name: null }, 'invalid_type', ['name']],
    [
      'a voice that does not exist',
      { voice: { type: 'custom', id: UNKNOWN_ID } },
      'custom',
      ['voice', 'id'],
    ],
    [
      'an upload that does not exist',
      { referenceImage: 'runway://no-such-upload' },
      'custom',
      ['referenceImage'],
    ],
  ])('is not updated with %s', async (_why, body, code, path) => {
    const reply = await update(ELSEWHERE.avatarId, body);
    expect(reply.status).toBe(400);
    expect(reply.body.issues).toMatchObject([{ code, path }]);
  });

  it('tells of a voice that was deleted', async () => {
    const voice = { type: 'custom', id: ELSEWHERE.voiceId };
    expect((await avatar(ELSEWHERE.avatarId))['voice']).toEqual({
      ...voice,
      deleted: false,
      name: expect.any(String),
      description: expect.any(String),
    });
    await call('DELETE', `/v1/voices/${ELSEWHERE.voiceId}`);
    expect((await avatar(ELSEWHERE.avatarId))['voice']).toEqual({ ...voice, deleted: true });
  });

  it('is gone after its deletion, and its pictures with it', async () => {
    const url = String((await avatar(ELSEWHERE.avatarId))['processedImageUri']);
    const path = `/v1/avatars/${ELSEWHERE.avatarId}`;
    const deleted = await call('DELETE', path);
    expect([deleted.status, deleted.body]).toEqual([204, null]);
    for (const [method, body] of [['GET'], ['DELETE'], ['PATCH', { name: 'x' }]] as const) {
      const reply = await call(method, path, body);
      expect([reply.status, reply.body]).toEqual([404, { error: 'Could not find Avatar' }]);
    }
    expect((await fetch(url)).status).toBe(404);
  });

  it('speaks in videos and sessions once it is READY', async () => {
    const avatarId = await createAvatar();
    const body = {
      model: 'gwm1_avatars',
      avatar: { type: 'custom', avatarId },
      speech: { type: 'text', text: 'hello' },
    };
    const early = await call('POST', '/v1/avatar_videos', body);
    expect([early.status, early.body.issues]).toMatchObject([
      400,
      [{ code: 'custom', path: ['avatar', 'avatarId'], message: 'The avatar is not ready' }],
    ]);
    harness.clock.advance(10_000);
    expect((await call('POST', '/v1/avatar_videos', body)).status).toBe(200);
  });
});

describe('many avatars', () => {
  it('are paged to the last, newest first, whatever is deleted meanwhile', async () => {
    const made = harness.emulator.seedAvatars(5_000);
    expect(new Set(made).size).toBe(5_000);
    const mine = await createAvatar();
    const listed: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await call('GET', `/v1/avatars?limit=100${query}`);
      const data = body['data'] as { id: string }[];
      listed.push(...data.map(({ id }) => id));
      expect(body['hasMore']).toBe(body['nextCursor'] !== null);
      cursor = body['nextCursor'] as string | null;
      // What has been shown may go: no later page shifts.
      if (listed.length === 100) await call('DELETE', `/v1/avatars/${listed[99] ?? ''}`);
    }
    expect(listed).toEqual([mine, ...made.reverse(), ELSEWHERE.avatarId]);
  });

  it('are seeded by a control call as well', async () => {
    const reply = await call('POST', '/__emulator/avatars', { count: 3 });
    expect(reply.status).toBe(200);
    for (const id of reply.body['ids'] as string[]) {
      expect(await avatar(id)).toMatchObject({ id, status: 'READY' });
    }
    expect((await call('POST', '/__emulator/avatars', { count: 10_001 })).status).toBe(400);
  });
});
