/** 25 s that requests and submissions get to end after SIGTERM; submissions left then become UNCONFIRMED. */
export const DRAIN_MS = 25_000;

type Step = () => Promise<void>;

/** What has been begun and must be ended: the last thing first. */
export class Shutdown {
  readonly #steps: Step[] = [];

  /** `step` runs before all those that were added earlier. */
  add(step: Step): void {
    this.#steps.push(step);
  }

  async run(): Promise<void> {
    for (const step of this.#steps.splice(0).reverse()) await step();
  }
}
