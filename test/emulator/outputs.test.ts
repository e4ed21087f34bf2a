import { setImmediate as nextTurn } from 'node:timers/promises';
import { useEmulator } from './harness.js';

const harness = useEmulator({ taskSeconds: 0, outputSeconds: 60 });
const { call, create, task } = harness;

const IMAGE = 'https://example.com/picture.png';
const VIDEO = 'https://example.com/clip.mp4';
const voice = { type: 'runway-preset', presetId: 'Maya' } as const;

async function outputsOf(path: string, body: object): Promise<string[]> {
  const { body: created } = await call('POST', `/v1/${path}`, body);
  return ((await task(created.id)).body as unknown as { output: string[] }).output;
}

async function anOutput(): Promise<string> {
  const output = await outputsOf('image_upscale', {
    model: 'magnific_precision_upscaler_v2',
    imageUri: IMAGE,
  });
  return output[0] ?? '';
}

/** The first bytes of each kind of file, at their offset. */
const MAGIC: Readonly<Record<string, readonly [offset: number, bytes: string]>> = {
  'video/mp4': [4, 'ftyp'],
  'video/quicktime': [4, 'ftyp'],
  'image/png': [1, 'PNG'],
  'image/jpeg': [0, '\xff\xd8'],
  'image/webp': [8, 'WEBP'],
  'audio/wav': [8, 'WAVE'],
  'audio/mpeg': [0, '\xff'],
  'audio/ogg': [0, 'OggS'],
  'application/zip': [0, 'PK\u0003\u0004'],
};

describe('the files of a task', () => {
  const seedAudio = { model: 'seed_audio', promptText: 'x' };
  const gen = { model: 'gen4.5', promptText: 'x', ratio: '1280:720', duration: 5 };
  const speaker = { model: 'eleven_multilingual_sts_v2', voice };
  it.each([
    ['text_to_video', gen, ['video/mp4']],
    ['text_to_video', { ...gen, outputFormat: 'prores' }, ['video/quicktime']],
    ['text_to_video', { ...gen, outputFormat: 'png_sequence' }, ['application/zip', 'audio/wav']],
    [
      'text_to_video',
      { ...gen, outputFormat: 'hdr_exr_sequence' },
      ['application/zip', 'audio/wav'],
    ],
    ['text_to_video', { ...gen, outputFormat: 'hdr10' }, ['video/mp4']],
    [
      'video_to_hdr',
      { model: 'ruby', videoUri: VIDEO, outputFormat: 'hdr_prores' },
      ['video/quicktime'],
    ],
    [
      'text_to_image',
      { model: 'seedream5_lite', promptText: 'x', ratio: '2048:2048', outputFormat: 'jpeg' },
      ['image/jpeg'],
    ],
    [
      'text_to_image',
      { model: 'gpt_image_2', promptText: 'x', ratio: 'auto', outputCount: 2 },
      ['image/png', 'image/png'],
    ],
    ['text_to_speech', { model: 'eleven_v3', promptText: 'x', voice }, ['audio/mpeg']],
    ['text_to_speech', { ...seedAudio, outputFormat: 'wav' }, ['audio/wav']],
    ['sound_effect', { ...seedAudio, outputFormat: 'ogg_opus' }, ['audio/ogg']],
    ['speech_to_speech', { ...speaker, media: { type: 'video', uri: VIDEO } }, ['video/mp4']],
    [
      'generate/image',
      { configId: 'default', input: { promptText: 'x', outputCount: 3 } },
      ['image/png', 'image/png', 'image/png'],
    ],
    [
      'generate/audio',
      { configId: 'default', input: { type: 'audio', promptText: 'x' } },
      ['audio/mpeg'],
    ],
    [
      'recipes/product_campaign_image',
      { image: { uri: IMAGE }, prompt: 'x', version: '2026-06' },
      Array(4).fill('image/png'),
    ],
  ])('are of the kind that was asked for: %s %j', async (path, body, types) => {
    const outputs = await outputsOf(path, body);
    const files = await Promise.all(outputs.map((url) => fetch(url)));
    expect(files.map((file) => file.headers.get('content-type'))).toEqual(types);
    for (const file of files) {
      const [offset, bytes] = MAGIC[file.headers.get('content-type') ?? ''] ?? [0, 'unknown'];
      const content = Buffer.from(await file.arrayBuffer());
      expect(content.subarray(offset, offset + bytes.length).toString('latin1')).toBe(bytes);
      expect(content.length).toBeLessThan(50_000);
    }
  });

  it('look different from each other', async () => {
    const bytes = async () => Buffer.from(await (await fetch(await anOutput())).arrayBuffer());
    expect((await bytes()).equals(await bytes())).toBe(false);
  });
});

