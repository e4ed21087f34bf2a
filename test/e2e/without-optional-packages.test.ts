// Guarantee: optional packages are optional. Without them the gateway runs, and says what to install
// where a setting or a person wants them.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { useBuiltGateway } from '../support/gateway/built-gateway.js';
import { GatewayProcess } from '../support/gateway/gateway-process.js';

const WITHOUT = ['--import', resolve('test/support/gateway/without-optional-packages.mjs')];

/** What a start prints about the explorers. */
const explorerLine = ({ url }: GatewayProcess, explorers: string): string =>
  `  Explorer   ${url}/graphql in a browser (${explorers})\n`;

describe('a gateway without the optional packages', () => {
  const built = useBuiltGateway();
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'gateway-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  it('starts and serves while no metrics are wanted, so that it loads none of them', async () => {
    const environment = { DATA_DIR: dataDir, EMULATOR_PORT: '0' };
    const gateway = await GatewayProcess.start(environment, [...WITHOUT, ...built()]);
    expect((await fetch(`${gateway.url}/readyz`)).status).toBe(200);
    expect(gateway.output).toContain(explorerLine(gateway, 'Apollo Sandbox'));
    expect(await gateway.terminate()).toBe(0);
  }, 180_000);

  it('names the offline explorer in what it prints where that is installed', async () => {
    const environment = { DATA_DIR: dataDir, EMULATOR_PORT: '0' };
    const gateway = await GatewayProcess.start(environment, built());
    expect(gateway.output).toContain(explorerLine(gateway, 'Apollo Sandbox; offline Altair'));
    expect(await gateway.terminate()).toBe(0);
  }, 180_000);

  it('says in the place of the offline explorer what to install', async () => {
    const environment = { DATA_DIR: dataDir, EMULATOR_PORT: '0' };
    const gateway = await GatewayProcess.start(environment, [...WITHOUT, ...built()]);
    const headers = { accept: 'text/html' };
    expect((await fetch(`${gateway.url}/graphql`, { headers })).status).toBe(200);
    const page = await fetch(`${gateway.url}/graphql/explorer/`, { headers });
    expect([page.status, page.headers.get('content-type')]).toEqual([
      404,
      'text/plain; charset=utf-8',
    ]);
    expect(await page.text()).toContain(
      '(altair-static) is not installed. Install the optional packages: npm ci --include=optional',
    );
    expect((await fetch(`${gateway.url}/graphql/explorer/main.js`)).status).toBe(404);
    expect(await gateway.terminate()).toBe(0);
  }, 180_000);

  it('ends at the start with METRICS_PORT, and names the package and the command', async () => {
    const environment = { DATA_DIR: dataDir, EMULATOR_PORT: '0', METRICS_PORT: '0' };
    await expect(GatewayProcess.start(environment, [...WITHOUT, ...built()])).rejects.toThrow(
      'METRICS_PORT needs the package prom-client, which is not installed. Install the optional packages: npm ci --include=optional',
    );
  }, 180_000);
});
