import { choice, flag, integer } from '../setting-types.js';

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
    text: 'Credits reserved for a task whose price has no known ceiling; the known part of the price where that is more.',
  }),
  unpriced: choice('UNPRICED', ['reserve', 'refuse'], {
    default: 'reserve',
    text: 'Requests without a known ceiling, where a budget of the tenant, key or token limits them. `refuse`: PRICE_UNKNOWN. `reserve`: accepted with UNKNOWN_PRICE_CREDITS_MAX; may then overrun the budget.',
  }),
};
