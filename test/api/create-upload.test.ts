import {
  CreateImageToVideoDocument,
  CreateUploadDocument,
} from '../../client/src/generated/graphql.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf } from '../support/client/tasks.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { PNG_DATA_URI } from './fixtures/media.js';

describe('createUpload', () => {
  const clock = new FakeClock();
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startGateway({}, { clock });
  });

  afterAll(() => gateway.stop());

  it('M5: returns a form that takes the file without any key, and a uri that inputs take', async () => {
    const { createUpload } = await gateway.data(CreateUploadDocument, {
      input: { filename: 'lighthouse.png' },
    });
    const png = Buffer.concat([
      Buffer.from(PNG_DATA_URI.split(',')[1] ?? '', 'base64'),
      // Runway takes no file of less than 512 bytes.
      Buffer.alloc(512),
    ]);
    const form = new FormData();
    for (const { name, value } of createUpload.fields) form.append(name, value);
    form.append('file', new Blob([png], { type: 'image/png' }), 'lighthouse.png');
    const posted = await fetch(createUpload.uploadUrl, { method: 'POST', body: form });
    expect(posted.ok).toBe(true);
    const livesMs = Date.parse(createUpload.expiresAt) - clock.now().getTime();
    expect(livesMs).toBeGreaterThan(23 * 3_600_000);

    const { createImageToVideo } = await gateway.data(CreateImageToVideoDocument, {
      input: {
        gen4Turbo: {
          promptImage: [{ uri: createUpload.runwayUri, position: 'FIRST' }],
          ratio: 'RATIO_1280_720',
          duration: 5,
        },
      },
    });
    expect(createImageToVideo.task.status).toBe('PENDING');
  });

  it('M5: never carries bytes through the gateway', async () => {
    gateway.emulator.clearRequests();
    const { createUpload } = await gateway.data(CreateUploadDocument, {
      input: { filename: 'clip.mp4' },
    });
    expect(new URL(createUpload.uploadUrl).origin).toBe(gateway.emulator.url);
    expect(gateway.emulator.requests().map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /v1/uploads',
    ]);
  });

  it('V5: tells when Runway does not take the file’s ending', async () => {
    const input = { filename: 'notes.txt' };
    const { errors = [] } = await gateway.ask(CreateUploadDocument, { input });
    expect(errors.map(({ extensions }) => extensions)).toMatchObject([
      {
        code: 'BAD_USER_INPUT',
        issues: [{ path: 'input.filename', rule: 'runway:custom' }],
        runway: { status: 400 },
      },
    ]);
  });

  it('tells when Runway cannot be reached, so that the caller may try again', async () => {
    gateway.emulator.setFault({ path: '/v1/uploads', times: 1, reset: 'beforeRead' });
    const input = { filename: 'clip.mp4' };
    const answer = await gateway.ask(CreateUploadDocument, { input });
    expect(codesOf(answer)).toEqual(['RUNWAY_UNAVAILABLE']);
    expect(answer.errors?.[0]?.extensions.retryable).toBe(true);
  });

  for (const filename of ['a', 'no-ending', '../etc/passwd.png', `${'a'.repeat(252)}.png`]) {
    it(`V5: refuses the name ${filename.slice(0, 20)} without calling Runway`, async () => {
      gateway.emulator.clearRequests();
      const answer = await gateway.ask(CreateUploadDocument, { input: { filename } });
      expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
      expect(answer.errors?.[0]?.extensions.issues?.[0]?.path).toBe('input.filename');
      expect(gateway.emulator.requests()).toEqual([]);
    });
  }
});
