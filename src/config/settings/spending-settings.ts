import { flag, integer } from '../setting-types.js';

export const spendingSettings = {
  requireIdempotencyKey: flag('REQUIRE_IDEMPOTENCY_KEY', {
    default: false,
    text: 'Refuses billable mutations without an idempotency key.',
  }),
  idempotencyHours: integer('IDEMPOTENCY_HOURS', {
    default: 24,
    min: 24,
    max: 8_760,
    unit: 'hours',
    text: 'How long an idempotency key is remembered. A key is never forgotten before its task has settled.',
  }),
  unknownPriceCreditsMax: integer('UNKNOWN_PRICE_CREDITS_MAX', {
    default: 500,
    min: 1,
    max: 1_000_000,
    unit: 'credits',
    text: 'Credits reserved for a task of a model whose price is unknown.',
  }),
};
