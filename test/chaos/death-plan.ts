import { KILL_POINTS, type Arm } from './kill-points.js';
import { shuffled } from './seeded-random.js';

/** How one life of a gateway process is to end. */
export type Death = Arm | { readonly afterMs: number };

/** A random death comes so long after the start at most: some before it is ready. */
const RANDOM_DEATH_MS_MAX = 4_000;

/** The share of deaths at named points. */
const NAMED_SHARE = 0.8;

/** Lives that may end without coming to the point of an arm; with one more, the run fails. */
const MISSES_PER_ARM_MAX = 10;

/** The deaths that the processes of a run still have to die. */
export class DeathPlan {
  readonly size: number;
  /** Planned for each named point. */
  readonly perPoint: number;
  readonly #deaths: Death[];
  readonly #misses = new Map<Arm, number>();

  /** A life that is to end at a named point comes there `visitsMax` times at most. */
  constructor(kills: number, visitsMax: number, random: () => number) {
    const share = Math.floor((kills * NAMED_SHARE) / KILL_POINTS.length);
    this.perPoint = kills === 0 ? 0 : Math.max(1, share);
    const named = KILL_POINTS.flatMap((point) =>
      Array.from({ length: this.perPoint }, () => ({
        point,
        visit: 1 + Math.floor(random() * visitsMax),
      })),
    );
    const randoms = Array.from({ length: Math.max(0, kills - named.length) }, () => ({
      afterMs: Math.round(random() * RANDOM_DEATH_MS_MAX),
    }));
    this.#deaths = shuffled<Death>([...named, ...randoms], random);
    this.size = this.#deaths.length;
  }

  get isOver(): boolean {
    return this.#deaths.length === 0;
  }

  /** Undefined when every death has been given out. */
  next(): Death | undefined {
    return this.#deaths.shift();
  }

  /** A life ended before it came to its point: another is to. Throws when too many have missed it. */
  giveBack(arm: Arm): void {
    const misses = (this.#misses.get(arm) ?? 0) + 1;
    if (misses > MISSES_PER_ARM_MAX) {
      throw new Error(`${misses} lives have not come to ${arm.point}:${arm.visit}.`);
    }
    this.#misses.set(arm, misses);
    this.#deaths.push(arm);
  }
}
