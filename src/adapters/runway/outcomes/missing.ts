import { GatewayError } from '../../../errors.js';
import { isObject } from './answer-shapes.js';
import type { Exchange } from '../client/transport.js';

/** Whether Runway itself says that there is no such thing: a 404 in its own shape. */
export function saysMissing(exchange: Exchange): boolean {
  if (exchange.kind !== 'answered' || exchange.status !== 404) return false;
  return isObject(exchange.json) && typeof exchange.json['error'] === 'string';
}

/**
 * The same where whose it was is forgotten then. Throws RUNWAY_UNAVAILABLE for a 404 in any other
 * shape, which is of something in between, e.g. a proxy.
 */
export function isMissing(exchange: Exchange): boolean {
  if (saysMissing(exchange)) return true;
  if (exchange.kind !== 'answered' || exchange.status !== 404) return false;
  throw new GatewayError('RUNWAY_UNAVAILABLE', { detail: 'a 404 that is not Runway’s' });
}
