import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp, type App } from '../../src/app/start-app.js';
import { readConfig, type Environment } from '../../src/config/config.js';
import { startEmulator } from '../../src/emulator/server/start-emulator.js';
import { pgliteTemplate, silentLog } from '../support/store/database.js';

const SUBMIT =
  'mutation { createTextToVideo(input: { gen4_5: { promptText: "A lighthouse", ratio: RATIO_1280_720, duration: 5 } }) { task { status } } }';

// Guarantee: a start that fails leaves no operator key that cannot be read, and calls nothing at
// Runway.
describe('a first start', () => {
  let dataDir: string;
  let blocker: Server;
  const apps: App[] = [];

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'first-start-'));
    blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
  });

  afterEach(async () => {
    for (const app of apps.splice(0)) await app.stop();
    blocker.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  const takenPort = (): string => String((blocker.address() as AddressInfo).port);

  async function start(environment: Environment = {}): Promise<App> {
    const config = readConfig({
      NODE_ENV: 'test',
      PORT: '0',
      EMULATOR_PORT: '0',
      DATA_DIR: dataDir,
      ...environment,
    });
    const app = await startApp(config, {
      log: silentLog,
      databaseTemplate: await pgliteTemplate(),
      httpLimits: { idleGraceMs: 0 },
    });
    apps.push(app);
    return app;
  }

  async function stopAll(): Promise<void> {
    for (const app of apps.splice(0)) await app.stop();
  }

  const keyFile = (): string => join(dataDir, 'operator.key');
  const readKey = async (): Promise<string> => (await readFile(keyFile(), 'utf8')).trim();

  async function post(app: App, query: string): Promise<number> {
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await readKey()}` },
      body: JSON.stringify({ query }),
    });
    await response.text();
    return response.status;
  }

  it('D30: writes the operator key for its owner alone, and a second start keeps it', async () => {
    const first = await start();
    expect((await stat(keyFile())).mode & 0o777).toBe(0o600);
    expect(await post(first, '{ viewer { subject } }')).toBe(200);
    const key = await readKey();
    await stopAll();
    const second = await start();
    expect(await readKey()).toBe(key);
    expect(await post(second, '{ viewer { subject } }')).toBe(200);
  });

  it('D30: names the setting of a taken port and leaves no key behind; the next start has one', async () => {
    await expect(start({ PORT: takenPort() })).rejects.toThrow(/Another process.*Set PORT/);
    await expect(stat(keyFile())).rejects.toThrow('ENOENT');
    await expect(start({ EMULATOR_PORT: takenPort() })).rejects.toThrow(/Set EMULATOR_PORT/);
    await expect(stat(keyFile())).rejects.toThrow('ENOENT');
    expect(await post(await start(), '{ viewer { subject } }')).toBe(200);
  });

  it('D30: names HOST when the machine has no such address', async () => {
    await expect(start({ HOST: '192.0.2.1' })).rejects.toThrow(/Set HOST/);
  });

  it('D30: stores no key when its file cannot be written', async () => {
    await mkdir(keyFile());
    await expect(start()).rejects.toThrow(/^DATA_DIR: .*operator\.key/);
    await rm(keyFile(), { recursive: true });
    expect(await post(await start(), '{ viewer { subject } }')).toBe(200);
  });

  it('D30: calls nothing at Runway while the port is not its own', async () => {
    const emulator = await startEmulator({ port: 0 });
    const runway = { RUNWAYML_API_SECRET: 'key_test', RUNWAYML_BASE_URL: emulator.url };
    try {
      const first = await start(runway);
      expect(await post(first, SUBMIT)).toBe(200);
      await stopAll();
      emulator.clearRequests();
      await expect(start({ ...runway, PORT: takenPort() })).rejects.toThrow('Set PORT');
      expect(emulator.requests()).toEqual([]);
    } finally {
      await emulator.close();
    }
  });
});
