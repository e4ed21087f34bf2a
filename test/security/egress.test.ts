// Guarantee: the gateways' networks have one way out, and it leads to listed hosts only.
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { startEmulator, type Emulator } from '../../src/emulator/server/start-emulator.js';
import { CreateTextToVideoDocument } from '../../client/src/generated/graphql.js';
import { aVideo } from '../support/client/inputs.js';
import { describeSquid, EgressProxy } from '../support/egress/squid.js';
import { RecordedLog } from '../support/gateway/recorded-log.js';
import { startGateway } from '../support/gateway/start-gateway.js';
import { FakeClock } from '../support/time/fake-clock.js';

describeSquid('the egress proxy, as it is shipped', () => {
  let host: Server;
  let port: number;
  let reached: number;
  let proxy: EgressProxy;

  beforeAll(async () => {
    host = createServer((socket) => {
      reached += 1;
      socket.on('error', () => undefined).pipe(socket);
    }).listen(0, '127.0.0.1');
    await once(host, 'listening');
    port = (host.address() as AddressInfo).port;
    proxy = await EgressProxy.start({
      tlsPort: port,
      addresses: {
        'issuer.example.test': '127.0.0.1',
        'api.dev.runwayml.com': '127.0.0.1',
        'evil.example.test': '127.0.0.1',
        'sub.issuer.example.test': '127.0.0.1',
      },
      allowedHosts: ['issuer.example.test'],
      privateHosts: ['issuer.example.test'],
    });
  }, 120_000);

  beforeEach(() => {
    reached = 0;
  });

  afterAll(async () => {
    await proxy.stop();
    host.close();
    await once(host, 'close');
  });

  it('S4: opens a tunnel to a listed host', async () => {
    const { status, socket } = await proxy.ask(
      `CONNECT issuer.example.test:${String(port)} HTTP/1.1\r\nHost: issuer.example.test`,
    );
    expect(status).toBe(200);
    socket.write('through the tunnel');
    const [echo] = (await once(socket, 'data')) as [Buffer];
    expect(echo.toString()).toBe('through the tunnel');
    expect(reached).toBe(1);
    socket.destroy();
  });

  const refused: readonly (readonly [name: string, request: (port: number) => string])[] = [
    ['a host that is not listed', (at) => `CONNECT evil.example.test:${String(at)} HTTP/1.1`],
    ['a host below a listed one', (at) => `CONNECT sub.issuer.example.test:${String(at)} HTTP/1.1`],
    ['the address of a listed host', (at) => `CONNECT 127.0.0.1:${String(at)} HTTP/1.1`],
    ['an address as a whole number', (at) => `CONNECT 2130706433:${String(at)} HTTP/1.1`],
    ['an address of IPv6', (at) => `CONNECT [::ffff:127.0.0.1]:${String(at)} HTTP/1.1`],
    ['cloud metadata', (at) => `CONNECT 169.254.169.254:${String(at)} HTTP/1.1`],
    ['another port of a listed host', () => 'CONNECT issuer.example.test:22 HTTP/1.1'],
    [
      'a request without TLS',
      (at) => `GET http://issuer.example.test:${String(at)}/ HTTP/1.1\r\nHost: issuer.example.test`,
    ],
    [
      'a listed host whose name points at a private address',
      (at) => `CONNECT api.dev.runwayml.com:${String(at)} HTTP/1.1`,
    ],
    [
      'a host that a header names as a listed one',
      (at) => `CONNECT evil.example.test:${String(at)} HTTP/1.1\r\nHost: issuer.example.test`,
    ],
  ];
  for (const [name, request] of refused) {
    it(`S4: refuses ${name}, and opens no connection`, async () => {
      const { status, socket } = await proxy.ask(request(port));
      expect(status).toBe(403);
      expect(reached).toBe(0);
      socket.destroy();
    });
  }
});

describeSquid('a gateway behind the egress proxy', () => {
  const clock = new FakeClock();
  let emulator: Emulator;
  let proxy: EgressProxy;

  beforeAll(async () => {
    emulator = await startEmulator({ port: 0, clock });
    proxy = await EgressProxy.start({
      tlsPort: Number(new URL(emulator.url).port),
      addresses: { 'runway.example.test': '127.0.0.1', 'evil.example.test': '127.0.0.1' },
      allowedHosts: ['runway.example.test'],
      privateHosts: ['runway.example.test'],
    });
  }, 120_000);

  afterAll(async () => {
    await proxy.stop();
    await emulator.close();
  });

  async function buyFrom(host: string, log = new RecordedLog()) {
    emulator.clearRequests();
    const gateway = await startGateway(
      {
        RUNWAYML_API_SECRET: 'key_test',
        RUNWAYML_BASE_URL: `http://${host}:${new URL(emulator.url).port}`,
        HTTP_PROXY: `http://127.0.0.1:${String(proxy.port)}`,
      },
      { clock, log },
    );
    const { data } = await gateway.ask(CreateTextToVideoDocument, { input: aVideo() });
    await gateway.stop();
    return data?.createTextToVideo?.task;
  }

  it('S4: buys through it from a host that is listed', async () => {
    expect(await buyFrom('runway.example.test')).toMatchObject({ status: 'PENDING' });
    expect(emulator.requests().filter(({ method }) => method === 'POST')).toHaveLength(1);
  }, 60_000);

  it('S4: sends nothing to a host that it denies, keeps the request, and says so', async () => {
    const log = new RecordedLog();
    expect(await buyFrom('evil.example.test', log)).toMatchObject({
      status: 'QUEUED',
      waitingFor: { reason: 'RUNWAY_UNREACHABLE' },
    });
    expect(emulator.requests()).toEqual([]);
    expect(log.lines.join('\n')).toMatch(
      /opens no connection.*evil\.example\.test.*PROXY_ANSWERED_403/,
    );
  }, 60_000);
});
