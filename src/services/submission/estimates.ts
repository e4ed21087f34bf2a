import type { JsonObject } from '../../domain/input/json.js';
import { estimateCredits, type PriceRule } from '../../domain/pricing/price-rule.js';
import type { Estimate } from '../../domain/task/task.js';
import { PRICES } from '../../generated/facts/prices.js';

/** Credits by our price facts; undefined where they do not know the price. */
export type PriceOf = (operation: string, body: JsonObject) => number | undefined;

/** Prices by root field and Runway's model. */
const RULES: ReadonlyMap<string, PriceRule> = new Map(
  PRICES.map(({ operation, model, rule }) => [`${operation} ${model ?? ''}`, rule]),
);

/** The facts of schema/runway/prices.json; undefined where the price is not known. */
export function findPriceRule(operation: string, model: string | null): PriceRule | undefined {
  return RULES.get(`${operation} ${model ?? ''}`);
}

/** The most that a request can cost by these facts. */
export const knownPrice: PriceOf = (operation, body) => {
  const { model } = body;
  const rule = findPriceRule(operation, typeof model === 'string' ? model : null);
  return rule === undefined ? undefined : estimateCredits(rule, body);
};

/** The most that a request will cost, before Runway has answered. */
export class Estimates {
  readonly #priceOf: PriceOf;
  readonly #creditsMax: number;

  /** `creditsMax`: the estimate for requests without a known price. */
  constructor(options: { readonly priceOf: PriceOf; readonly creditsMax: number }) {
    this.#priceOf = options.priceOf;
    this.#creditsMax = options.creditsMax;
  }

  estimate(operation: string, body: JsonObject): Estimate {
    const credits = this.#priceOf(operation, body);
    return credits === undefined
      ? { credits: this.#creditsMax, source: 'MAXIMUM' }
      : { credits, source: 'PRICES' };
  }
}
