import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** `keys:rotate` as its own process, which can be killed at any point. */
export class RotationProcess {
  #output = '';
  #hasEnded = false;
  readonly #child: ChildProcess;
  readonly #closed: Promise<unknown>;

  /** `main` is what Node runs: the compiled gateway. */
  constructor(
    main: readonly string[],
    environment: Readonly<Record<string, string>>,
    ...args: readonly string[]
  ) {
    this.#child = spawn(process.execPath, [...main, 'keys:rotate', ...args], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (text: Buffer) => (this.#output += text.toString()));
    }
    this.#closed = once(this.#child, 'close').then(() => (this.#hasEnded = true));
  }

  get output(): string {
    return this.#output;
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** The time that it says to go on with, when it has been asked to replace data keys. */
  get began(): string | undefined {
    return /--data-keys-before (\S+)/.exec(this.#output)?.[1];
  }

  /** Resolves when it has printed this, or has ended. */
  async printed(pattern: RegExp): Promise<void> {
    const { stdout } = this.#child;
    while (!this.#hasEnded && !pattern.test(this.#output)) {
      await Promise.race([this.#closed, stdout === null ? undefined : once(stdout, 'data')]);
    }
  }

  /** Returns whether it was still running. */
  async kill(): Promise<boolean> {
    this.#child.kill('SIGKILL');
    await this.#closed;
    return this.#child.signalCode === 'SIGKILL';
  }

  /** The exit code; null when it was killed. */
  async ended(): Promise<number | null> {
    await this.#closed;
    return this.#child.exitCode;
  }
}
