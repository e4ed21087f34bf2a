import { backOffMs, type BackOff } from '../back-off.js';

/** From 5 s up to half a day: about fifteen attempts in three days. */
export const DELIVERY_BACK_OFF: BackOff = {
  floorMs: 5_000,
  baseMs: 10_000,
  capMs: 43_200_000,
};

/** 3 days from the event, or from the moment when it was sent again on wish. */
export const RETRIED_FOR_MS = 259_200_000;

/** Gone. The receiver wants nothing more, as the Standard Webhooks specification has it. */
export const GONE = 410;

const OK = 200;
const REDIRECTION = 300;

export function isDelivered(status: number): boolean {
  return status >= OK && status < REDIRECTION;
}

/** When to send again after `attempts` attempts; undefined: it is given up. */
export function nextAttemptAt({
  now,
  attempts,
  retryUntil,
  askedMs,
  random,
}: {
  readonly now: Date;
  readonly attempts: number;
  readonly retryUntil: Date;
  /** The wait that the receiver asks for; null: it asks for none. */
  readonly askedMs: number | null;
  /** In [0, 1). */
  readonly random: number;
}): Date | undefined {
  const waitMs = Math.max(backOffMs(DELIVERY_BACK_OFF, attempts - 1, random), askedMs ?? 0);
  const next = new Date(now.getTime() + waitMs);
  return next > retryUntil ? undefined : next;
}
