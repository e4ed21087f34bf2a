import type { JsonObject, JsonValue } from '../input/json.js';

/**
 * What Runway charges for one model of one create, as data (see schema/runway/prices.json).
 * Credits; 1 credit is 0.01 US dollars.
 */
export interface PriceRule {
  readonly quantity: PriceQuantity;
  /** Credits a unit. The greatest of the rates that the body does not exclude counts. */
  readonly rates: readonly PriceRate[];
  /** Values for properties that the body leaves out. */
  readonly defaults?: Readonly<Record<string, string>>;
  /** How `tier` is read from the body's ratio or resolution. */
  readonly tiers?: 'video' | 'image' | 'shortSide';
  /** Credits before everything else. */
  readonly base?: number;
  readonly minimum?: number;
  readonly surcharges?: readonly PriceSurcharge[];
  /** No source states the whole price: the rule gives the part that is known. */
  readonly isPartial?: true;
}

/** What a rule says of one request. */
export interface Price {
  /** Whole credits: the most that the known parts can cost. */
  readonly credits: number;
  /** Whether the request cannot cost more. */
  readonly isCeiling: boolean;
}

/** Conditions by property of the body, or by `tier`: one of the texts. */
type Conditions = Readonly<Record<string, readonly string[]>>;

export interface PriceRate {
  readonly credits: number;
  readonly when?: Conditions;
}

export type PriceQuantity =
  | { readonly kind: 'once' }
  | {
      readonly kind: 'seconds';
      /** The property that names them; `duration` when left out. */
      readonly property?: string;
      /** Seconds in a unit, of which a started one counts; 1 and no rounding when left out. */
      readonly perUnit?: number;
      /** Seconds when the body names none. */
      readonly absent?: number;
      /** The longest possible, for `auto` and for an unknown length. */
      readonly max?: number;
      /** The length is the input's, which the gateway does not know: only `max` counts. */
      readonly ofInput?: true;
    }
  | { readonly kind: 'outputs'; readonly absent: number }
  | { readonly kind: 'characters'; readonly property: string; readonly perUnit: number };

export type PriceSurcharge =
  /** For each entry of a list, or for a single value. `outputs`: for each output again. */
  | {
      readonly kind: 'entries';
      readonly property: string;
      readonly credits: number;
      readonly perOutput?: true;
    }
  /** For each unit of the quantity. */
  | { readonly kind: 'units'; readonly rates: readonly PriceRate[] }
  /** For input of unknown length, where the list is not empty. */
  | {
      readonly kind: 'inputSeconds';
      readonly property: string;
      readonly max: number;
      readonly rates: readonly PriceRate[];
    };

/**
 * The price of a request by the rule. It is no ceiling when the rule is partial, or when the body
 * leaves open a quantity without a known maximum or has a rate that no source names.
 */
export function priceOf(rule: PriceRule, body: JsonObject): Price {
  const quantity = quantityOf(rule.quantity, body);
  const rate = greatestRate(rule.rates, rule, body);
  const units = quantity ?? 0;
  let credits = (rule.base ?? 0) + units * rate.credits;
  let isKnown = quantity !== undefined && rate.isKnown;
  for (const surcharge of rule.surcharges ?? []) {
    const added = surchargeOf(surcharge, rule, body, units);
    credits += added.credits;
    isKnown &&= added.isKnown;
  }
  return {
    credits: Math.ceil(roundedToCent(Math.max(credits, rule.minimum ?? 0))),
    isCeiling: isKnown && rule.isPartial !== true,
  };
}

function quantityOf(quantity: PriceQuantity, body: JsonObject): number | undefined {
  switch (quantity.kind) {
    case 'once':
      return 1;
    case 'outputs':
      return numberOr(body['outputCount'], quantity.absent);
    case 'characters': {
      const text = body[quantity.property];
      return typeof text === 'string' ? Math.ceil(text.length / quantity.perUnit) : undefined;
    }
    case 'seconds': {
      const seconds = secondsOf(quantity, body[quantity.property ?? 'duration']);
      const { perUnit } = quantity;
      if (seconds === undefined || perUnit === undefined) return seconds;
      return Math.ceil(seconds / perUnit);
    }
  }
}

