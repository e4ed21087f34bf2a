import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** A gateway as its own process, so that it can be killed as no process expects. */
export class GatewayProcess {
  readonly url: string;
  readonly #child: ChildProcess;
  readonly #exited: Promise<unknown>;
  #output = '';

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
    this.#exited = once(child, 'exit');
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (text: Buffer) => {
        this.#output = (this.#output + text.toString()).slice(-20_000);
      });
    }
  }

  /** Resolves when `/readyz` answers 200. `args` are Node's: by default it runs from its sources. */
  static async start(
    environment: Readonly<Record<string, string>>,
    args: readonly string[] = ['--import', 'tsx', 'src/main.ts'],
  ): Promise<GatewayProcess> {
    const port = await freePort();
    const child = spawn(process.execPath, args, {
      env: { PATH: process.env['PATH'], ...environment, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const gateway = new GatewayProcess(child, `http://127.0.0.1:${String(port)}`);
    await gateway.#ready();
    return gateway;
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Everything that it has printed, the last 20,000 characters. */
  get output(): string {
    return this.#output;
  }

  /** As a power cut would: nothing is written any more. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#exited;
  }

  /** As a machine that is paused: it does nothing, and nobody notices, until `thaw`. */
  freeze(): void {
    this.#child.kill('SIGSTOP');
  }

  thaw(): void {
    this.#child.kill('SIGCONT');
  }

  /** The exit code after SIGTERM. */
  async terminate(): Promise<number | null> {
    this.#child.kill('SIGTERM');
    await this.#exited;
    return this.#child.exitCode;
  }

  async #ready(): Promise<void> {
    const deadline = Date.now() + READY_TIMEOUT_MS;
    while (Date.now() < deadline && this.#child.exitCode === null) {
      const response = await fetch(`${this.url}/readyz`).catch(() => undefined);
      if (response?.ok === true) return;
      await new Promise((resolve) => setTimeout(resolve, READY_PROBE_MS));
    }
    await this.kill();
    throw new Error(`The gateway did not become ready:\n${this.#output}`);
  }
}

const READY_TIMEOUT_MS = 60_000;
const READY_PROBE_MS = 50;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
