import type { JsonObject } from '../../domain/input/json.js';
import { priceOf, type Price, type PriceRule } from '../../domain/pricing/price-rule.js';
import type { Estimate } from '../../domain/task/task.js';
import { PRICES } from '../../generated/facts/prices.js';

/** The price of a request by our price facts; undefined where they have no rule. */
export type PriceOf = (operation: string, body: JsonObject) => Price | undefined;

/** Prices by root field and Runway's model. */
const RULES: ReadonlyMap<string, PriceRule> = new Map(
  PRICES.map(({ operation, model, rule }) => [`${operation} ${model ?? ''}`, rule]),
);

/** The facts of schema/runway/prices.json; undefined where they have no rule. */
export function findPriceRule(operation: string, model: string | null): PriceRule | undefined {
  return RULES.get(`${operation} ${model ?? ''}`);
}

export const knownPrice: PriceOf = (operation, body) => {
  const { model } = body;
  const rule = findPriceRule(operation, typeof model === 'string' ? model : null);
  return rule === undefined ? undefined : priceOf(rule, body);
};

/** The credits that are set aside for a request before Runway has answered. */
export class Estimates {
  readonly #priceOf: PriceOf;
  readonly #creditsMax: number;

  /** `creditsMax`: the least that is set aside for a request without a known ceiling. */
  constructor(options: { readonly priceOf: PriceOf; readonly creditsMax: number }) {
    this.#priceOf = options.priceOf;
    this.#creditsMax = options.creditsMax;
  }

  estimate(operation: string, body: JsonObject): Estimate {
    const price = this.#priceOf(operation, body);
    return price?.isCeiling === true
      ? { credits: price.credits, source: 'PRICES' }
      : { credits: Math.max(this.#creditsMax, price?.credits ?? 0), source: 'MAXIMUM' };
  }
}
