import type { Clock } from '../server/emulator-clock.js';
import type { Settings } from '../control/emulator-settings.js';

/**
 * The organisation's balance, which stands in the settings, and what was spent by day and model. A
 * task's estimate is taken at once; what it did not cost comes back when it settles.
 */
export class Credits {
  readonly #byDay = new Map<string, Map<string, number>>();

  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** False, and nothing taken, when the balance does not suffice. */
  take(model: string, credits: number): boolean {
    if (credits > this.settings.credits) return false;
    this.#book(model, credits);
    return true;
  }

  giveBack(model: string, credits: number): void {
    if (credits !== 0) this.#book(model, -credits);
  }

  /** Net credits by model on a UTC day (YYYY-MM-DD); negative where more came back than was taken. */
  spentOn(day: string): ReadonlyMap<string, number> {
    return this.#byDay.get(day) ?? new Map<string, number>();
  }

  #book(model: string, credits: number): void {
    this.settings.credits -= credits;
    const day = this.clock.now().toISOString().slice(0, 10);
    const spent = this.#byDay.get(day) ?? new Map<string, number>();
    spent.set(model, (spent.get(model) ?? 0) + credits);
    this.#byDay.set(day, spent);
  }
}
