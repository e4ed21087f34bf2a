import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { TEST_KEY } from '../support/store/key-ring.js';
import { WIDE_LIMITS } from '../support/gateway/wide-limits.js';

/** What a gateway process holds after a forced collection. */
export interface Holding {
  readonly heapBytes: number;
  readonly residentBytes: number;
  /** Connections of clients. */
  readonly clientSockets: number;
  readonly timers: number;
  /** Warnings of Node, as for too many listeners of one event. */
  readonly warnings: number;
  /** Since it was asked before. */
  readonly loopDelayMsP99: number;
}

const OUTPUT_CHARACTERS_MAX = 8_000;

/** A gateway in a process of its own that can be asked what it holds. */
export class SoakedGateway {
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
  }

  /** `entry` is the compiled gateway-main. */
  static async start(
    entry: string,
    environment: Readonly<Record<string, string>>,
  ): Promise<SoakedGateway> {
    const child = spawn(process.execPath, ['--expose-gc', entry], {
      env: { PATH: process.env['PATH'], ENCRYPTION_KEY: TEST_KEY, ...WIDE_LIMITS, ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output = (output + text).slice(-OUTPUT_CHARACTERS_MAX);
      });
    }
    const ended = once(child, 'exit').then(() => {
      throw new Error(`The gateway ended:\n${output}`);
    });
    ended.catch(() => undefined);
    const [message] = (await Promise.race([once(child, 'message'), ended])) as [{ url: string }];
    return new SoakedGateway(child, message.url);
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  async holding(): Promise<Holding> {
    const answer = once(this.#child, 'message');
    this.#child.send('hold');
    const [holding] = (await answer) as [Holding];
    return holding;
  }

  /** The exit code after SIGTERM. */
  async stop(): Promise<number | null> {
    if (!this.isRunning) return this.#child.exitCode;
    const exited = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await exited;
    return this.#child.exitCode;
  }
}
