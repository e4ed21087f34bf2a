// Guarantee: a submission that a proxy cut off is judged by the law of one that the network cut off.
import { UndiciOutwardHttp } from '../../src/adapters/outward/undici-outward-http.js';
import { RunwayClient } from '../../src/adapters/runway/client/runway-client.js';
import { SdkRunwayApi } from '../../src/adapters/runway/sdk-runway-api.js';
import type { PostResult } from '../../src/domain/submission/submission-result.js';
import type { Logger } from '../../src/ports/logger.js';
import { selfSigned } from '../support/client/self-signed.js';
import { ConnectProxy, type ProxyConduct } from '../support/egress/connect-proxy.js';
import {
  answering,
  httpAnswer,
  startFaultServer,
  type Behaviour,
  type FaultServer,
} from '../support/runway/fault-server.js';
import { FakeClock } from '../support/time/fake-clock.js';

const TIMEOUT_MS = 60_000;
const silent = (): undefined => undefined;
const log: Logger = { debug: silent, info: silent, warn: silent, error: silent };
const accepted = { id: '17f20503-6c24-4c16-946b-35dbbce2af2f', estimatedCost: { credits: 60 } };
const certificate = selfSigned('127.0.0.1');

let proxy: ConnectProxy;
let server: FaultServer | undefined;
let client: RunwayClient | undefined;

beforeEach(async () => {
  proxy = await ConnectProxy.start();
  clock = new FakeClock();
});

afterEach(async () => {
  await client?.close();
  await server?.close();
  await proxy.stop();
});

let clock = new FakeClock();

interface Through {
  readonly connectTimeoutMs?: number;
  readonly tls?: boolean;
  readonly behaviour?: Behaviour;
  readonly proxyUrl?: string;
  readonly none?: string;
  readonly ca?: string;
}

/** One paid request through the proxy to a server that would accept it. */
async function submit({
  tls = false,
  behaviour,
  proxyUrl,
  none,
  ca,
  connectTimeoutMs = 10_000,
}: Through = {}): Promise<PostResult> {
  server = await startFaultServer(
    behaviour ?? answering(200, accepted),
    tls ? certificate : undefined,
  );
  const url = proxyUrl ?? proxy.url;
  client = new RunwayClient({
    accounts: () => ({ main: { secret: 'key_canary' } }),
    baseUrl: server.url,
    outward: new UndiciOutwardHttp({ https: url, http: url, none }),
    connectTimeoutMs,
    timeoutMs: TIMEOUT_MS,
    clock,
    ca: ca ?? certificate.cert,
  });
  return await new SdkRunwayApi({ client, log }).submit({
    account: 'main',
    method: 'textToVideo.create',
    request: { pathIds: [], body: { model: 'gen4.5', promptText: 'a fox' } },
    onBehalfOf: null,
  });
}

interface Row {
  readonly fault: string;
  readonly conduct: ProxyConduct;
  readonly detail: string;
}

/** Nothing was sent: a request may be sent again. A status of the proxy is none of Runway's. */
const NO_TUNNEL: readonly Row[] = [
  ...[400, 401, 403, 404, 407, 429, 500, 502, 503, 504].map((status) => ({
    fault: `${String(status)} to CONNECT`,
    conduct: status,
    detail: `PROXY_ANSWERED_${String(status)}`,
  })),
  {
    fault: 'an end instead of an answer to CONNECT',
    conduct: 'ends',
    detail: 'PROXY_UND_ERR_SOCKET',
  },
  {
    fault: 'a reset instead of an answer to CONNECT',
    conduct: 'resets',
    detail: 'PROXY_ECONNRESET',
  },
  { fault: 'no answer to CONNECT', conduct: 'silent', detail: 'PROXY_TimeoutError' },
];

