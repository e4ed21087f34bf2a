import DataLoader from 'dataloader';

/** Reads of one statement at most: what its text and its rows take stays small. */
const GATHERED_MAX = 100;

/**
 * Reads that requests ask for in the same turn of the event loop, made in one statement: a round trip
 * to the database costs more than a row. `keyOf` names a read: alike ones share their answer, which
 * is read after the last of them was asked. Nothing is kept beyond the statement.
 */
export class GatheredReads<Asked, Answer> {
  readonly #loader: DataLoader<Asked, Answer, string>;

  /** `read` answers in the order of the question. */
  constructor(
    read: (asked: readonly Asked[]) => Promise<readonly Answer[]>,
    keyOf: (asked: Asked) => string,
  ) {
    this.#loader = new DataLoader(
      async (all) => {
        const places = new Map<string, number>();
        const distinct: Asked[] = [];
        const placeOf = all.map((asked) => {
          const key = keyOf(asked);
          const known = places.get(key);
          if (known !== undefined) return known;
          places.set(key, distinct.length);
          return distinct.push(asked) - 1;
        });
        const answers = await read(distinct);
        return placeOf.map((place) => answers[place] as Answer);
      },
      {
        cache: false,
        maxBatchSize: GATHERED_MAX,
        // After the sockets of this turn have been read: requests that came together are together.
        batchScheduleFn: (send) => setImmediate(send),
      },
    );
  }

  load(asked: Asked): Promise<Answer> {
    return this.#loader.load(asked);
  }
}
