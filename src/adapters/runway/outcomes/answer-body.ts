import { retryAfterMs } from '../../../domain/back-off.js';
import type { RunwayRefusal } from '../../../domain/runway-answer.js';
import { toldAsOne } from '../../../domain/told-refusal.js';
import type { ErrorCode } from '../../../error-registry.js';
import { GatewayError } from '../../../errors.js';
import type { Exchange } from '../client/transport.js';
import { shaped, type Shape } from './answer-shapes.js';
import { parseRefusal } from './parse-refusal.js';

/**
 * The body of a 2xx. What Runway says in a 4xx goes with the error. Throws RUNWAY_UNAVAILABLE,
 * RUNWAY_UNAUTHORIZED, RUNWAY_RATE_LIMITED, RUNWAY_NOT_FOUND, RUNWAY_REFUSED and
 * RUNWAY_OUT_OF_CREDITS.
 */
export function answerBody(exchange: Exchange, now: Date): unknown {
  if (exchange.kind !== 'answered') {
    throw new GatewayError('RUNWAY_UNAVAILABLE', { detail: exchange.detail });
  }
  const { status, json } = exchange;
  if (status >= 200 && status < 300) return json;
  const wait = retryAfterMs(exchange, now);
  const refusal = parseRefusal(status, json);
  throw new GatewayError(errorCodeOf(refusal), {
    detail: `status ${String(status)}`,
    ...(status < 500 && { replyFor: (isKnown) => toldAsOne(refusal, isKnown) }),
    ...(wait === null ? {} : { retryAfterMs: wait }),
  });
}

/** The body of a 2xx in its shape, called `name` in errors. Throws as `answerBody` does. */
export function shapedAnswer<T>(exchange: Exchange, now: Date, shape: Shape<T>, name: string): T {
  const answer = answerBody(exchange, now);
  const problem = exchange.kind === 'answered' ? exchange.bodyProblem : null;
  if (problem !== null) {
    throw new GatewayError('RUNWAY_UNAVAILABLE', { detail: `${name}: ${problem}` });
  }
  return shaped(shape, answer, name);
}

function errorCodeOf({ status, isOutOfCredits }: RunwayRefusal): ErrorCode {
  switch (status) {
    case 400:
      return isOutOfCredits ? 'RUNWAY_OUT_OF_CREDITS' : 'RUNWAY_REFUSED';
    case 401:
    case 403:
      return 'RUNWAY_UNAUTHORIZED';
    case 404:
      return 'RUNWAY_NOT_FOUND';
    case 429:
      return 'RUNWAY_RATE_LIMITED';
    default:
      return 'RUNWAY_UNAVAILABLE';
  }
}
