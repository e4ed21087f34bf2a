import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { CopyPoint } from '../../../src/ports/archive/copy-points.js';
import type { CrashPoint } from '../../../src/ports/crash-points.js';
import type { DeliveryCrashPoint } from '../../../src/ports/webhooks/delivery-crash-points.js';
import { TEST_KEY } from '../store/key-ring.js';
import { WIDE_LIMITS } from './wide-limits.js';

/** An instant of a process that freezing-main.ts runs; visits are counted from when it hears of it. */
export type Death = { readonly visit: number } & (
  | { readonly work: 'submission'; readonly point: CrashPoint }
  | { readonly work: 'copy'; readonly point: CopyPoint }
  | { readonly work: 'delivery'; readonly point: DeliveryCrashPoint }
);

/** Time that passes for a process at once, if freezing-main.ts or faulty-main.ts runs there. */
export interface Leap {
  readonly leapMs: number;
}

/** A gateway as its own process, so that it can be killed as no process expects. */
export class GatewayProcess {
  #url = '';
  readonly #child: ChildProcess;
  readonly #exited: Promise<unknown>;
  #output = '';
  #aheadMs: number;

  private constructor(child: ChildProcess, aheadMs: number) {
    this.#child = child;
    this.#aheadMs = aheadMs;
    this.#exited = once(child, 'exit');
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (text: Buffer) => {
        this.#output = (this.#output + text.toString()).slice(-20_000);
      });
    }
  }

  /** Resolves when `/readyz` answers 200. `args` are Node's. */
  static async start(
    environment: Readonly<Record<string, string>>,
    args: readonly string[],
  ): Promise<GatewayProcess> {
    const child = spawn(process.execPath, args, {
      env: {
        PATH: process.env['PATH'],
        ENCRYPTION_KEY: TEST_KEY,
        ...WIDE_LIMITS,
        ...environment,
        PORT: '0',
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const gateway = new GatewayProcess(child, Number(environment['AHEAD_MS'] ?? 0));
    await gateway.#ready();
    return gateway;
  }

  /** As it has printed it. */
  get url(): string {
    return this.#url;
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

  /** Resolves when it will die there. For the program that hears it: freezing-main.ts. */
  async dieAt(death: Death): Promise<void> {
    await this.#tell(death);
  }

  /** How far it has leapt: AHEAD_MS of the process that takes over its work. */
  get aheadMs(): number {
    return this.#aheadMs;
  }

  /** Resolves when so much time has passed for it, or it has died. For the same programs. */
  async leap(leapMs: number): Promise<void> {
    this.#aheadMs += leapMs;
    await this.#tell({ leapMs });
  }

  async #tell(told: Death | Leap): Promise<void> {
    const heard = once(this.#child, 'message');
    this.#child.send(told, () => undefined);
    await Promise.race([heard, this.#exited]);
  }

  /** As a machine that is paused: it does nothing until `thaw`, and its sockets stay open. */
  freeze(): void {
    this.#child.kill('SIGSTOP');
  }

  thaw(): void {
    this.#child.kill('SIGCONT');
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** The exit code, when it has ended by itself. */
  async ended(): Promise<number | null> {
    await this.#exited;
    return this.#child.exitCode;
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
      this.#url = /http:\/\/127\.0\.0\.1:\d+(?=\/graphql)/.exec(this.#output)?.[0] ?? '';
      const response = await fetch(`${this.#url}/readyz`).catch(() => undefined);
      if (response?.ok === true) return;
      await new Promise((resolve) => setTimeout(resolve, READY_PROBE_MS));
    }
    await this.kill();
    throw new Error(`The gateway did not become ready:\n${this.#output}`);
  }
}

/**
 * 60 s for a stop after SIGTERM. By contract it takes 30 s at most; a busy machine gets the double. What
 * hangs takes longer than that.
 */
export const STOP_MS_MAX = 60_000;

/** 170 s, for a busy machine. A start that fails ends the wait at once. */
const READY_TIMEOUT_MS = 170_000;
const READY_PROBE_MS = 50;
