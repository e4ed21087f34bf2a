import { Arg, Int } from 'type-graphql';
import { GatewayError } from '../../errors.js';
import { WAIT_SECONDS_MAX } from '../../services/events/settlement-waits.js';

const BOUND = `0–${String(WAIT_SECONDS_MAX)}`;

/** The argument `waitSeconds`, checked. */
export function WaitSeconds(): ReturnType<typeof Arg> {
  return Arg('waitSeconds', () => Int, {
    defaultValue: 0,
    description: `Seconds, ${BOUND}: the answer waits so long for the task to settle or become UNCONFIRMED, counted from the request. It comes sooner when too many requests wait or the gateway stops; read \`status\`.`,
    validateFn: checkWaitSeconds,
  });
}

/** Throws BAD_USER_INPUT when the time is out of bounds. */
function checkWaitSeconds(seconds: unknown): void {
  if (typeof seconds === 'number' && seconds >= 0 && seconds <= WAIT_SECONDS_MAX) return;
  const message = `Must be from 0 to ${String(WAIT_SECONDS_MAX)}.`;
  throw new GatewayError('BAD_USER_INPUT', {
    issues: [{ path: 'waitSeconds', rule: 'range', message, allowed: [BOUND] }],
  });
}
