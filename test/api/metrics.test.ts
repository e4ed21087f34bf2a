import { connect } from 'node:net';
import { once } from 'node:events';
import { METRICS, type MetricRow } from '../../src/domain/telemetry/metric-table.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';

/** Sends a request line as it is, and returns the status line. */
async function statusOf(url: string, request: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.end(`${request}\r\nHost: ${hostname}\r\n\r\n`);
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  return text.split('\r\n')[0] ?? '';
}

describe('the port of metrics', () => {
  let gateway: TestGateway;
  let url: string;
  beforeAll(async () => {
    gateway = await startGateway({ METRICS_PORT: '0' });
    url = gateway.metricsUrl ?? '';
  }, 120_000);
  afterAll(() => gateway.stop());

  it('shows every row of the table with its help and its type', async () => {
    const scrape = (await gateway.scrape()).split('\n');
    for (const [name, row] of Object.entries(METRICS) as [string, MetricRow][]) {
      expect(scrape).toContain(`# HELP ${name} ${row.help}`);
      expect(scrape).toContain(`# TYPE ${name} ${row.type}`);
    }
  });

  it('has the metrics of the process', async () => {
    const scrape = await gateway.scrape();
    expect(scrape).toMatch(/^process_resident_memory_bytes \d+$/m);
    expect(scrape).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
  });

  it('answers in the text format and lets no page of another origin read it', async () => {
    const { status, headers } = await fetch(url);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    ['GET / HTTP/1.1', '404'],
    ['GET /graphql HTTP/1.1', '404'],
    ['POST /graphql HTTP/1.1', '404'],
    ['GET /metrics/ HTTP/1.1', '404'],
    ['GET /%6Detrics HTTP/1.1', '404'],
    ['GET /healthz HTTP/1.1', '404'],
    ['POST /metrics HTTP/1.1', '405'],
    ['DELETE /metrics HTTP/1.1', '405'],
    ['OPTIONS /metrics HTTP/1.1', '405'],
    ['HEAD /metrics HTTP/1.1', '200'],
    ['nonsense', '400'],
  ])('answers %s with %s', async (request, status) => {
    expect(await statusOf(url, request)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  });

  it('is not the public port, which has no metrics', async () => {
    expect(new URL(url).port).not.toBe(new URL(gateway.url).port);
    expect((await fetch(`${gateway.url}/metrics`)).status).toBe(404);
  });

  it('serves scrapes at the same time alike', async () => {
    const scrapes = await Promise.all(Array.from({ length: 20 }, () => fetch(url)));
    expect(scrapes.map(({ status }) => status)).toEqual(scrapes.map(() => 200));
  });
});

describe('METRICS_PORT', () => {
  it('opens no port when it is empty', async () => {
    const gateway = await startGateway();
    try {
      expect(gateway.metricsUrl).toBeUndefined();
    } finally {
      await gateway.stop();
    }
  });

  it('is closed with the gateway', async () => {
    const gateway = await startGateway({ METRICS_PORT: '0' });
    const url = gateway.metricsUrl ?? '';
    await gateway.stop();
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });

  it('names itself and METRICS_HOST when the port cannot be opened', async () => {
    const first = await startGateway({ METRICS_PORT: '0' });
    const { port } = new URL(first.metricsUrl ?? '');
    try {
      await expect(startGateway({ METRICS_PORT: port })).rejects.toThrow(
        `Another process listens on port ${port} of 127.0.0.1. Set METRICS_PORT to a free port`,
      );
      await expect(startGateway({ METRICS_PORT: '0', METRICS_HOST: '192.0.2.1' })).rejects.toThrow(
        'Set METRICS_HOST to one of its own',
      );
    } finally {
      await first.stop();
    }
  });
});
