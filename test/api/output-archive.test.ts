import { createHash } from 'node:crypto';
import { readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CreateVideoUpscaleDocument,
  DeleteTaskDocument,
  DeleteTenantDocument,
} from '../../client/src/generated/graphql.js';
import { createVideo, readTask, untilStatus } from '../support/client/tasks.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { FakeClock } from '../support/time/fake-clock.js';

const MB = 1_000_000;

// Guarantee: an output whose address was alive for a while is kept whole or said to be lost, and what is
// served is what Runway had.
describe('the archive of outputs', () => {
  let clock: FakeClock;
  let gateway: TestGateway;
  let anns: string;

  beforeAll(async () => {
    clock = new FakeClock();
    gateway = await startGateway(
      { ARCHIVE: 'filesystem', ARCHIVE_FILE_MB_MAX: '4', ARCHIVE_TENANT_MB_MAX: '9' },
      { clock },
    );
    gateway.emulator.settings.concurrency = null;
    anns = await gateway.keyOf('ann', ['GENERATE_VIDEO', 'TASK_READ', 'TASK_DELETE']);
  });

  afterEach(() => {
    gateway.emulator.settings.outputBytes = null;
    gateway.emulator.settings.outputSeconds = 86_400;
    gateway.emulator.clearFaults();
  });

  afterAll(() => gateway.stop());

  const make = async (key = anns): Promise<string> => {
    const { id } = await createVideo(gateway, {}, key);
    await untilStatus(gateway, clock, id, 'SUCCEEDED', key);
    return id;
  };

  const outputOf = async (id: string, key = anns) => {
    const [output] = (await readTask(gateway, id, key)).output;
    if (output === undefined) throw new Error('no output');
    return output;
  };

  const until = async (id: string, status: string, key = anns) =>
    await clock.until(
      async () => {
        const output = await outputOf(id, key);
        return output.archive?.status === status && output;
      },
      { stepMs: 5_000, steps: 120, strides: true },
    );

  const files = async (): Promise<readonly string[]> => {
    const folder = join(gateway.dataDir, 'outputs');
    const all = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    return all.filter((entry) => entry.isFile()).map(({ name }) => name);
  };

  const pathOf = (id: string): string =>
    join(gateway.dataDir, 'outputs', id.slice(0, 2), `${id}.0`);

  const bytesAt = async (url: string, headers: Record<string, string> = {}): Promise<Buffer> =>
    Buffer.from(await (await fetch(url, { headers })).arrayBuffer());

  const reads = (): number =>
    gateway.emulator.requests().filter(({ path }) => path.startsWith('/outputs/')).length;

  const upscale = (id: string) =>
    gateway.ask(
      CreateVideoUpscaleDocument,
      {
        input: {
          enhanceFrameRate: {
            videoUri: `gateway://outputs/${id}.0`,
            targetFramerate: 'TARGET_FRAMERATE_30',
          },
        },
      },
      anns,
    );

  it('keeps what Runway had, encrypted, and serves it when Runway has it no more', async () => {
    gateway.emulator.settings.outputBytes = 300_000;
    const id = await make();
    const { archive, url } = await until(id, 'KEPT');
    const before = reads();
    const bytes = await bytesAt(url);
    expect(reads()).toBe(before);
    expect(archive).toEqual({
      status: 'KEPT',
      bytes: 300_000,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    const stored = await readFile(pathOf(id));
    expect(stored.includes(bytes.subarray(100_000, 100_016))).toBe(false);
    expect((await stat(pathOf(id))).mode & 0o777).toBe(0o600);
    gateway.emulator.setFault({ path: '/outputs/*', status: 403, body: {} });
    await clock.stride(20 * 60_000);
    const later = await outputOf(id);
    expect((await bytesAt(later.url)).equals(bytes)).toBe(true);
  });

  it('is where an output that becomes an input comes from', async () => {
    const kept = await make();
    await until(kept, 'KEPT');
    gateway.emulator.setFault({ path: '/outputs/*', status: 404 });
    const { data } = await upscale(kept);
    const made = data?.createVideoUpscale?.task.id ?? '';
    await untilStatus(gateway, clock, made, 'SUCCEEDED', anns);
  });

  it('serves each part as it is in the whole, under a tag that names the whole', async () => {
    gateway.emulator.settings.outputBytes = 200_000;
    const id = await make();
    const { url, archive } = await until(id, 'KEPT');
    const whole = await bytesAt(url);
    for (const [from, to] of [
      [0, 0],
      [65_535, 65_536],
      [131_000, 199_999],
      [199_999, 400_000],
    ]) {
      const range = `bytes=${String(from)}-${String(to)}`;
      expect((await bytesAt(url, { range })).equals(whole.subarray(from, (to ?? 0) + 1))).toBe(
        true,
      );
    }
    const tag = `"${archive?.sha256 ?? ''}"`;
    const conditional = async (ifRange: string) =>
      await fetch(url, { headers: { range: 'bytes=-10', 'if-range': ifRange } });
    const good = await conditional(tag);
    expect([good.status, good.headers.get('etag')]).toEqual([206, tag]);
    expect((await good.arrayBuffer()).byteLength).toBe(10);
    expect((await conditional('"other"')).status).toBe(200);
    const beyond = await fetch(url, { headers: { range: 'bytes=200000-' } });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */200000']);
  });

  it.each([
    ['cut', async (path: string) => truncate(path, 65_564)],
    [
      'altered',
      async (path: string) => {
        const stored = await readFile(path);
        stored[50] = (stored[50] ?? 0) ^ 1;
        await writeFile(path, stored);
      },
    ],
  ])('does not serve a file that was %s on the disk, but what Runway has', async (_how, alter) => {
    gateway.emulator.settings.outputBytes = 200_000;
    const id = await make();
    const { url } = await until(id, 'KEPT');
    const before = await bytesAt(url);
    await alter(pathOf(id));
    expect((await bytesAt(url)).equals(before)).toBe(true);
  });

  it('erases the file with its task', async () => {
    const id = await make();
    await until(id, 'KEPT');
    expect(await files()).toContain(`${id}.0`);
    await gateway.data(DeleteTaskDocument, { id }, anns);
    await clock.until(async () => !(await files()).includes(`${id}.0`));
  });

  it('erases the files of a tenant that is deleted', async () => {
    const bobs = await gateway.keyOf('bob', ['GENERATE_VIDEO', 'TASK_READ']);
    const id = await make(bobs);
    await until(id, 'KEPT', bobs);
    await gateway.data(DeleteTenantDocument, { id: 'bob' });
    await clock.until(async () => !(await files()).includes(`${id}.0`));
  });

  it('does not copy what is too large, and says so', async () => {
    gateway.emulator.settings.outputBytes = 4 * MB + 1;
    const id = await make();
    const { archive, url } = await until(id, 'TOO_LARGE');
    expect(archive).toEqual({ status: 'TOO_LARGE', bytes: null, sha256: null });
    expect(await files()).not.toContain(`${id}.0.part`);
    expect((await bytesAt(url)).length).toBe(4 * MB + 1);
  });

  it('does not copy what a tenant has no room for, and says so', async () => {
    const key = await gateway.keyOf('cid', ['GENERATE_VIDEO', 'TASK_READ']);
    gateway.emulator.settings.outputBytes = 3 * MB;
    for (let count = 0; count < 3; count += 1) await until(await make(key), 'KEPT', key);
    await until(await make(key), 'OVER_QUOTA', key);
  });

  it('F25: goes on where a download breaks, and keeps nothing that is not whole', async () => {
    gateway.emulator.settings.outputBytes = 500_000;
    gateway.emulator.setFault({ path: '/outputs/*', truncate: 150_000, times: 2 });
    const before = reads();
    const broken = await make();
    const { url, archive } = await until(broken, 'KEPT');
    expect(reads() - before).toBe(3);
    const sha256 = createHash('sha256')
      .update(await bytesAt(url))
      .digest('hex');
    expect(archive).toMatchObject({ bytes: 500_000, sha256 });
    gateway.emulator.setFault({ path: '/outputs/*', lengthBy: 10, times: 1 });
    const lied = await make();
    expect((await until(lied, 'KEPT')).archive?.bytes).toBe(500_000);
  });

  it('F25: ends a download that has no end', async () => {
    gateway.emulator.setFault({ path: '/outputs/*', endless: true, times: 1 });
    await until(await make(), 'TOO_LARGE');
  });

  it('F25: tries again for as long as the address is good, and says then that the output is lost', async () => {
    gateway.emulator.setFault({ path: '/outputs/*', status: 403, body: {} });
    const id = await make();
    const before = reads();
    await clock.until(async () => Promise.resolve(reads() - before > 3), {
      stepMs: 5_000,
      steps: 100,
      strides: true,
    });
    expect((await outputOf(id)).archive?.status).toBe('WAITING');
    gateway.emulator.clearFaults();
    await until(id, 'KEPT');
    gateway.emulator.setFault({ path: '/outputs/*', status: 403, body: {} });
    gateway.emulator.settings.outputSeconds = 120;
    const other = await make();
    gateway.emulator.setFault({ path: '/v1/tasks/{id}', status: 404, body: { error: 'gone' } });
    await clock.until(async () => (await outputOf(other)).archive?.status === 'LOST', {
      stepMs: 5_000,
      steps: 100,
      strides: true,
    });
    expect((await fetch((await outputOf(other)).url)).status).toBe(404);
    const { errors } = await upscale(other);
    expect(errors?.[0]?.extensions.issues).toMatchObject([{ rule: 'output' }]);
  });
});
