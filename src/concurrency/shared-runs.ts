/**
 * Work that is never done twice at once. Calls that come while it runs share the next run, which
 * begins when the present one has ended.
 */
export class SharedRuns {
  readonly #work: () => Promise<void>;
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(work: () => Promise<void>) {
    this.#work = work;
  }

  /** Resolves when a run has ended that began after this call. Rejects as that run does. */
  async run(): Promise<void> {
    if (this.#running === undefined) await this.#start();
    else await (this.#next ??= this.#startAfter(this.#running));
  }

  #start(): Promise<void> {
    this.#running = this.#work().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #startAfter(running: Promise<void>): Promise<void> {
    // The callers of that run are told of its failure.
    await running.catch(() => undefined);
    this.#next = undefined;
    await this.#start();
  }
}
