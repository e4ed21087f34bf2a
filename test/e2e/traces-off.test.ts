import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { useBuiltGateway } from '../support/gateway/built-gateway.js';
import { GatewayProcess } from '../support/gateway/gateway-process.js';
import { TraceCollector } from '../support/telemetry/trace-collector.js';

const PROJECT = resolve(__dirname, '../..');

/** Tells at its end how many files of OpenTelemetry’s packages the process has loaded. */
const COUNTING = `
  import { createRequire } from 'node:module';
  process.on('exit', () => {
    const loaded = Object.keys(createRequire(import.meta.url).cache);
    const count = loaded.filter((file) => file.includes('@opentelemetry')).length;
    process.stdout.write('LOADED ' + String(count) + '\\n');
  });
`;

describe('the packages of traces', () => {
  const builtGateway = useBuiltGateway();
  let folder: string;
  let collector: TraceCollector;
  let gateway: GatewayProcess | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gateway-packages-'));
    collector = await TraceCollector.start();
  });

  afterEach(async () => {
    await gateway?.kill();
    gateway = undefined;
    await collector.close();
    await rm(folder, { recursive: true, force: true });
  });

  const environment = (): Record<string, string> => ({
    DATA_DIR: join(folder, 'data'),
    EMULATOR_PORT: '0',
    BOOTSTRAP_API_KEY: 'rgk_operator_Abcdefghijklmnopqrstuvwx',
  });

  /** The number of loaded files, at the end of a gateway with these settings. */
  async function loadedBy(settings: Readonly<Record<string, string>>): Promise<number> {
    const preload = join(folder, 'counting.mjs');
    await writeFile(preload, COUNTING);
    const args = ['--import', preload, ...builtGateway()];
    gateway = await GatewayProcess.start({ ...environment(), ...settings }, args);
    expect(await gateway.terminate()).toBe(0);
    return Number(/LOADED (\d+)/.exec(gateway.output)?.[1]);
  }

  /** The build beside all packages but those of OpenTelemetry: what Node is to run. */
  async function buildWithoutPackages(): Promise<readonly string[]> {
    const packages = join(folder, 'node_modules');
    await mkdir(packages);
    for (const name of await readdir(join(PROJECT, 'node_modules'))) {
      if (name === '@opentelemetry') continue;
      await symlink(join(PROJECT, 'node_modules', name), join(packages, name));
    }
    const args = builtGateway();
    const main = args.pop() ?? '';
    await cp(dirname(dirname(main)), join(folder, 'build'), { recursive: true });
    return [...args, join(folder, 'build/src/main.js')];
  }

  it('are loaded while traces are on, and not while they are off', async () => {
    expect(await loadedBy({})).toBe(0);
    expect(await loadedBy({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url })).toBeGreaterThan(10);
  }, 600_000);

  it('need not be installed while traces are off; else the start names the remedy', async () => {
    const args = await buildWithoutPackages();
    gateway = await GatewayProcess.start(environment(), args);
    expect(await gateway.terminate()).toBe(0);

    const on = { ...environment(), OTEL_EXPORTER_OTLP_ENDPOINT: collector.url };
    await expect(GatewayProcess.start(on, args)).rejects.toThrow(
      'OTEL_EXPORTER_OTLP_ENDPOINT needs the package @opentelemetry/api, which is not installed. Install the optional packages: npm ci --include=optional',
    );
  }, 600_000);
});
