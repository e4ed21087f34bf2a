import { HEADERS, useEmulator } from './harness.js';

const harness = useEmulator();
const { call } = harness;

interface Slot {
  readonly uploadUrl: string;
  readonly fields: Record<string, string>;
  readonly runwayUri: string;
}

async function openSlot(filename = 'clip.mp4'): Promise<Slot> {
  const reply = await call('POST', '/v1/uploads', { filename, type: 'ephemeral' });
  return reply.body as unknown as Slot;
}

function fill(slot: Slot, bytes = 1_024, fields: Record<string, string> = slot.fields) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new File([new Uint8Array(bytes)], 'clip.mp4', { type: 'video/mp4' }));
  return fetch(slot.uploadUrl, { method: 'POST', body: form });
}

async function upscale(videoUri: string) {
  const reply = await call('POST', '/v1/video_upscale', {
    model: 'magnific_video_upscaler_creative',
    videoUri,
  });
  if (reply.status === 200) return [200];
  return [reply.status, reply.body.issues.map(({ path, message }) => [path, message])];
}

describe('an upload', () => {
  it('is usable once its form was sent', async () => {
    const slot = await openSlot();
    expect(slot).toEqual({
      uploadUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/uploads\//),
      fields: { key: expect.any(String), policy: expect.any(String) },
      runwayUri: expect.stringMatching(/^runway:\/\/\S{13,}/),
    });
    expect(await upscale(slot.runwayUri)).toEqual([
      400,
      [[['videoUri'], 'The upload has no file']],
    ]);
    const sent = await fill(slot);
    expect([sent.status, await sent.text()]).toEqual([204, '']);
    expect(await upscale(slot.runwayUri)).toEqual([200]);
    expect(await upscale(slot.runwayUri)).toEqual([200]);
  });

  it('expires after a day', async () => {
    const slot = await openSlot();
    await fill(slot);
    harness.clock.advance(86_399_999);
    expect(await upscale(slot.runwayUri)).toEqual([200]);
    harness.clock.advance(1);
    expect(await upscale(slot.runwayUri)).toEqual([
      400,
      [[['videoUri'], 'The upload has expired']],
    ]);
  });

  it('of a picture does not serve as a video', async () => {
    const slot = await openSlot('picture.png');
    await fill(slot);
    expect(await upscale(slot.runwayUri)).toEqual([
      400,
      [[['videoUri'], 'The upload has an unsupported type']],
    ]);
  });

  it.each([
    ['a short name', { filename: 'ab', type: 'ephemeral' }, 'too_small', ['filename']],
    ['no name', { type: 'ephemeral' }, 'invalid_type', ['filename']],
    ['an ending of no medium', { filename: 'a.exe', type: 'ephemeral' }, 'custom', ['filename']],
    ['no ending', { filename: 'movie', type: 'ephemeral' }, 'custom', ['filename']],
    ['another type', { filename: 'a.mp4', type: 'permanent' }, 'invalid_value', ['type']],
  ])('is refused with %s', async (_why, body, code, path) => {
    const reply = await call('POST', '/v1/uploads', body);
    expect(reply.status).toBe(400);
    expect(reply.body.issues).toMatchObject([{ code, path }]);
  });
});

describe('the form of an upload', () => {
  it.each([
    [
      'with a wrong policy',
      async (slot: Slot) => fill(slot, 1_024, { ...slot.fields, policy: 'x' }),
      403,
    ],
    ['without its fields', async (slot: Slot) => fill(slot, 1_024, {}), 403],
    [
      'for an unknown slot',
      async (slot: Slot) => fill({ ...slot, uploadUrl: `${slot.uploadUrl}x` }),
      403,
    ],
    ['with a tiny file', async (slot: Slot) => fill(slot, 511), 400],
    [
      'that is no form',
      async (slot: Slot) => fetch(slot.uploadUrl, { method: 'POST', body: '{}', headers: HEADERS }),
      400,
    ],
  ])('is refused %s', async (_why, send, status) => {
    const slot = await openSlot();
    expect((await send(slot)).status).toBe(status);
    expect((await upscale(slot.runwayUri))[0]).toBe(400);
  });

  it('works once', async () => {
    const slot = await openSlot();
    await fill(slot);
    expect((await fill(slot)).status).toBe(403);
  });

  it('is refused when it is an hour old', async () => {
    const slot = await openSlot();
    harness.clock.advance(3_600_000);
    expect((await fill(slot)).status).toBe(403);
  });

  it('is recorded without the file', async () => {
    const slot = await openSlot();
    await fill(slot);
    expect(harness.emulator.requests().at(-1)).toMatchObject({
      method: 'POST',
      path: new URL(slot.uploadUrl).pathname,
      body: {
        fields: slot.fields,
        file: { filename: 'clip.mp4', mimeType: 'video/mp4', bytes: 1_024 },
      },
    });
  });
});
