import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { processorMs } from '../live-tasks.js';

/** One of the servers of server.ts, in a process of its own. */
export class BareServer {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
  ) {}

  /** `built`: where `buildGateway` has put the benches. */
  static async start(
    built: string,
    environment: Readonly<Record<string, string>>,
  ): Promise<BareServer> {
    const child = spawn(process.execPath, [`${built}/bench/bare-reads/server.js`], {
      env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [url] = (await Promise.race([
      once(createInterface(child.stdout), 'line'),
      once(child, 'exit').then(() => {
        throw new Error(`${environment['SERVER'] ?? ''} did not start.`);
      }),
    ])) as [string];
    return new BareServer(url, child);
  }

  get cpuMs(): number {
    return processorMs(this.child.pid ?? 0);
  }

  async stop(): Promise<void> {
    const over = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await over;
  }
}
