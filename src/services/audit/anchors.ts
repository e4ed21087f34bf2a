import type { Seal } from '../../domain/audit.js';
import { isSameMac } from './chain-key.js';

/**
 * Heads of the chain that were written elsewhere. If two contradict each other, neither counts: a
 * person may have added lines to the file.
 */
export class Anchors {
  /** The last anchored position; 0 without anchors. */
  readonly lastPosition: number;
  /** Null: two seals of this position differ. */
  readonly #macs = new Map<number, string | null>();

  constructor(seals: Iterable<Seal> = []) {
    let lastPosition = 0;
    for (const { position, mac } of seals) {
      const known = this.#macs.get(position);
      this.#macs.set(position, known === undefined || known === mac ? mac : null);
      lastPosition = Math.max(lastPosition, position);
    }
    this.lastPosition = lastPosition;
  }

  /** Undefined if this position has no anchor. */
  agreesWith({ position, mac }: Seal): boolean | undefined {
    const anchored = this.#macs.get(position);
    if (anchored === undefined) return undefined;
    return anchored !== null && isSameMac(anchored, mac);
  }
}
