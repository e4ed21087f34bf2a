/** Of orders for either model: 5 s at 12 credits, or 6 s at 10. */
export const CREDITS_PER_TASK = 60;

/** Runway gives it no limit: a gateway sends at once what it accepts. */
export const FREE_MODEL = 'gen4.5';

/** It has SLOTS: what finds none, or others that wait for one, is queued. */
export const SLOT_MODEL = 'veo3.1_fast';

export const SLOTS = 8;

export type OrderedModel = typeof FREE_MODEL | typeof SLOT_MODEL;

/** The order is the prompt, so that a POST at Runway tells whose it is. */
export function inputOf(model: OrderedModel, order: string): object {
  const video = { promptText: order, ratio: 'RATIO_1280_720' };
  return model === SLOT_MODEL
    ? { veo3_1Fast: { ...video, duration: 6, audio: false } }
    : { gen4_5: { ...video, duration: 5 } };
}

/** Orders for the slots that come together. More than there are slots: the last ones are queued. */
const BURST = SLOTS + 4;

/** From the end of a task at Runway until it is read, at most: then its slot is free. */
const READ_SECONDS = 6;

/**
 * Whose turn it is to be ordered: a burst for the slots, between whose orders one for the free model
 * stands each time, and then that model alone until all of the burst has had a slot, and for as long
 * again as one of them has it.
 */
export class OrderedModels {
  readonly #roundMs: number;
  #nextBurstMs = -Infinity;
  #left = 0;
  #isFree = true;

  constructor(taskSeconds: number) {
    this.#roundMs = (BURST / SLOTS + 1) * (taskSeconds + READ_SECONDS) * 1_000;
  }

  next(): OrderedModel {
    const nowMs = performance.now();
    if (nowMs >= this.#nextBurstMs) {
      this.#nextBurstMs = nowMs + this.#roundMs;
      this.#left = BURST;
    }
    this.#isFree = !this.#isFree || this.#left === 0;
    if (this.#isFree) return FREE_MODEL;
    this.#left -= 1;
    return SLOT_MODEL;
  }
}
