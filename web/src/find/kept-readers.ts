/** Lists that are kept, so that the way back leads to where one was. */
const READERS_MAX = 4;

/** The last few readers of one session, by name. */
export class KeptReaders<Reader> {
  readonly #byName = new Map<string, Reader>();

  get(name: string, open: () => Reader): Reader {
    const reader = this.#byName.get(name) ?? open();
    this.#byName.delete(name);
    this.#byName.set(name, reader);
    const [oldest] = this.#byName.keys();
    if (this.#byName.size > READERS_MAX && oldest !== undefined) this.#byName.delete(oldest);
    return reader;
  }

  get all(): readonly Reader[] {
    return [...this.#byName.values()];
  }
}
