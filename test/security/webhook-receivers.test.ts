// Guarantee: a receiver that a tenant names is no way into the network, no reader of another tenant's
// tasks, and no burden on other receivers, whatever it resolves to and however it answers.
import { once } from 'node:events';
import {
  CreateWebhookDocument,
  DeleteWebhookDocument,
  TestWebhookDocument,
  WebhookDeliveriesDocument,
  type WebhookDeliveryFieldsFragment,
} from '../../client/src/generated/graphql.js';
import {
  UndiciGuardedHttp,
  type ResolveAll,
} from '../../src/adapters/outward/undici-guarded-http.js';
import { isPublicAddress } from '../../src/domain/special-addresses.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { eventually } from '../support/time/eventually.js';
import { answering, Receiver, verified, type Respond } from '../support/webhooks/receiver.js';

const GIGABYTE = 1_073_741_824;
const CHUNK = Buffer.alloc(65_536, 'x');
/** More than sockets and streams hold of what is not read. */
const UNREAD_MAX = 32 * 1_048_576;

const SPECIAL = [
  ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.31.255.255'],
  ...['192.0.0.1', '192.0.2.1', '192.168.1.1', '198.19.0.1', '224.0.0.1', '240.0.0.1'],
  ...['255.255.255.255', '::', '::1', '::ffff:10.0.0.1', '::ffff:a00:1', '::10.0.0.1'],
  ...['64:ff9b::a00:1', '64:ff9b:1::1', '100::1', '2001::1', '2001:db8::1', '2002:a00:1::'],
  ...['fc00::1', 'fd12:3456::1', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', 'no address'],
];

/** Answers with each list in turn, the last one for ever, and counts. */
function resolving(...answers: readonly (readonly string[])[]) {
  const asked: string[] = [];
  const resolve: ResolveAll = (hostname, _options, callback) => {
    const addresses = answers[Math.min(asked.length, answers.length - 1)] ?? [];
    asked.push(hostname);
    const family = (address: string) => (address.includes(':') ? 6 : 4);
    callback(
      null,
      addresses.map((address) => ({ address, family: family(address) })),
    );
  };
  return { asked, resolve };
}

describe('requests to addresses that tenants name', () => {
  let receiver: Receiver;
  let opened: UndiciGuardedHttp[] = [];
  beforeEach(async () => {
    receiver = await Receiver.start();
  });
  afterEach(async () => {
    await Promise.all(opened.map((http) => http.close()));
    opened = [];
    await receiver.stop();
  });

  function guarded(resolve: ResolveAll, mayReachLoopback = true): UndiciGuardedHttp {
    const http = new UndiciGuardedHttp({ mayReachLoopback, resolve });
    opened.push(http);
    return http;
  }

  const post = (http: UndiciGuardedHttp, url: string, deadlineMs = 10_000) =>
    http.post({ url, headers: {}, body: '{}', deadlineMs, answerBytesMax: 1_024 });

  const named = () => receiver.url.replace('127.0.0.1', 'hooks.example.com');

  it.each(SPECIAL)('V4: %s is no address of the public internet', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['1.1.1.1', '8.8.8.8', '100.128.0.1', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8'])(
    'V4: %s is one',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it('V4: a name that resolves to a good address and then to a private one reaches the first alone', async () => {
    const { resolve, asked } = resolving(['127.0.0.1'], ['10.0.0.1']);
    const http = guarded(resolve);
    expect(await post(http, named())).toMatchObject({ kind: 'answered', status: 200 });
    // The socket had the very address that was checked: the name was resolved once for it.
    expect(asked).toEqual(['hooks.example.com']);
    await http.close();
    const later = guarded(resolve);
    expect(await post(later, named())).toEqual({ kind: 'failed', failure: 'ADDRESS_REFUSED' });
    expect(receiver.received).toHaveLength(1);
  });

  it('V4: one private address among several refuses the name', async () => {
    for (const address of ['10.0.0.1', '::1', '::ffff:127.0.0.1', '169.254.169.254']) {
      const { resolve } = resolving(['8.8.8.8', address]);
      const http = guarded(resolve, false);
      const answer = await post(http, 'https://hooks.example.com/');
      expect([address, answer]).toEqual([address, { kind: 'failed', failure: 'ADDRESS_REFUSED' }]);
    }
  });

  it('V4: addresses in the URL, in every spelling, and plain http are refused without the switch', async () => {
    const { resolve, asked } = resolving(['127.0.0.1']);
    const http = guarded(resolve, false);
    const { port } = new URL(receiver.url);
    const hosts = [
      '127.0.0.1',
      '127.1',
      '2130706433',
      '0x7f.1',
      '[::1]',
      '[::ffff:7f00:1]',
      '10.0.0.1',
    ];
    for (const url of [...hosts.map((host) => `https://${host}:${port}/`), receiver.url, named()]) {
      const answer = await post(http, url);
      expect([url, answer]).toEqual([url, { kind: 'failed', failure: 'ADDRESS_REFUSED' }]);
    }
    expect(asked).toEqual([]);
    expect(receiver.received).toEqual([]);
  });

  it('tells a name that does not resolve, a refused connection and a certificate apart', async () => {
    const { resolve } = resolving([]);
    expect(await post(guarded(resolve), named())).toEqual({
      kind: 'failed',
      failure: 'NAME_NOT_FOUND',
    });
    const http = guarded(resolving(['127.0.0.1']).resolve);
    expect(await post(http, 'http://hooks.example.com:1/')).toEqual({
      kind: 'failed',
      failure: 'CONNECTION_FAILED',
    });
    // It speaks no TLS.
    const { failure } = (await post(http, named().replace('http:', 'https:'))) as {
      failure: string;
    };
    expect(['CERTIFICATE_REFUSED', 'CONNECTION_LOST']).toContain(failure);
  });

  it('follows no redirect', async () => {
    receiver.respond = answering(302, { location: `${receiver.url}/elsewhere` });
    const http = guarded(resolving(['127.0.0.1']).resolve);
    expect(await post(http, named())).toMatchObject({ kind: 'answered', status: 302 });
    expect(receiver.received).toHaveLength(1);
  });

  it.each([
    ['without an end', {}],
    ['of 10 GB', { 'content-length': String(10 * GIGABYTE) }],
  ])('reads 1,024 bytes of an answer %s, and ends the connection', async (_what, headers) => {
    let written = 0;
    let ended: Promise<unknown> = Promise.resolve();
    receiver.respond = (response) => {
      ended = once(response, 'close');
      response.writeHead(200, headers);
      const write = (): void => {
        while (!response.destroyed && response.write(CHUNK)) written += CHUNK.length;
      };
      response.on('drain', write);
      write();
    };
    const http = guarded(resolving(['127.0.0.1']).resolve);
    const answer = await post(http, named());
    expect(answer).toMatchObject({ kind: 'answered', status: 200, body: 'x'.repeat(1_024) });
    await ended;
    expect(written).toBeLessThan(UNREAD_MAX);
  });

  it('ends with its deadline where headers, or a body, come drop by drop', async () => {
    const drops: NodeJS.Timeout[] = [];
    const drip = (each: () => void): void => {
      drops.push(setInterval(each, 20));
    };
    const http = guarded(resolving(['127.0.0.1']).resolve);
    receiver.respond = (response) => {
      const { socket } = response;
      socket?.write('HTTP/1.1 200 OK\r\n');
      drip(() => socket?.write('x-drop: 1\r\n'));
    };
    expect(await post(http, named(), 300)).toEqual({ kind: 'failed', failure: 'TIMEOUT' });
    receiver.respond = (response) => {
      response.writeHead(200);
      drip(() => response.write('.'));
    };
    expect(await post(http, named(), 300)).toMatchObject({ kind: 'answered', status: 200 });
    drops.forEach(clearInterval);
  });
});

describe('webhooks and their receivers', () => {
  let gateway: TestGateway;
  let keys: readonly [string, string];
  const { resolve } = resolving(['10.0.0.1']);
  beforeAll(async () => {
    const environment = {
      WEBHOOK_LOOPBACK: 'true',
      WEBHOOK_TIMEOUT_SECONDS: '30',
      WEBHOOK_CONCURRENCY: '4',
      WEBHOOK_TENANT_CONCURRENCY: '3',
    };
    gateway = await startGateway(environment, { resolveName: resolve });
    keys = [
      await gateway.keyOf('acme', ['WEBHOOK_READ', 'WEBHOOK_WRITE']),
      await gateway.keyOf('rival', ['WEBHOOK_READ', 'WEBHOOK_WRITE']),
    ];
  }, 120_000);
  afterAll(() => gateway.stop());

  async function hook(url: string, key: string): Promise<{ id: string; secret: string }> {
    const { createWebhook } = await gateway.data(CreateWebhookDocument, { input: { url } }, key);
    return { id: createWebhook.webhook.id, secret: createWebhook.secret };
  }

  async function untilAttempt(webhook: string, key: string) {
    let found: WebhookDeliveryFieldsFragment | undefined;
    await eventually(async () => {
      const filter = { filter: { webhook } };
      const answer = await gateway.data(WebhookDeliveriesDocument, filter, key);
      found = answer.webhookDeliveries.nodes[0];
      expect(found?.lastAttempt).toBeTruthy();
    });
    return found;
  }

  it('V4: a name that resolves to a private address is told as refused, and nothing is sent', async () => {
    const [key] = keys;
    const { id } = await hook('https://hooks.example.com/', key);
    await gateway.data(TestWebhookDocument, { id }, key);
    expect(await untilAttempt(id, key)).toMatchObject({
      status: 'PENDING',
      lastAttempt: { status: null, error: 'ADDRESS_REFUSED', response: null },
    });
    await gateway.data(DeleteWebhookDocument, { id }, key);
  });

  it('M13: a signature holds for its secret, id, time and body alone', async () => {
    const [key, rival] = keys;
    const receiver = await Receiver.start();
    const own = await hook(receiver.url, key);
    const theirs = await hook(receiver.url, rival);
    await gateway.data(TestWebhookDocument, { id: own.id }, key);
    await eventually(() => {
      expect(receiver.received).toHaveLength(1);
    });
    const [received] = receiver.received;
    if (received === undefined) throw new Error('Nothing came');
    const { headers, body } = received;
    const at = new Date(Number(headers['webhook-timestamp']) * 1_000);
    expect(verified(own.secret, received)).toMatchObject({ type: 'webhook.test' });
    const later = String(Number(headers['webhook-timestamp']) + 60);
    const forged: readonly (readonly [string, typeof received])[] = [
      [theirs.secret, received],
      [own.secret, { ...received, body: body.replace('webhook.test', 'task.succeeded') }],
      [own.secret, { ...received, headers: { ...headers, 'webhook-id': theirs.id } }],
      [own.secret, { ...received, headers: { ...headers, 'webhook-timestamp': later } }],
      [own.secret, { ...received, headers: { ...headers, 'webhook-signature': 'v1,AAAA' } }],
    ];
    for (const [secret, one] of forged) expect(() => verified(secret, one, at)).toThrow('No match');
    // A replay ten minutes later is too old.
    const replayed = new Date(at.getTime() + 600_000);
    expect(() => verified(own.secret, received, replayed)).toThrow('too old');
    expect(body).not.toContain(own.secret);
    await gateway.data(DeleteWebhookDocument, { id: own.id }, key);
    await gateway.data(DeleteWebhookDocument, { id: theirs.id }, rival);
    await receiver.stop();
  });

  it('receivers of one tenant that never answer hold up no other tenant', async () => {
    const [key, rival] = keys;
    const [slow, quick] = [await Receiver.start(), await Receiver.start()];
    const held: Parameters<Respond>[0][] = [];
    slow.respond = (response) => {
      held.push(response);
    };
    const slowHook = await hook(slow.url, key);
    for (let count = 0; count < 8; count += 1) {
      await gateway.data(TestWebhookDocument, { id: slowHook.id }, key);
    }
    await eventually(() => {
      expect(slow.received).toHaveLength(3);
    });
    const quickHook = await hook(quick.url, rival);
    for (let count = 0; count < 3; count += 1) {
      await gateway.data(TestWebhookDocument, { id: quickHook.id }, rival);
    }
    await eventually(() => {
      expect(quick.received).toHaveLength(3);
    });
    expect(slow.received).toHaveLength(3);
    slow.respond = answering(200);
    for (const response of held) response.end();
    await eventually(() => {
      expect(slow.received).toHaveLength(8);
    });
    await Promise.all([slow.stop(), quick.stop()]);
  });
});