describe.each([
  ['http', false],
  ['TLS', true],
])('a submission over %s through a proxy', (_name, tls) => {
  it('arrives once, through one tunnel', async () => {
    expect(await submit({ tls })).toMatchObject({ kind: 'accepted', runwayId: accepted.id });
    expect(server?.requests).toHaveLength(1);
    expect(server?.requests[0]?.headers['proxy-authorization']).toBeUndefined();
    expect(proxy.tunnels).toEqual([
      { target: server?.url.replace(/^https?:\/\//, ''), credential: undefined },
    ]);
    expect(proxy.others).toEqual([]);
  });

  it.each(NO_TUNNEL)('is unsent after $fault', async ({ conduct, detail }) => {
    proxy.conduct = conduct;
    const isSlow = conduct === 'silent';
    expect(await submit({ tls, ...(isSlow && { connectTimeoutMs: 150 }) })).toEqual({
      kind: 'unsent',
      detail,
    });
    expect(proxy.tunnels).toHaveLength(1);
    expect(server?.connectionCount).toBe(0);
  });

  it('is unsent when its deadline comes before the tunnel', async () => {
    proxy.conduct = 'silent';
    const outcome = submit({ tls });
    await proxy.asked;
    await clock.advance(TIMEOUT_MS);
    expect(await outcome).toEqual({ kind: 'unsent', detail: 'deadline' });
    expect(server?.connectionCount).toBe(0);
  });

  it('is unsent when the proxy is away', async () => {
    const away = await ConnectProxy.start();
    const proxyUrl = away.url;
    await away.stop();
    expect(await submit({ tls, proxyUrl })).toEqual({
      kind: 'unsent',
      detail: 'PROXY_ECONNREFUSED',
    });
    expect(server?.connectionCount).toBe(0);
  });

  it('is unsent when the certificate of the proxy does not check', async () => {
    const over = await ConnectProxy.start(selfSigned('127.0.0.1'));
    expect(await submit({ tls, proxyUrl: over.url })).toEqual({
      kind: 'unsent',
      detail: 'PROXY_DEPTH_ZERO_SELF_SIGNED_CERT',
    });
    expect(over.tunnels).toEqual([]);
    await over.stop();
  });

  it('is ambiguous when the tunnel is cut after the request', async () => {
    const behaviour: Behaviour = {
      onRequest: () => {
        proxy.cut();
      },
    };
    expect(await submit({ tls, behaviour })).toMatchObject({ kind: 'ambiguous' });
    expect(server?.requests).toHaveLength(1);
    expect(proxy.tunnels).toHaveLength(1);
  });

  it('goes past the proxy to a host of NO_PROXY', async () => {
    expect(await submit({ tls, none: 'other.example,127.0.0.1' })).toMatchObject({
      kind: 'accepted',
    });
    expect(proxy.tunnels).toEqual([]);
  });

  it('tells the proxy user and password, decoded, and Runway neither', async () => {
    const proxyUrl = proxy.url.replace('//', '//user:p%40ss@');
    expect(await submit({ tls, proxyUrl })).toMatchObject({ kind: 'accepted' });
    const basic = `Basic ${Buffer.from('user:p@ss').toString('base64')}`;
    expect(proxy.tunnels.map(({ credential }) => credential)).toEqual([basic]);
    expect(JSON.stringify(server?.requests)).not.toContain('ass');
  });
});

describe('a tunnel to TLS', () => {
  it('is unsent when it ends before TLS stands', async () => {
    proxy.conduct = 'endsTunnel';
    expect(await submit({ tls: true })).toMatchObject({ kind: 'unsent' });
    expect(proxy.tunnels).toHaveLength(1);
  });

  it('is unsent when the proxy answers in it without TLS', async () => {
    proxy.conduct = { answers: httpAnswer(503, '{"error":"Busy."}') };
    expect(await submit({ tls: true })).toMatchObject({ kind: 'unsent' });
  });

  it('shows the certificate of the server, and none that does not check is taken', async () => {
    const ca = selfSigned('127.0.0.1').cert;
    expect(await submit({ tls: true, ca })).toMatchObject({ kind: 'untrusted' });
    expect(server?.requests).toEqual([]);
  });
});

describe('a tunnel to plain http', () => {
  it('is ambiguous when it ends as soon as it stands', async () => {
    proxy.conduct = 'endsTunnel';
    expect(await submit()).toMatchObject({ kind: 'ambiguous' });
    expect(proxy.tunnels).toHaveLength(1);
  });

  it.each([
    ['500', httpAnswer(500, '{"error":"No."}')],
    ['502', httpAnswer(502, '<html>')],
    ['a 503 of its own', httpAnswer(503, '<html>')],
    ['504', httpAnswer(504, '<html>')],
    ['a page', httpAnswer(200, '<html>')],
    ['an end', ''],
  ])('is ambiguous when the proxy itself answers in it with %s', async (_what, answers) => {
    proxy.conduct = { answers };
    expect(await submit()).toMatchObject({ kind: 'ambiguous' });
    expect(proxy.tunnels).toHaveLength(1);
    expect(server?.requests).toEqual([]);
  });
});
