import { HIDDEN_SECRET } from '../../../domain/runway-words.js';
import type { Exchange } from './transport.js';

/** A shorter secret would be a part of common words. Runway's have 132 characters. */
const SECRET_LENGTH_MIN = 8;

/** The exchange, where an answer repeats the secret without it. */
export function withoutSecret(exchange: Exchange, secret: string): Exchange {
  if (exchange.kind !== 'answered' || secret.length < SECRET_LENGTH_MIN) return exchange;
  const text = JSON.stringify(exchange.json) as string | undefined;
  if (text?.includes(secret) !== true) return exchange;
  return { ...exchange, json: JSON.parse(text.replaceAll(secret, HIDDEN_SECRET)) as unknown };
}
