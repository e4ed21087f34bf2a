import type { PriceQuantity, PriceRule } from '../../../../src/domain/pricing/price-rule.js';
import { PRICES } from '../../../../src/generated/facts/prices.js';

/** What Runway charges for a model of a mutation; undefined: it is not known. */
export function priceRuleOf(operation: string, model: string | null): PriceRule | undefined {
  const prices: readonly { operation: string; model: string | null; rule: PriceRule }[] = PRICES;
  return prices.find((price) => price.operation === operation && price.model === model)?.rule;
}

export function unitOf(quantity: PriceQuantity): string {
  switch (quantity.kind) {
    case 'once':
      return 'a request';
    case 'seconds':
      return quantity.perUnit === undefined ? 'a second' : `for ${String(quantity.perUnit)} s`;
    case 'outputs':
      return 'an output';
    case 'characters':
      return `for ${String(quantity.perUnit)} characters`;
  }
}
