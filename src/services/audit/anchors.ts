import type { Seal } from '../../domain/audit.js';
import { isSameMac } from './chain-key.js';

/**
 * Heads of the chain as they were written elsewhere. Two that contradict each other are both wrong:
 * lines may have been added to a file that takes only additions.
 */
export class Anchors {
  /** The end of what was anchored; 0 without anchors. */
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

  /** Undefined where nothing was anchored at this position. */
  agreesWith({ position, mac }: Seal): boolean | undefined {
    const anchored = this.#macs.get(position);
    if (anchored === undefined) return undefined;
    return anchored !== null && isSameMac(anchored, mac);
  }
}