describe('a range', () => {
  it.each([
    ['bytes=0-3', 206, (all: Buffer) => all.subarray(0, 4)],
    ['bytes=4-', 206, (all: Buffer) => all.subarray(4)],
    ['bytes=-5', 206, (all: Buffer) => all.subarray(-5)],
    ['bytes=2-999999', 206, (all: Buffer) => all.subarray(2)],
    ['bytes=999999-', 416, () => Buffer.alloc(0)],
    ['bytes=3-2', 416, () => Buffer.alloc(0)],
    ['bytes=-0', 416, () => Buffer.alloc(0)],
    ['lines=1-2', 200, (all: Buffer) => all],
    ['bytes=0-1,4-5', 200, (all: Buffer) => all],
  ])('%s is answered with %i', async (range, status, part) => {
    const url = await anOutput();
    const all = Buffer.from(await (await fetch(url)).arrayBuffer());
    const reply = await fetch(url, { headers: { range } });
    expect(reply.status).toBe(status);
    expect(Buffer.from(await reply.arrayBuffer())).toEqual(part(all));
  });

  it('says which bytes it has', async () => {
    const url = await anOutput();
    const all = await (await fetch(url)).arrayBuffer();
    const reply = await fetch(url, { headers: { range: 'bytes=1-2' } });
    expect(reply.headers.get('content-range')).toBe(`bytes 1-2/${String(all.byteLength)}`);
    const beyond = await fetch(url, { headers: { range: 'bytes=999999-' } });
    expect(beyond.headers.get('content-range')).toBe(`bytes */${String(all.byteLength)}`);
  });

  it('is offered, also to HEAD, which gets no body', async () => {
    const reply = await fetch(await anOutput(), { method: 'HEAD' });
    expect([reply.status, reply.headers.get('accept-ranges')]).toEqual([200, 'bytes']);
    expect((await reply.arrayBuffer()).byteLength).toBe(0);
    expect(Number(reply.headers.get('content-length'))).toBeGreaterThan(100);
  });
});

describe('the address of an output', () => {
  it('carries its expiry as a JWT does', async () => {
    const token = new URL(await anOutput()).searchParams.get('_jwt') ?? '';
    const claims: unknown = JSON.parse(
      Buffer.from(token.split('.')[1] ?? '', 'base64url').toString(),
    );
    const nowSeconds = harness.clock.now().getTime() / 1_000;
    expect(claims).toMatchObject({ exp: nowSeconds + 60 });
  });

  it('expires, and a new look at the task gives a fresh one', async () => {
    const id = await create();
    const first = ((await task(id)).body['output'] as string[])[0] ?? '';
    harness.clock.advance(59_999);
    expect((await fetch(first)).status).toBe(200);
    harness.clock.advance(1);
    expect((await fetch(first)).status).toBe(403);
    const second = ((await task(id)).body['output'] as string[])[0] ?? '';
    expect(second).not.toBe(first);
    expect((await fetch(second)).status).toBe(200);
  });

  it.each([
    [
      'without a token',
      (url: URL) => {
        url.searchParams.delete('_jwt');
      },
    ],
    [
      'with a forged expiry',
      (url: URL) => {
        const [header, , signature] = (url.searchParams.get('_jwt') ?? '').split('.');
        const claims = { path: url.pathname, exp: 9_999_999_999 };
        const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
        url.searchParams.set('_jwt', [header, payload, signature].join('.'));
      },
    ],
    [
      'with the token of another file',
      (url: URL) => {
        url.pathname = '/outputs/other.png';
      },
    ],
    [
      'with no JWT at all',
      (url: URL) => {
        url.searchParams.set('_jwt', 'abc');
      },
    ],
  ])('is refused %s', async (_how, spoil) => {
    const url = new URL(await anOutput());
    spoil(url);
    expect((await fetch(url)).status).toBe(403);
  });
});

