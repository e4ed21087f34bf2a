// Guarantee: every connection that the gateway begins over HTTP goes through the proxy of the settings,
// unless NO_PROXY names the host; the password of the proxy is in no log.
import { startEmulator, type Emulator } from '../../src/emulator/server/start-emulator.js';
import { print } from 'graphql';
import {
  CreateTenantDocument,
  CreateTextToVideoDocument,
  SetRunwayCredentialDocument,
  ViewerDocument,
} from '../../client/src/generated/graphql.js';
import { FakeIssuer } from '../support/auth/fake-issuer.js';
import { aVideo } from '../support/client/inputs.js';
import { ConnectProxy } from '../support/egress/connect-proxy.js';
import { RecordedLog } from '../support/gateway/recorded-log.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { TraceCollector } from '../support/telemetry/trace-collector.js';
import { FakeClock } from '../support/time/fake-clock.js';

const PUBLIC_URL = 'https://api.example.com';
const PASSWORD = 'canary-of-the-proxy';

describe('a gateway behind a proxy', () => {
  let emulator: Emulator;
  let proxy: ConnectProxy;
  let issuer: FakeIssuer;
  let collector: TraceCollector;
  let log: RecordedLog;
  let gateway: TestGateway | undefined;
  let clock: FakeClock;

  beforeEach(async () => {
    clock = new FakeClock();
    log = new RecordedLog();
    emulator = await startEmulator({ port: 0, clock });
    proxy = await ConnectProxy.start();
    issuer = await FakeIssuer.start(clock);
    collector = await TraceCollector.start();
    proxy.servers.set('runway.test', emulator.url);
    proxy.servers.set('collector.test', collector.url);
  });

  afterEach(async () => {
    await gateway?.stop();
    gateway = undefined;
    await Promise.all([emulator.close(), proxy.stop(), issuer.stop(), collector.close()]);
  });

  async function start(environment: Readonly<Record<string, string>>): Promise<TestGateway> {
    gateway = await startGateway(
      {
        PUBLIC_URL,
        OAUTH_ISSUERS: JSON.stringify([{ name: 'corp', issuer: issuer.url, tenant: 'acme' }]),
        ...environment,
      },
      { clock, log },
    );
    await gateway.data(CreateTenantDocument, { input: { id: 'acme', name: 'Acme' } });
    return gateway;
  }

  const targets = (): Set<string> => new Set(proxy.tunnels.map(({ target }) => target));
  const buy = async (at: TestGateway) =>
    (await at.ask(CreateTextToVideoDocument, { input: aVideo() })).data?.createTextToVideo?.task;

  it('reaches Runway, issuers, collectors and the account of a tenant through it', async () => {
    const at = await start({
      RUNWAYML_API_SECRET: 'key_test',
      RUNWAYML_BASE_URL: 'http://runway.test',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector.test:4318',
      http_proxy: proxy.url.replace('//', `//user:${PASSWORD}@`),
    });
    expect(await buy(at)).toMatchObject({ status: 'PENDING' });
    const token = issuer.token(`${PUBLIC_URL}/graphql`);
    expect((await at.post({ query: print(ViewerDocument) }, token)).status).toBe(200);
    await at.data(SetRunwayCredentialDocument, {
      input: { tenant: 'acme', secret: 'key_own', sameOrganization: true },
    });
    await at.stop();
    gateway = undefined;
    expect(collector.spans.length).toBeGreaterThan(0);
    expect(targets()).toEqual(
      new Set(['runway.test:80', 'collector.test:4318', new URL(issuer.url).host]),
    );
    expect(proxy.others).toEqual([]);
    expect(proxy.tunnels.every(({ credential }) => credential !== undefined)).toBe(true);
    expect(log.lines.join('\n')).not.toContain(PASSWORD);
  }, 60_000);

  it('reaches the hosts of NO_PROXY without it', async () => {
    const at = await start({
      RUNWAYML_API_SECRET: 'key_test',
      RUNWAYML_BASE_URL: emulator.url,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      HTTP_PROXY: proxy.url,
      NO_PROXY: 'runway.test, 127.0.0.1',
    });
    expect(await buy(at)).toMatchObject({ status: 'PENDING' });
    const token = issuer.token(`${PUBLIC_URL}/graphql`);
    expect((await at.post({ query: print(ViewerDocument) }, token)).status).toBe(200);
    await at.stop();
    gateway = undefined;
    expect(collector.spans.length).toBeGreaterThan(0);
    expect(proxy.tunnels).toEqual([]);
  }, 60_000);

  it('reaches its own emulator without it', async () => {
    const at = await start({ HTTP_PROXY: proxy.url, NO_PROXY: new URL(issuer.url).host });
    expect(await buy(at)).toMatchObject({ status: 'PENDING' });
    expect(proxy.tunnels).toEqual([]);
  }, 60_000);

  it('tells in the log, once, which host the proxy refuses, and never its password', async () => {
    proxy.conduct = 403;
    const at = await start({
      RUNWAYML_API_SECRET: 'key_test',
      RUNWAYML_BASE_URL: 'https://runway.test',
      HTTP_PROXY: proxy.url.replace('//', `//user:${PASSWORD}@`),
    });
    for (const task of [await buy(at), await buy(at)]) {
      expect(task).toMatchObject({
        status: 'QUEUED',
        waitingFor: { reason: 'RUNWAY_UNREACHABLE' },
      });
    }
    const token = issuer.token(`${PUBLIC_URL}/graphql`);
    const { status } = await at.post({ query: print(ViewerDocument) }, token);
    expect(status).toBe(503);
    const refusals = log.lines.filter((line) => line.includes('the proxy opens no connection'));
    const { host } = new URL(issuer.url);
    expect(refusals.filter((line) => line.includes('runway.test:443'))).toHaveLength(1);
    expect(refusals.filter((line) => line.includes(host))).toHaveLength(1);
    expect(refusals.every((line) => line.includes('PROXY_ANSWERED_403'))).toBe(true);
    expect(log.lines.join('\n')).not.toContain(PASSWORD);
    proxy.conduct = 'open';
  }, 60_000);
});
