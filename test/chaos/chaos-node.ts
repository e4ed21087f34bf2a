import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Death, DeathPlan } from './death-plan.js';
import type { KillPoint } from './kill-points.js';
import { TEST_KEY } from '../support/store/key-ring.js';
import { WIDE_LIMITS } from '../support/gateway/wide-limits.js';

/** One life of a gateway process. */
export interface Life {
  /** The file where it wrote down how far its submissions had come. */
  readonly trace: string;
  /** Set when it was killed: the point at which it killed itself, or that it was at random. */
  killed?: { readonly atMs: number; readonly by: KillPoint | 'random' };
}

export interface ChaosNodeOptions {
  readonly name: string;
  /** Compiled gateway-main. */
  readonly entry: string;
  readonly traceDir: string;
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
  /** How its next lives are to end; when the plan is over, they are not. */
  readonly plan: DeathPlan;
  /** Whether a start may fail at this moment, because the store is away. */
  readonly mayFailToStart?: () => boolean;
}

/** Before a start that has failed is tried again. */
const RESTART_MS = 500;

/** What an armed process may take, once it is ready, to come to its point; then it is killed where it is. */
const ARMED_MS_MAX = 20_000;

/** What a start may take on a machine that is busy with all the others. */
const READY_MS_MAX = 60_000;

/** The gateway's own promise is 30 s. */
const STOP_MS_MAX = 35_000;

const OUTPUT_CHARACTERS_MAX = 8_000;

/** A gateway process that is started again as soon as it has been killed. */
export class ChaosNode {
  readonly url: string;
  readonly lives: Life[] = [];
  readonly #options: ChaosNodeOptions;
  #child: ChildProcess | undefined;
  #isStopping = false;
  #output = '';
  #death: Death | undefined;
  #living: Promise<void> | undefined;

  constructor(options: ChaosNodeOptions) {
    this.#options = options;
    this.url = `http://127.0.0.1:${options.port}`;
  }

  /** The end of what it has printed in all its lives. */
  get output(): string {
    return this.#output;
  }

  /** Whether the present life is not to be ended. */
  get isSpared(): boolean {
    return this.#death === undefined;
  }

  /** Resolves when it is ready for the first time, in a life that is not to be killed. */
  async start(): Promise<void> {
    const { child, life } = this.#spawn(undefined);
    await this.#ready(child);
    this.#living = this.#live(child, life);
    this.#living.catch(() => undefined); // `failed` and `stop` tell it.
  }

  /** Ends the present life now, and lets the planned deaths begin. */
  beginDying(): void {
    if (this.#child !== undefined) this.#killed(this.lives.at(-1), 'random', this.#child);
  }

  /** Rejects when a life ended in a way that was not planned. */
  async failed(): Promise<never> {
    await this.#living;
    return await new Promise<never>(() => undefined);
  }

  /** Stops it by SIGTERM. Rejects when it does not end with exit code 0 in time. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    const child = this.#child;
    if (child === undefined) return;
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS_MAX);
    child.kill('SIGTERM');
    await this.#living?.finally(() => {
      clearTimeout(timer);
    });
  }

  /** Stops its process for a while, as a machine does that is paused. */
  async freeze(ms: number): Promise<void> {
    const child = this.#child;
    child?.kill('SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, ms));
    child?.kill('SIGCONT');
  }

  /** Ends it at once, whatever it does. */
  async destroy(): Promise<void> {
    this.#isStopping = true;
    const child = this.#child;
    child?.kill('SIGKILL');
    await this.#living?.catch(() => undefined);
    if (child?.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }

  #spawn(death: Death | undefined): { readonly child: ChildProcess; readonly life: Life } {
    const { name, entry, traceDir, port, environment } = this.#options;
    const trace = join(traceDir, `${name}-${this.lives.length}.trace`);
    const child = spawn(process.execPath, [entry], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        ENCRYPTION_KEY: TEST_KEY,
        ...WIDE_LIMITS,
        ...environment,
        PORT: String(port),
        CHAOS_TRACE: trace,
        ...(death !== undefined && 'point' in death
          ? { CHAOS_ARM: `${death.point}:${death.visit}` }
          : {}),
      },
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.#output = (this.#output + text).slice(-OUTPUT_CHARACTERS_MAX);
      });
    }
    child.stdin.on('error', () => undefined);
    this.#child = child;
    const life: Life = { trace };
    this.lives.push(life);
    return { child, life };
  }

  async #ready(child: ChildProcess): Promise<void> {
    const exited = once(child, 'exit').then(() => {
      throw new Error(`${this.#options.name} ended while starting:\n${this.#output}`);
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), READY_MS_MAX);
    try {
      await Promise.race([once(child.stdout ?? child, 'data'), exited]);
    } finally {
      clearTimeout(timer);
      exited.catch(() => undefined);
    }
  }

  /** Life after life, until it is stopped. */
  async #live(first: ChildProcess, firstLife: Life): Promise<void> {
    let [child, life]: [ChildProcess, Life] = [first, firstLife];
    for (;;) {
      const death = this.#death;
      const forget = this.#kill(child, life, death);
      const [code, signal] = await exitOf(child);
      forget();
      if (this.#isStopping && code === 0) return;
      if (signal === 'SIGKILL' && life.killed === undefined && death !== undefined) {
        if ('point' in death) life.killed = { atMs: Date.now(), by: death.point };
      }
      if (life.killed === undefined && code === 1 && this.#options.mayFailToStart?.() === true) {
        await new Promise((resolve) => setTimeout(resolve, RESTART_MS));
        if (this.#isStopping) return;
        ({ child, life } = this.#spawn(this.#death));
        continue;
      }
      if (life.killed === undefined) {
        const how = signal ?? `code ${String(code)}`;
        throw new Error(`${this.#options.name} ended with ${how}:\n${this.#output}`);
      }
      if (this.#isStopping) return;
      const { plan } = this.#options;
      if (death !== undefined && 'point' in death && life.killed.by === 'random') {
        plan.giveBack(death);
      }
      this.#death = plan.next();
      ({ child, life } = this.#spawn(this.#death));
    }
  }

  /** Sees to it that this life ends as planned. Returns what calls that off. */
  #kill(child: ChildProcess, life: Life, death: Death | undefined): () => void {
    let timer: NodeJS.Timeout | undefined;
    const killAfter = (ms: number): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        this.#killed(life, 'random', child);
      }, ms);
    };
    const onReady = (): void => {
      killAfter(ARMED_MS_MAX);
    };
    if (death !== undefined && 'point' in death) {
      killAfter(READY_MS_MAX);
      child.stdout?.once('data', onReady);
    } else if (death !== undefined) {
      killAfter(death.afterMs);
    }
    return () => {
      child.stdout?.off('data', onReady);
      clearTimeout(timer);
    };
  }

  #killed(life: Life | undefined, by: 'random', child: ChildProcess): void {
    if (life === undefined || !child.kill('SIGKILL')) return;
    life.killed = { atMs: Date.now(), by };
  }
}

function exitOf(child: ChildProcess): Promise<[code: number | null, signal: string | null]> {
  const { exitCode, signalCode } = child;
  if (exitCode !== null || signalCode !== null) return Promise.resolve([exitCode, signalCode]);
  return once(child, 'exit') as Promise<[number | null, string | null]>;
}
