/** Work of several kinds, of which one piece runs at a time: the first at once, others in turn. */
export class Lane {
  #end: Promise<void> | undefined;

  /** `work` never rejects. */
  run(work: () => Promise<void>): void {
    const running = this.#end === undefined ? work() : this.#end.then(work);
    const end = running.then(() => {
      if (this.#end === end) this.#end = undefined;
    });
    this.#end = end;
  }
}

type Work<Item, Result> = (
  items: readonly Item[],
) => Promise<readonly (Result | Promise<Result>)[]>;

interface Entry<Item, Result> {
  readonly item: Item;
  readonly key: string;
  readonly resolve: (result: Result | Promise<Result>) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Items that are worked on together: an item that comes while the lane is free goes at once, and
 * those that come while it is taken go in one set, in the order in which they came. No two items of
 * a set have the same key: the second one waits for the next set.
 */
export class GatheredWork<Item, Result> {
  readonly #work: Work<Item, Result>;
  readonly #keyOf: (item: Item) => string;
  readonly #max: number;
  readonly #lane: Lane;
  #waiting: Entry<Item, Result>[] = [];
  #hasTurn = false;

  /**
   * `work` returns the results in the order of its items; when it rejects, all of them do. The lane
   * is free when it has resolved, though some of its results may still be promises.
   */
  constructor(
    work: Work<Item, Result>,
    options: {
      readonly keyOf: (item: Item) => string;
      /** Items of a set. */
      readonly max: number;
      readonly lane?: Lane;
    },
  ) {
    this.#work = work;
    this.#keyOf = options.keyOf;
    this.#max = options.max;
    this.#lane = options.lane ?? new Lane();
  }

  async run(item: Item): Promise<Result> {
    return await new Promise((resolve, reject) => {
      this.#waiting.push({ item, key: this.#keyOf(item), resolve, reject });
      this.#takeTurn();
    });
  }

  #takeTurn(): void {
    if (this.#hasTurn || this.#waiting.length === 0) return;
    this.#hasTurn = true;
    this.#lane.run(async () => {
      const set = this.#nextSet();
      this.#hasTurn = false;
      this.#takeTurn();
      await this.#settle(set);
    });
  }

  #nextSet(): readonly Entry<Item, Result>[] {
    const keys = new Set<string>();
    const set: Entry<Item, Result>[] = [];
    const rest: Entry<Item, Result>[] = [];
    for (const entry of this.#waiting) {
      const fits = set.length < this.#max && !keys.has(entry.key);
      (fits ? set : rest).push(entry);
      keys.add(entry.key);
    }
    this.#waiting = rest;
    return set;
  }

  async #settle(set: readonly Entry<Item, Result>[]): Promise<void> {
    try {
      const results = await this.#work(set.map(({ item }) => item));
      for (const [place, { resolve }] of set.entries())
        resolve(results[place] as Result | Promise<Result>);
    } catch (error) {
      for (const { reject } of set) reject(error);
    }
  }
}
