import DataLoader from 'dataloader';

/**
 * Reads that requests ask for in the same turn of the event loop, made in one statement: a round trip
 * to the database costs more than a row. `keyOf` names a read: alike ones share their answer, which
 * is read after the last of them was asked. At most `max` are in a statement, and nothing is kept
 * beyond it.
 */
export class GatheredReads<Asked, Answer> {
  readonly #loader: DataLoader<Asked, Answer, string>;

  /** `read` answers in the order of the question. */
  constructor(
    read: (asked: readonly Asked[]) => Promise<readonly Answer[]>,
    { keyOf, max }: { readonly keyOf: (asked: Asked) => string; readonly max: number },
  ) {
    this.#loader = new DataLoader(
      async (all) => {
        const { distinct, placeOf } = distinctOf(all, keyOf);
        const answers = await read(distinct);
        return placeOf.map((place) => answers[place] as Answer);
      },
      {
        cache: false,
        maxBatchSize: max,
        // After the sockets of this turn have been read: requests that came together are together.
        batchScheduleFn: (send) => setImmediate(send),
      },
    );
  }

  load(asked: Asked): Promise<Answer> {
    return this.#loader.load(asked);
  }
}

/** Each different one once, and for all of them its place among these. */
function distinctOf<Asked>(all: readonly Asked[], keyOf: (asked: Asked) => string) {
  const places = new Map<string, number>();
  const distinct: Asked[] = [];
  const placeOf = all.map((asked) => {
    const key = keyOf(asked);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, distinct.length);
    return distinct.push(asked) - 1;
  });
  return { distinct, placeOf };
}
