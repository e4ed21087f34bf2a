import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { Loop } from '../../concurrency/loop.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';

/** 2 s between two looks. Contents are compared, so that any way of replacing a file is noticed. */
const INTERVAL_MS = 2_000;

/** What was refused is tried again every 30 s: a certificate may become valid, a secret be known. */
const LOOKS_UNTIL_RETRY = 15;

/** 1 MB: more is no certificate, key or secret. */
const BYTES_MAX = 1_048_576;

interface WatchedFilesOptions<Name extends string> {
  /** Paths by the settings that name them. */
  readonly paths: Readonly<Record<Name, string>>;
  /** Takes contents into use, those of all files together. Throws, naming the setting, to refuse them. */
  readonly use: (texts: Readonly<Record<Name, string>>) => void | Promise<void>;
  /** Of one file. Default: BYTES_MAX. */
  readonly bytesMax?: number;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Files that may be replaced while the process runs. What cannot be read or is refused changes
 * nothing: the contents before stay in use, and the log tells an operator, once for each state. What
 * is refused is tried again now and then.
 */
export class WatchedFiles<Name extends string> {
  readonly #options: WatchedFilesOptions<Name>;
  readonly #looks: Loop;
  /** What was last acted on: a hash of contents, or why there are none. */
  #handled = '';
  /** What was last seen. A file may be in the middle of being written: two looks must agree. */
  #seen = '';
  /** How often contents that were refused have been looked at since; undefined: they were not. */
  #looksSinceRefusal: number | undefined;

  constructor(options: WatchedFilesOptions<Name>) {
    this.#options = options;
    this.#looks = new Loop({
      name: 'replaced files',
      clock: options.clock,
      log: options.log,
      idleMsMax: INTERVAL_MS,
      restsFirst: true,
      round: async () => {
        await this.#look();
        return null;
      },
    });
  }

  /** Throws, naming the setting, when a file cannot be read; `use` is not called. */
  async read(): Promise<Readonly<Record<Name, string>>> {
    const texts = await this.#readAll();
    this.#seen = this.#handled = hashOf(texts);
    return texts;
  }

  start(): void {
    this.#looks.start();
  }

  async stop(): Promise<void> {
    await this.#looks.stop();
  }

  async #look(): Promise<void> {
    const { paths, use, log } = this.#options;
    const settings = Object.keys(paths);
    let isRetry = false;
    try {
      const texts = await this.#readAll();
      const isNew = this.#isNew(hashOf(texts));
      isRetry = !isNew && this.#isRetryDue();
      if (!isNew && !isRetry) return;
      this.#looksSinceRefusal = 0;
      await use(texts);
      this.#looksSinceRefusal = undefined;
      log.info({ settings }, 'files have changed and are in use');
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown';
      const isTold = error instanceof UnreadableFile ? !this.#isNew(reason) : isRetry;
      if (isTold) return;
      log.error(
        { settings, reason },
        'files have changed and cannot be used: what was read before is',
      );
    }
  }

  /** Whether this is the second look at a state that nothing was done about. */
  #isNew(state: string): boolean {
    const isStill = state === this.#seen;
    this.#seen = state;
    if (!isStill || state === this.#handled) return false;
    this.#handled = state;
    this.#looksSinceRefusal = undefined;
    return true;
  }

  #isRetryDue(): boolean {
    if (this.#looksSinceRefusal === undefined || this.#seen !== this.#handled) return false;
    this.#looksSinceRefusal += 1;
    return this.#looksSinceRefusal >= LOOKS_UNTIL_RETRY;
  }

  async #readAll(): Promise<Readonly<Record<Name, string>>> {
    const { paths, bytesMax = BYTES_MAX } = this.#options;
    const entries = Object.entries(paths) as [Name, string][];
    const texts = await Promise.all(
      entries.map(
        async ([setting, path]) => [setting, await readText(setting, path, bytesMax)] as const,
      ),
    );
    return Object.fromEntries(texts) as Record<Name, string>;
  }
}

class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

async function readText(setting: string, path: string, bytesMax: number): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > bytesMax) {
      throw new UnreadableFile(`${setting}: ${path} is larger than ${String(bytesMax)} bytes.`);
    }
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw new UnreadableFile(`${setting}: ${path} cannot be read (${code}).`, { cause: error });
  }
}

/** Contents may be secrets, which need not be kept to be compared. */
function hashOf(texts: object): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex');
}
