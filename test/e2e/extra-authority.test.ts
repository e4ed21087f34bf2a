import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo, Server } from 'node:net';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import { print } from 'graphql';
import {
  CreateTextToVideoDocument,
  ViewerDocument,
  type CreateTextToVideoMutation,
} from '../../client/src/generated/graphql.js';
import { startEmulator, type Emulator } from '../../src/emulator/server/start-emulator.js';
import { FakeIssuer } from '../support/auth/fake-issuer.js';
import { aVideo } from '../support/client/inputs.js';
import { selfSigned } from '../support/client/self-signed.js';
import { ConnectProxy } from '../support/egress/connect-proxy.js';
import { useBuiltGateway } from '../support/gateway/built-gateway.js';
import { GatewayProcess } from '../support/gateway/gateway-process.js';
import { TraceCollector } from '../support/telemetry/trace-collector.js';
import { systemClock } from '../../src/adapters/system-clock.js';

const KEY = 'rgk_operator_Abcdefghijklmnopqrstuvwx';
const PUBLIC_URL = 'https://api.example.com';

// Guarantee: NODE_EXTRA_CA_CERTS adds an authority for every connection that the gateway begins, through
// a proxy as well, and without it none is trusted.
describe('a gateway behind a proxy, with servers of an authority of its own', () => {
  const builtGateway = useBuiltGateway();
  const certificate = selfSigned('127.0.0.1');
  const ends: (() => Promise<unknown>)[] = [];
  let folder: string;
  let emulator: Emulator;
  let issuer: FakeIssuer;
  let collector: TraceCollector;
  let proxy: ConnectProxy;
  let runwayUrl: string;
  let collectorUrl: string;
  let gateway: GatewayProcess | undefined;

  /** The server at `url`, over TLS. */
  async function overTls(url: string): Promise<string> {
    const server: Server = createServer({ ...certificate }, (near) => {
      const far = connect(Number(new URL(url).port), '127.0.0.1');
      near.on('error', () => far.destroy()).on('close', () => far.destroy());
      far.on('error', () => near.destroy()).on('close', () => near.destroy());
      near.pipe(far).pipe(near);
    }).listen(0, '127.0.0.1');
    server.on('tlsClientError', () => undefined);
    await once(server, 'listening');
    ends.push(async () => {
      server.close();
      await once(server, 'close');
    });
    return `https://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gateway-authority-'));
    await writeFile(join(folder, 'authority.pem'), certificate.cert);
    emulator = await startEmulator({ port: 0 });
    issuer = await FakeIssuer.start(systemClock);
    collector = await TraceCollector.start();
    runwayUrl = await overTls(emulator.url);
    collectorUrl = await overTls(collector.url);
    const issuerUrl = await overTls(issuer.url);
    issuer.metadata = { issuer: issuerUrl, jwks_uri: `${issuerUrl}/jwks` };
    proxy = await ConnectProxy.start();
  }, 60_000);

  afterEach(async () => {
    await gateway?.kill();
    gateway = undefined;
  });

  afterAll(async () => {
    await proxy.stop();
    await Promise.all([emulator.close(), issuer.stop(), collector.close()]);
    await Promise.all(ends.map((end) => end()));
    await rm(folder, { recursive: true, force: true });
  });

  const issuerUrl = (): string => (issuer.metadata as { issuer: string }).issuer;

  async function start(name: string, authority: object): Promise<GatewayProcess> {
    proxy.tunnels.length = 0;
    gateway = await GatewayProcess.start(
      {
        DATA_DIR: join(folder, name),
        PUBLIC_URL,
        OAUTH_ISSUERS: JSON.stringify([{ name: 'corp', issuer: issuerUrl(), tenant: 'default' }]),
        RUNWAYML_API_SECRET: 'key_test',
        RUNWAYML_BASE_URL: runwayUrl,
        OTEL_EXPORTER_OTLP_ENDPOINT: collectorUrl,
        HTTPS_PROXY: proxy.url,
        BOOTSTRAP_API_KEY: KEY,
        ...authority,
      },
      builtGateway(),
    );
    return gateway;
  }

  async function ask(query: string, variables: object, credential: string): Promise<Response> {
    return await fetch(`${gateway?.url ?? ''}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${credential}` },
      body: JSON.stringify({ query, variables }),
    });
  }

  async function buy(): Promise<{ data?: CreateTextToVideoMutation }> {
    const response = await ask(print(CreateTextToVideoDocument), { input: aVideo() }, KEY);
    return (await response.json()) as { data?: CreateTextToVideoMutation };
  }

  const askWithToken = async (): Promise<number> => {
    const token = issuer.token(`${PUBLIC_URL}/graphql`, { iss: issuerUrl(), tenant: undefined });
    return (await ask(print(ViewerDocument), {}, token)).status;
  };

  it('reaches Runway, the issuer and the collector with NODE_EXTRA_CA_CERTS', async () => {
    const started = await start('with', { NODE_EXTRA_CA_CERTS: join(folder, 'authority.pem') });
    expect((await buy()).data?.createTextToVideo?.task).toMatchObject({ status: 'PENDING' });
    expect(await askWithToken()).toBe(200);
    await started.terminate();
    expect(collector.spans.length).toBeGreaterThan(0);
    const targets = [runwayUrl, collectorUrl, issuerUrl()].map((url) => new URL(url).host);
    expect(new Set(proxy.tunnels.map(({ target }) => target))).toEqual(new Set(targets));
  }, 120_000);

  it('reaches them through a proxy that is of this authority itself', async () => {
    const over = await ConnectProxy.start(certificate);
    await start('over', {
      NODE_EXTRA_CA_CERTS: join(folder, 'authority.pem'),
      HTTPS_PROXY: over.url,
    });
    expect((await buy()).data?.createTextToVideo?.task).toMatchObject({ status: 'PENDING' });
    expect(over.tunnels.map(({ target }) => target)).toContain(new URL(runwayUrl).host);
    await over.stop();
  }, 120_000);

  it('trusts none of them without it, and sends none of them anything', async () => {
    emulator.clearRequests();
    collector.spans.length = 0;
    issuer.asked.length = 0;
    const started = await start('without', { NODE_TLS_REJECT_UNAUTHORIZED: '0' });
    expect((await buy()).data?.createTextToVideo?.task).toMatchObject({
      status: 'FAILED',
      failure: { code: 'RUNWAY_UNAVAILABLE' },
    });
    expect(await askWithToken()).toBe(503);
    await started.terminate();
    expect(emulator.requests()).toEqual([]);
    expect(issuer.asked).toEqual([]);
    expect(collector.spans).toEqual([]);
  }, 120_000);
});
