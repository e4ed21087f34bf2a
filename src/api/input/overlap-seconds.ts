import { GatewayError } from '../../errors.js';

/** Seconds: 30 days. */
export const OVERLAP_SECONDS_MAX = 2_592_000;

/** Seconds: a day. */
export const OVERLAP_SECONDS = 86_400;

/** Throws BAD_USER_INPUT. */
export function checkOverlap(seconds: number): void {
  if (seconds >= 0 && seconds <= OVERLAP_SECONDS_MAX) return;
  const allowed = [`0–${String(OVERLAP_SECONDS_MAX)}`];
  const message = `Must be from 0 to ${String(OVERLAP_SECONDS_MAX)} seconds.`;
  throw new GatewayError('BAD_USER_INPUT', {
    issues: [{ path: 'overlapSeconds', rule: 'range', message, allowed }],
  });
}
