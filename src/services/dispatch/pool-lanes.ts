import type { SlotPool } from '../../ports/dispatch/slot-pool.js';

/** One submission that is taken and sent in the background. */
export interface Lane {
  /** Whether the submission may be one of this pool. Holds a place in it until `keep` or `end`. */
  claim(pool: SlotPool): boolean;
  /** The submission belongs to this pool. */
  keep(pool: SlotPool): void;
  end(): void;
}

/**
 * Prevents that one pool, whose calls may hang, takes all background lanes. Not BoundedWork: a lane
 * claims places in several pools, and its work begins when it knows its own.
 */
export class PoolLanes {
  readonly #max: number;
  /** Lanes by pool. */
  readonly #lanes = new Map<string, Set<object>>();

  constructor(max: number) {
    this.#max = max;
  }

  open(): Lane {
    const lane = {};
    const claimed = new Set<string>();
    const leave = (key: string): void => {
      const lanes = this.#lanes.get(key);
      lanes?.delete(lane);
      if (lanes?.size === 0) this.#lanes.delete(key);
    };
    return {
      claim: (pool) => {
        const key = keyOf(pool);
        const lanes = this.#lanes.get(key) ?? new Set();
        if (!lanes.has(lane) && lanes.size >= this.#max) return false;
        this.#lanes.set(key, lanes.add(lane));
        claimed.add(key);
        return true;
      },
      keep: (pool) => {
        for (const key of claimed) if (key !== keyOf(pool)) leave(key);
      },
      end: () => {
        for (const key of claimed) leave(key);
      },
    };
  }
}

function keyOf({ runwayAccount, model }: SlotPool): string {
  return `${runwayAccount} ${model ?? ''}`;
}
