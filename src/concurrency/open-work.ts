/** Work that has been started and not ended, so that stopping can wait for it. */
export class OpenWork<Item> {
  readonly #running = new Map<Item, Promise<unknown>>();

  /** Runs `work` under `item` and returns what it returns. */
  async run<Result>(item: Item, work: () => Promise<Result>): Promise<Result> {
    const running = work();
    this.#running.set(item, running);
    try {
      return await running;
    } finally {
      this.#running.delete(item);
    }
  }

  get size(): number {
    return this.#running.size;
  }

  items(): readonly Item[] {
    return [...this.#running.keys()];
  }

  /**
   * Resolves when no work is open: all work has ended, with success or failure, and so has the work
   * that it started.
   */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running.values());
  }
}
