import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { useBuiltGateway } from '../support/gateway/built-gateway.js';
import { TEST_KEY } from '../support/store/key-ring.js';

// Guarantee: a signal that comes during a start stops what the start has begun, as later ones do.
describe('a gateway that gets SIGTERM while it starts', () => {
  const builtGateway = useBuiltGateway();
  let dataDir: string;
  const open: (() => Promise<unknown>)[] = [];

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'starting-'));
  });

  afterEach(async () => {
    for (const close of open.splice(0)) await close();
    await rm(dataDir, { recursive: true, force: true });
  });

  /** Resolves when it says that it has begun. */
  async function begin(environment: Record<string, string> = {}) {
    const child = spawn(process.execPath, builtGateway(), {
      env: {
        ...{ ENCRYPTION_KEY: TEST_KEY, PORT: '0', EMULATOR_PORT: '0', DATA_DIR: dataDir },
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const exited = once(child, 'exit');
    open.push(async () => {
      child.kill('SIGKILL');
      await exited;
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text: Buffer) => (output += text.toString()));
    }
    while (!output.includes('Starting the gateway')) await once(child.stdout, 'data');
    return { child, ended: () => endOf(child, exited), output: () => output };
  }

  async function endOf(child: ChildProcess, exited: Promise<unknown>) {
    await exited;
    return { code: child.exitCode, signal: child.signalCode };
  }

  it('stops in order as soon as it has started, and exits 0', async () => {
    const gateway = await begin();

    gateway.child.kill('SIGTERM');

    expect(await gateway.ended()).toEqual({ code: 0, signal: null });
    expect(gateway.output()).toContain('the gateway has stopped');
  });

  it('ends at a second one when the start hangs', async () => {
    const silent: Server = createServer().listen(0, '127.0.0.1');
    open.push(async () => silent.close());
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const connected = once(silent, 'connection');
    const gateway = await begin({
      DATABASE_URL: `postgres://postgres@127.0.0.1:${String(port)}/silent`,
    });
    await connected;

    gateway.child.kill('SIGTERM');
    gateway.child.kill('SIGINT');

    expect(await gateway.ended()).toEqual({ code: 1, signal: null });
    expect(gateway.output()).toContain('Ended before the gateway had started');
  });
});