function secondsOf(
  { absent, max, ofInput }: PriceQuantity & { kind: 'seconds' },
  duration: JsonValue | undefined,
): number | undefined {
  if (ofInput === true) return max;
  if (typeof duration === 'number') return duration;
  return duration === undefined ? (absent ?? max) : max;
}

/** A part of a price; where no source names its rate, the greatest that is named. */
interface Part {
  readonly credits: number;
  readonly isKnown: boolean;
}

function greatestRate(rates: readonly PriceRate[], rule: PriceRule, body: JsonObject): Part {
  const possible = rates.filter(({ when = {} }) =>
    Object.entries(when).every(([name, texts]) => {
      const fact = factOf(name, rule, body);
      return fact === undefined || texts.includes(fact);
    }),
  );
  const isKnown = possible.length > 0;
  const counting = isKnown ? possible : rates;
  return { credits: Math.max(0, ...counting.map(({ credits }) => credits)), isKnown };
}

/** A property as text, the tier, or undefined when the body leaves it open. */
function factOf(name: string, rule: PriceRule, body: JsonObject): string | undefined {
  const value = name === 'tier' ? tierOf(rule.tiers ?? 'video', body) : body[name];
  const fact = typeof value === 'boolean' ? String(value) : value;
  return typeof fact === 'string' ? fact : rule.defaults?.[name];
}

/** Pixels up to which a tier reaches; the shapes of one tier differ a little in size. */
const TIERS = {
  video: [
    [500_000, '480p'],
    [1_050_000, '720p'],
    [2_300_000, '1080p'],
    [Number.POSITIVE_INFINITY, '4k'],
  ],
  image: [
    [1_600_000, '1k'],
    [6_000_000, '2k'],
    [Number.POSITIVE_INFINITY, '4k'],
  ],
} as const;

function tierOf(by: 'video' | 'image' | 'shortSide', body: JsonObject): string | undefined {
  const { resolution, ratio } = body;
  if (typeof resolution === 'string') return resolution.toLowerCase();
  if (typeof ratio !== 'string') return undefined;
  const named = /^auto_(\w+)$/.exec(ratio)?.[1];
  if (named !== undefined) return named;
  const [, width, height] = /^(\d{3,}):(\d{3,})$/.exec(ratio) ?? [];
  if (width === undefined || height === undefined) return undefined;
  if (by === 'shortSide') return Math.min(Number(width), Number(height)) <= 720 ? '720p' : '1080p';
  const pixels = Number(width) * Number(height);
  return TIERS[by].find(([most]) => pixels <= most)?.[1];
}

function surchargeOf(
  surcharge: PriceSurcharge,
  rule: PriceRule,
  body: JsonObject,
  quantity: number,
): Part {
  switch (surcharge.kind) {
    case 'entries': {
      const entries = entriesIn(body[surcharge.property]);
      const outputs = surcharge.perOutput === true ? quantity : 1;
      return { credits: entries * surcharge.credits * outputs, isKnown: true };
    }
    case 'units':
      return times(greatestRate(surcharge.rates, rule, body), quantity);
    case 'inputSeconds': {
      if (entriesIn(body[surcharge.property]) === 0) return { credits: 0, isKnown: true };
      return times(greatestRate(surcharge.rates, rule, body), surcharge.max);
    }
  }
}

function times({ credits, isKnown }: Part, units: number): Part {
  return { credits: credits * units, isKnown };
}

function entriesIn(value: JsonValue | undefined): number {
  if (value === undefined || value === null) return 0;
  return Array.isArray(value) ? value.length : 1;
}

function numberOr(value: JsonValue | undefined, fallback: number): number {
  return typeof value === 'number' ? value : fallback;
}

/** 0.1 + 0.2 must not become one credit more. */
function roundedToCent(credits: number): number {
  return Math.round(credits * 100) / 100;
}
