import { Loop } from '../concurrency/loop.js';
import { OpenWork } from '../concurrency/open-work.js';
import { unawaited } from '../concurrency/unawaited.js';
import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import type { OutputUploads } from '../services/lineage/output-uploads.js';

/** Uploads that one node has open at the same time. */
const CONCURRENCY = 4;

/** 10 min between two looks for uploads that have ended. */
const TIDY_INTERVAL_MS = 600_000;

/** Uploads outputs that requests are made from. */
export class OutputUploader {
  readonly #uploads: OutputUploads;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #loop: Loop;
  readonly #tidying: Loop;
  readonly #open = new OpenWork<object>();
  readonly #stopping = new AbortController();

  constructor(options: {
    readonly uploads: OutputUploads;
    readonly clock: Clock;
    readonly log: Logger;
  }) {
    const { uploads, clock, log } = options;
    this.#uploads = uploads;
    this.#clock = clock;
    this.#log = log;
    this.#loop = new Loop({ name: 'output uploads', clock, log, round: () => this.#fill() });
    this.#tidying = new Loop({
      name: 'ended uploads',
      clock,
      log,
      idleMsMax: TIDY_INTERVAL_MS,
      round: async () => {
        await uploads.tidy();
        return null;
      },
    });
  }

  get isRunning(): boolean {
    return this.#loop.isRunning && this.#tidying.isRunning;
  }

  start(): void {
    this.#loop.start();
    this.#tidying.start();
  }

  /** Cuts open uploads off: they are given back. */
  async stop(): Promise<void> {
    await Promise.all([this.#loop.stop(), this.#tidying.stop()]);
    this.#stopping.abort();
    await this.#open.settled();
  }

  /** An upload may have become due. */
  wake(): void {
    this.#loop.wake();
  }

  async #fill(): Promise<Date | null> {
    while (this.#open.size < CONCURRENCY) {
      const dueAt = await this.#uploads.nextDueAt();
      if (dueAt === null || dueAt > this.#clock.now()) return dueAt;
      const lease = await this.#uploads.take();
      // Another node takes it at this moment.
      if (lease === undefined) return dueAt;
      const work = this.#open.run({}, async () => {
        await this.#uploads.carryOut(lease, this.#stopping.signal);
        this.#loop.wake();
      });
      unawaited(work, { name: 'the upload of an output', log: this.#log });
    }
    return null;
  }
}
