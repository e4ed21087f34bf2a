import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { entriesMax } from '../../concurrency/entries-max.js';

/** It tells holders apart, and says nothing of them. */
const NAME_LENGTH = 12;

/** Holders whose names are remembered, and how long the text of one may be: 2 MB at most. */
const REMEMBERED_MAX = 10_000;
const REMEMBERED_LENGTH_MAX = 200;

/** Names the partitions of a limit, in base64, as express-rate-limit does: one is one holder's count. */
export class PartitionNames {
  readonly #names = new LRUCache<string, string>(entriesMax(REMEMBERED_MAX));

  of(holder: string): string {
    const known = this.#names.get(holder);
    if (known !== undefined) return known;
    const name = Buffer.from(hash('sha256', holder, 'hex').slice(0, NAME_LENGTH));
    const text = name.toString('base64');
    if (holder.length <= REMEMBERED_LENGTH_MAX) this.#names.set(holder, text);
    return text;
  }

  get rememberedCount(): number {
    return this.#names.size;
  }
}
