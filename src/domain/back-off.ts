/**
 * Waits between attempts. The span doubles with each attempt, and each wait is random within its
 * span.
 */
export interface BackOff {
  /** Never less, so that no draw makes a busy loop. */
  readonly floorMs: number;
  /** The span of the first attempt. */
  readonly baseMs: number;
  /** The widest span. */
  readonly capMs: number;
}

/** A submission that Runway has certainly not accepted. */
export const SUBMIT_BACK_OFF: BackOff = { floorMs: 250, baseMs: 1_000, capMs: 60_000 };

/** A read without an answer about the task. The floor is Runway's own rule: one read in 5 s. */
export const READ_BACK_OFF: BackOff = { floorMs: 5_000, baseMs: 5_000, capMs: 120_000 };

/**
 * 1 h. A server that asks for a longer wait gets a request after 1 h all the same: a 429 costs
 * nothing.
 */
export const RETRY_AFTER_MS_MAX = 3_600_000;

/** 1 h between two tries against the daily cap: whether its window slides is not documented. */
export const DAILY_CAP_PARK_MS = 3_600_000;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const EXPONENT_MAX = 20;

/**
 * Full jitter: floor + a random part of min(cap, base · 2^attempt).
 * `random` is in [0, 1); `attempt` counts from 0.
 */
export function backOffMs(
  { floorMs, baseMs, capMs }: BackOff,
  attempt: number,
  random: number,
): number {
  const span = Math.min(capMs, baseMs * 2 ** Math.min(attempt, EXPONENT_MAX));
  return Math.round(floorMs + random * span);
}

/**
 * The wait that a server asks for: `retry-after-ms` first, then `retry-after` in seconds or as an
 * HTTP date. In ms, from 0 (a past date) to RETRY_AFTER_MS_MAX; null when neither can be read.
 */
export function retryAfterMs(
  headers: { readonly retryAfter: string | null; readonly retryAfterMs: string | null },
  now: Date,
): number | null {
  const asked =
    decimal(headers.retryAfterMs, 1) ??
    decimal(headers.retryAfter, 1_000) ??
    untilDate(headers.retryAfter, now);
  return asked === null ? null : Math.min(Math.max(Math.ceil(asked), 0), RETRY_AFTER_MS_MAX);
}

function decimal(text: string | null, unitMs: number): number | null {
  return text !== null && /^\s*\d{1,15}(\.\d{1,9})?\s*$/.test(text) ? Number(text) * unitMs : null;
}

/** Only the form that HTTP requires of senders, e.g. `Sun, 06 Nov 1994 08:49:37 GMT`. */
function untilDate(text: string | null, now: Date): number | null {
  if (text === null || !/^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text.trim())) {
    return null;
  }
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : time - now.getTime();
}

/**
 * When to try again after Runway's daily cap: in an hour, or soon after midnight UTC if that is
 * sooner. A random minute keeps the requests apart.
 */
export function dailyCapRetryAt(now: Date, random: number): Date {
  const midnight = (Math.floor(now.getTime() / DAY_MS) + 1) * DAY_MS;
  const next = Math.min(now.getTime() + DAILY_CAP_PARK_MS, midnight);
  return new Date(next + Math.ceil(random * MINUTE_MS));
}
