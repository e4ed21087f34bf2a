import { ELSEWHERE } from '../../src/emulator/resources/seeded.js';
import { useEmulator } from './harness.js';

const harness = useEmulator({ processingSeconds: 10, outputSeconds: 60 });
const { call } = harness;

const TEXT = { type: 'text', model: 'eleven_ttv_v3', prompt: 'A calm and friendly narrator.' };
const AUDIO = { type: 'audio', audio: 'https://example.com/voice.mp3' };

const voice = async (id: string) => (await call('GET', `/v1/voices/${id}`)).body;

async function expectSound(url: unknown): Promise<void> {
  const sound = await fetch(String(url));
  expect([sound.status, sound.headers.get('content-type')]).toEqual([200, 'audio/mpeg']);
  expect((await sound.arrayBuffer()).byteLength).toBeGreaterThan(1_000);
}

describe('a voice', () => {
  it.each([
    ['a text', TEXT],
    ['a sound', AUDIO],
  ])('made of %s is PROCESSING, then READY and to be heard', async (_what, from) => {
    const created = await call('POST', '/v1/voices', { name: 'Ada', from });
    const { id } = created.body;
    expect(created.body).toEqual({ id: expect.any(String) });
    const base = { id, name: 'Ada', description: null, createdAt: '2026-06-01T12:00:00.000Z' };
    expect(await voice(id)).toEqual({ ...base, status: 'PROCESSING' });
    harness.clock.advance(10_000);
    const ready = await voice(id);
    expect(ready).toEqual({ ...base, status: 'READY', previewUrl: expect.any(String) });
    await expectSound(ready['previewUrl']);
  });

  it('has FAILED when its prompt holds a marker', async () => {
    const from = { ...TEXT, prompt: 'A [moderated] narrator, far too much so.' };
    const { id } = (await call('POST', '/v1/voices', { name: 'Ada', from })).body;
    harness.clock.advance(10_000);
    expect(await voice(id)).toMatchObject({
      status: 'FAILED',
      failureReason: 'The text was refused by moderation.',
    });
  });

  it('keeps what an update leaves out, and clears what it says is null', async () => {
    const path = `/v1/voices/${ELSEWHERE.voiceId}`;
    const before = await voice(ELSEWHERE.voiceId);
    const renamed = await call('PATCH', path, { name: 'Grace' });
    expect(renamed.body).toMatchObject({ name: 'Grace', description: before['description'] });
    const cleared = await call('PATCH', path, { description: null });
    expect(cleared.body).toMatchObject({ name: 'Grace', description: null, status: 'READY' });
    expect((await call('PATCH', path, { colour: 'red' })).status).toBe(400);
  });

  it('is gone after its deletion, and its sample with it', async () => {
    const { previewUrl } = (await voice(ELSEWHERE.voiceId)) as unknown as { previewUrl: string };
    const path = `/v1/voices/${ELSEWHERE.voiceId}`;
    expect((await call('DELETE', path)).status).toBe(204);
    for (const method of ['GET', 'DELETE', 'PATCH']) {
      const reply = await call(method, path, method === 'PATCH' ? { name: 'x' } : undefined);
      expect([reply.status, reply.body]).toEqual([404, { error: 'Could not find Voice' }]);
    }
    expect((await fetch(previewUrl)).status).toBe(404);
  });
});

describe('a preview of a voice', () => {
  it('is there at once, as long as its address is good', async () => {
    const { model, prompt } = TEXT;
    const { body } = await call('POST', '/v1/voices/preview', { model, prompt });
    expect(body).toEqual({ url: expect.any(String), durationSecs: 1 });
    await expectSound(body['url']);
    harness.clock.advance(60_000);
    expect((await fetch(String(body['url']))).status).toBe(403);
  });
});
