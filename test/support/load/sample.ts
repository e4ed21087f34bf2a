import { createHash } from 'node:crypto';

/** `npm run check` tries everything; `npm test` tries a sample of it, the same in each run. */
const TRIES_ALL = process.env['SAMPLES'] === 'all';

/**
 * One of `every` of what is tried at a place, at least one. Each place begins elsewhere, so that every
 * thing is tried at some place.
 */
export function sample<T>(
  items: readonly T[],
  every: number,
  place: string,
  triesAll = TRIES_ALL,
): readonly T[] {
  if (triesAll) return items;
  const step = Math.min(every, items.length);
  const first = createHash('sha256').update(place).digest().readUInt32BE() % step;
  return items.filter((_, at) => at % step === first);
}

/** One of `every` of so many things that are alike. */
export function sampleSize(count: number, every: number, triesAll = TRIES_ALL): number {
  return triesAll ? count : Math.ceil(count / every);
}
