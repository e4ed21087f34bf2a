import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import {
  DeleteTaskDocument,
  ResumeTenantDocument,
  SuspendTenantDocument,
} from '../../client/src/generated/graphql.js';
import type { Logger } from '../../src/ports/logger.js';
import { createVideo, untilStatus } from '../support/client/tasks.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { FakeClock } from '../support/time/fake-clock.js';

const MINUTE_MS = 60_000;

describe('the address of an output', () => {
  let clock: FakeClock;
  let gateway: TestGateway;
  let anns: string;
  let bobs: string;
  const logged: string[] = [];

  beforeAll(async () => {
    clock = new FakeClock();
    gateway = await startGateway({ LOG_LEVEL: 'debug' }, { clock, log: recording(logged) });
    gateway.emulator.settings.concurrency = null;
    anns = await gateway.keyOf('ann', [
      'GENERATE_VIDEO',
      'TASK_READ',
      'TASK_CANCEL',
      'TASK_DELETE',
    ]);
    bobs = await gateway.keyOf('bob', ['GENERATE_VIDEO', 'TASK_READ']);
  });

  afterAll(() => gateway.stop());

  async function addressOf(key: string): Promise<{ id: string; url: URL }> {
    const { id } = await createVideo(gateway, { label: 'secret plans.mp4' }, key);
    const { output } = await untilStatus(gateway, clock, id, 'SUCCEEDED', key);
    return { id, url: new URL(output[0]?.url ?? '') };
  }

  /** What anyone may know who asks for another's file. */
  async function refusalAt(url: URL): Promise<unknown> {
    const answer = await fetch(url);
    const body = (await answer.json()) as { errors: { extensions: Record<string, unknown> }[] };
    for (const { extensions } of body.errors) delete extensions['requestId'];
    return { status: answer.status, body };
  }

  it('M6: serves the file as one to save, with nothing that a browser would run or keep', async () => {
    const { id, url } = await addressOf(anns);
    const answer = await fetch(url);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'video/mp4',
      'content-disposition': `attachment; filename="${id}-0.mp4"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'cross-origin',
      'content-security-policy': expect.stringContaining('sandbox') as string,
      'accept-ranges': 'bytes',
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.length).toBe(Number(answer.headers.get('content-length')));
    expect(bytes.subarray(4, 8).toString()).toBe('ftyp');
  });

  it('M6: ends after some minutes, opens for its own tenant alone, and names neither Runway nor a secret', async () => {
    const { url } = await addressOf(anns);
    const { url: bobsUrl } = await addressOf(bobs);
    expect(url.href).not.toContain(new URL(gateway.emulator.url).host);
    const refused = await refusalAt(new URL(`${url.origin}/outputs/nothing`));
    expect(refused).toMatchObject({ status: 404 });
    const altered = [
      (other: URL) => other.searchParams.set('signature', 'A'.repeat(43)),
      (other: URL) => other.searchParams.delete('signature'),
      (other: URL) => other.searchParams.set('expires', '99999999999'),
      (other: URL) => other.searchParams.set('disposition', 'inline'),
      (other: URL) => other.searchParams.set('disposition', 'any'),
      (other: URL) => other.searchParams.append('expires', '99999999999'),
      (other: URL) => (other.pathname = bobsUrl.pathname),
      (other: URL) => (other.pathname = other.pathname.replace(/0$/, '1')),
      (other: URL) => (other.pathname = '/outputs/00000000-0000-4000-8000-000000000000.0'),
      (other: URL) => (other.pathname = '/outputs/..%2f..%2fetc%2fpasswd'),
    ];
    for (const alter of altered) {
      const other = new URL(url);
      alter(other);
      expect(await refusalAt(other)).toEqual(refused);
    }
    await clock.stride(14 * MINUTE_MS);
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(200);
    await clock.advance(2 * MINUTE_MS);
    expect(await refusalAt(url)).toEqual(refused);
  });

  it('M6: opens nothing once the task is deleted, or while its tenant is suspended', async () => {
    const { url, id } = await addressOf(anns);
    const { url: bobsUrl } = await addressOf(bobs);
    await gateway.data(SuspendTenantDocument, { id: 'bob' });
    expect((await fetch(bobsUrl)).status).toBe(404);
    await gateway.data(ResumeTenantDocument, { id: 'bob' });
    expect((await fetch(bobsUrl)).status).toBe(200);
    await gateway.data(DeleteTaskDocument, { id }, anns);
    expect((await fetch(url)).status).toBe(404);
  });

  it('M6: is of an origin apart, and serves no file beside the graph', async () => {
    const { url } = await addressOf(anns);
    const beside = new URL(url);
    beside.host = new URL(gateway.url).host;
    expect(beside.origin).not.toBe(url.origin);
    expect((await fetch(beside)).status).toBe(404);
  });

  it('M6: leaves no signature in logs', async () => {
    const { url } = await addressOf(anns);
    await fetch(url);
    await fetch(new URL(url.href.replace(/signature=./, 'signature=_')));
    await clock.advance(0);
    const signature = url.searchParams.get('signature') ?? '';
    expect(logged.join('\n')).not.toContain(signature.slice(1));
    expect(logged.join('\n')).not.toContain('_jwt');
  });

  it('M18: says nothing that a tenant has named, in no header', async () => {
    const { url } = await addressOf(anns);
    const { headers } = await fetch(url);
    const all = JSON.stringify([url.href, ...headers]);
    for (const words of ['secret', 'plans', 'ann', 'Lighthouse', 'lighthouse']) {
      expect(all.replaceAll('cross-origin', '')).not.toContain(words);
    }
  });

  it('F25: serves parts of a file, and refuses what lies beyond it', async () => {
    const { url } = await addressOf(anns);
    const whole = Buffer.from(await (await fetch(url)).arrayBuffer());
    const part = async (range: string) => {
      const answer = await fetch(url, { headers: { range } });
      const bytes = Buffer.from(await answer.arrayBuffer());
      return [answer.status, answer.headers.get('content-range'), bytes.toString('base64')];
    };
    const size = String(whole.length);
    const based = (from: number, to?: number): string =>
      whole.subarray(from, to).toString('base64');
    expect(await part('bytes=0-3')).toEqual([206, `bytes 0-3/${size}`, based(0, 4)]);
    const tail = `bytes ${String(whole.length - 5)}-${String(whole.length - 1)}/${size}`;
    expect(await part('bytes=-5')).toEqual([206, tail, based(-5)]);
    expect(await part(`bytes=${size}-`)).toEqual([416, `bytes */${size}`, '']);
    for (const other of ['bytes=0-1,3-4', 'lines=0-3', 'bytes=5-2']) {
      expect(await part(other)).toEqual([200, null, based(0)]);
    }
  });

  it('F25: answers GET and HEAD alone, whatever the name of the host is', async () => {
    const { url } = await addressOf(anns);
    expect((await fetch(url, { method: 'POST' })).status).toBe(405);
    const foreign = request(gateway.url + url.pathname + url.search, {
      headers: { host: 'evil.example' },
    });
    const status = new Promise<number | undefined>((resolve) => {
      foreign.on('response', (answer) => {
        void text(answer).then(() => {
          resolve(answer.statusCode);
        });
      });
    });
    foreign.end();
    expect(await status).toBe(404);
  });
});

function recording(lines: string[]): Logger {
  const record = (fields: object, message: string): void => {
    lines.push(JSON.stringify([fields, message]));
  };
  return { debug: record, info: record, warn: record, error: record };
}