describe('an output of a size that is set', () => {
  /** More than memory would hold. */
  const TB = 1_000_000_000_000;

  beforeEach(() => {
    harness.emulator.settings.outputBytes = TB;
  });

  it('begins as the file does, and is as long as it says', async () => {
    harness.emulator.settings.outputBytes = 200_000;
    const url = await anOutput();
    const reply = await fetch(url);
    const bytes = Buffer.from(await reply.arrayBuffer());
    expect([reply.headers.get('content-length'), bytes.length]).toEqual(['200000', 200_000]);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(Buffer.from(await (await fetch(url)).arrayBuffer()).equals(bytes)).toBe(true);
  });

  it.each([
    ['bytes=150-70000', 150, 70_000],
    ['bytes=65530-65545', 65_530, 65_545],
    ['bytes=199999-', 199_999, 199_999],
    ['bytes=-3', 199_997, 199_999],
  ])('gives %s as it stands in the whole', async (range, from, to) => {
    harness.emulator.settings.outputBytes = 200_000;
    const url = await anOutput();
    const whole = Buffer.from(await (await fetch(url)).arrayBuffer());
    const reply = await fetch(url, { headers: { range } });
    expect([reply.status, reply.headers.get('content-range')]).toEqual([
      206,
      `bytes ${String(from)}-${String(to)}/200000`,
    ]);
    expect(Buffer.from(await reply.arrayBuffer()).equals(whole.subarray(from, to + 1))).toBe(true);
  });

  it('is made only as far as it is read', async () => {
    const reply = await fetch(await anOutput());
    expect(reply.headers.get('content-length')).toBe(String(TB));
    expect(await bytesUpTo(reply, 1_000_000)).toBeGreaterThanOrEqual(1_000_000);
  });

  it('has its end within reach of a range', async () => {
    const reply = await fetch(await anOutput(), {
      headers: { range: `bytes=${String(TB - 2)}-` },
    });
    expect((await reply.arrayBuffer()).byteLength).toBe(2);
  });

  it('is told of by HEAD, which gets no body', async () => {
    const reply = await fetch(await anOutput(), { method: 'HEAD' });
    expect(reply.headers.get('content-length')).toBe(String(TB));
    expect((await reply.arrayBuffer()).byteLength).toBe(0);
  });
});

describe('an output that fails', () => {
  const PATH = '/outputs/*';

  it('breaks in the middle, also when it is long', async () => {
    harness.emulator.settings.outputBytes = 10_000_000;
    harness.emulator.setFault({ path: PATH, truncate: 300_000 });
    const reply = await fetch(await anOutput());
    expect(reply.headers.get('content-length')).toBe('10000000');
    await expect(reply.arrayBuffer()).rejects.toThrow('terminated');
  });

  it('states more bytes than it has', async () => {
    harness.emulator.setFault({ path: PATH, lengthBy: 7 });
    const reply = await fetch(await anOutput());
    await expect(reply.arrayBuffer()).rejects.toThrow('terminated');
  });

  it('states fewer bytes than it has', async () => {
    const url = await anOutput();
    const { length } = Buffer.from(await (await fetch(url)).arrayBuffer());
    harness.emulator.setFault({ path: PATH, lengthBy: -7 });
    const reply = await fetch(url);
    expect(reply.headers.get('content-length')).toBe(String(length - 7));
    expect((await reply.arrayBuffer()).byteLength).toBe(length - 7);
  });

  it('changes its length between two reads', async () => {
    const url = await anOutput();
    const first = await (await fetch(url)).arrayBuffer();
    harness.emulator.settings.outputBytes = first.byteLength + 1;
    expect((await (await fetch(url)).arrayBuffer()).byteLength).toBe(first.byteLength + 1);
  });

  it('goes on without an end, and states no length', async () => {
    harness.emulator.setFault({ path: PATH, endless: true });
    const reply = await fetch(await anOutput());
    expect(reply.headers.get('content-length')).toBeNull();
    expect(await bytesUpTo(reply, 2_000_000)).toBeGreaterThanOrEqual(2_000_000);
  });

  it('drips, and a client may leave it', async () => {
    harness.emulator.settings.outputBytes = 10_000_000;
    harness.emulator.setFault({ path: PATH, dripMs: 1_000 });
    const leaving = new AbortController();
    const reply = await fetch(await anOutput(), { signal: leaving.signal });
    const reading = reply.arrayBuffer().catch((error: unknown) => (error as Error).name);
    while (harness.clock.sleeping === 0) await nextTurn();
    leaving.abort();
    expect(await reading).toBe('AbortError');
  });

  it.each([403, 500])('answers %i before its end, and then as it is', async (status) => {
    const url = await anOutput();
    harness.emulator.setFault({ path: PATH, status, times: 1 });
    expect((await fetch(url)).status).toBe(status);
    expect((await fetch(url)).status).toBe(200);
  });
});

/** Reads until so many bytes have come, leaves, and says how many came. */
async function bytesUpTo(reply: Response, wanted: number): Promise<number> {
  const reader = reply.body?.getReader();
  let bytes = 0;
  while (reader !== undefined && bytes < wanted) {
    const { value, done } = await reader.read();
    if (done) break;
    bytes += (value as Uint8Array).length;
  }
  await reader?.cancel();
  return bytes;
}
