import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { DeleteTaskDocument } from '../../client/src/generated/graphql.js';
import { readConfig } from '../../src/config/config.js';
import { createVideo, readTask, untilStatus } from '../support/client/tasks.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { FakeClock } from '../support/time/fake-clock.js';

const BUCKET = 'media';
const MB = 1_000_000;

// Guarantee: with ARCHIVE=s3 an output is one object of the bucket, whole, and goes with its task.
describe('the archive in a bucket', () => {
  let clock: FakeClock;
  let folder: string;
  let server: S3rver;
  let environment: Record<string, string>;
  let gateway: TestGateway;
  let other: TestGateway | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 's3-'));
    server = new S3rver({
      ...{ address: '127.0.0.1', port: 0, silent: true, directory: folder },
      configureBuckets: [{ name: BUCKET, configs: [] }],
    });
    const { port } = await server.run();
    environment = {
      ARCHIVE: 's3',
      ARCHIVE_S3_BUCKET: BUCKET,
      ARCHIVE_S3_ENDPOINT: `http://127.0.0.1:${String(port)}`,
      ARCHIVE_S3_PREFIX: 'made/',
      ARCHIVE_S3_ACCESS_KEY_ID: 'S3RVER',
      ARCHIVE_S3_SECRET_ACCESS_KEY: 'S3RVER',
    };
    clock = new FakeClock();
    gateway = await startGateway(environment, { clock });
    gateway.emulator.settings.concurrency = null;
  });

  afterAll(async () => {
    await gateway.stop();
    await other?.stop();
    await server.close();
    await rm(folder, { recursive: true });
  });

  const keep = async (at: TestGateway, time: FakeClock) => {
    const { id } = await createVideo(at);
    await untilStatus(at, time, id, 'SUCCEEDED');
    return await time.until(
      async () => {
        const [output] = (await readTask(at, id)).output;
        return output?.archive?.status === 'KEPT' && { taskId: id, ...output };
      },
      { stepMs: 1_000, steps: 300 },
    );
  };

  const objects = async (): Promise<readonly string[]> =>
    (await readdir(join(folder, BUCKET), { recursive: true })).filter((name) =>
      name.endsWith('._S3rver_object'),
    );

  it('keeps an output in parts, serves all of it and each part, and erases it with its task', async () => {
    gateway.emulator.settings.outputBytes = 20 * MB;
    gateway.emulator.setFault({ path: '/outputs/*', truncate: 9 * MB, times: 1 });
    const { id, taskId, url, archive } = await keep(gateway, clock);
    gateway.emulator.setFault({ path: '/outputs/*', status: 403, body: {} });
    const whole = Buffer.from(await (await fetch(url)).arrayBuffer());
    expect(archive).toMatchObject({
      bytes: 20 * MB,
      sha256: createHash('sha256').update(whole).digest('hex'),
    });
    const part = await fetch(url, { headers: { range: 'bytes=8388600-8388615' } });
    expect(part.status).toBe(206);
    expect(Buffer.from(await part.arrayBuffer()).equals(whole.subarray(8_388_600, 8_388_616))).toBe(
      true,
    );
    expect(await objects()).toEqual([expect.stringContaining(`made/${id}`)]);
    await gateway.data(DeleteTaskDocument, { id: taskId });
    await clock.until(async () => (await objects()).length === 0);
  });

  it('sends clients to the bucket with ARCHIVE_REDIRECT', async () => {
    const time = new FakeClock();
    other = await startGateway({ ...environment, ARCHIVE_REDIRECT: 'true' }, { clock: time });
    const { url } = await keep(other, time);
    const answer = await fetch(url, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([
      302,
      'private, no-store',
    ]);
    const location = new URL(answer.headers.get('location') ?? '');
    expect(location.origin).toBe(environment['ARCHIVE_S3_ENDPOINT']);
    expect(location.searchParams.get('X-Amz-Expires')).toBe('60');
    const object = await fetch(location);
    expect([object.status, object.headers.get('content-type')]).toEqual([200, 'video/mp4']);
    expect(object.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[0-9a-f-]+-0.mp4"$/,
    );
    expect((await object.arrayBuffer()).byteLength).toBeGreaterThan(1_000);
  });

  it('needs its settings together', () => {
    const problems = (env: Record<string, string>): string => {
      try {
        readConfig(env);
        return '';
      } catch (error) {
        return String(error);
      }
    };
    expect(problems({ ARCHIVE: 's3' })).toContain('ARCHIVE_S3_BUCKET must be set together');
    expect(problems({ ARCHIVE_S3_BUCKET: BUCKET })).toContain('must be set together');
    expect(problems({ ARCHIVE_REDIRECT: 'true' })).toContain('ARCHIVE_REDIRECT must');
    const { ARCHIVE_S3_SECRET_ACCESS_KEY: _secret, ...half } = environment;
    expect(problems(half)).toContain('ARCHIVE_S3_SECRET_ACCESS_KEY must');
    const nodes = { DATABASE_URL: 'postgres://db/gateway', REDIS_URL: 'redis://cache' };
    expect(problems({ ...nodes, ARCHIVE: 'filesystem' })).toContain('serves one process');
    expect(readConfig(nodes).archive.kind).toBe('off');
    expect(readConfig({}).archive.kind).toBe('filesystem');
  });
});
