import type { SdkMethod } from '../../generated/facts/sdk-methods.js';
import { AUDIO_PRICES } from './audio-prices.js';
import { IMAGE_PRICES } from './image-prices.js';
import { jobOf, type Job } from './job.js';
import { VIDEO_PRICES } from './video-prices.js';

const PRICES: ReadonlyMap<string, (job: Job) => number> = new Map(
  Object.entries({ ...VIDEO_PRICES, ...IMAGE_PRICES, ...AUDIO_PRICES }),
);

/** Where the body names no model: the name under which the organisation's limits and usage run. */
const MODEL_OF: Partial<Record<SdkMethod, string>> = {
  'recipes.adLocalization': 'ad_localization',
  'recipes.marketingStockImage': 'marketing_stock_image',
  'recipes.multiShotVideo': 'multi_shot_video',
  'recipes.productAd': 'product_ad',
  'recipes.productCampaignImage': 'product_campaign_image',
  'recipes.productSwap': 'product_swap',
  'recipes.productUgc': 'product_ugc',
};

/** Every model with a price: the organisation's tier lists them. */
export const MODELS: readonly string[] = [...PRICES.keys()];

/** Seconds, where the body gives none, or leaves them to the model. */
const USUAL_SECONDS = 5;
/** The same, of models that say so in the SDK's comments. */
const USUAL_SECONDS_OF: Readonly<Record<string, number>> = {
  product_ad: 10,
  product_swap: 10,
  product_ugc: 15,
  multi_shot_video: 10,
  'veo3.1': 8,
  'veo3.1_fast': 8,
};

/** The longest that a model may choose to make for `auto`, which is billed at first. */
const AUTO_SECONDS_MAX = 15;
const AUTO_SECONDS_MAX_OF: Readonly<Record<string, number>> = {
  seedance2_5: 30,
  'gemini_omni_flash_1.1': 10,
};

export interface Quote {
  readonly model: string;
  /** Credits, the most that the task may cost. */
  readonly estimate: number;
  /** Credits that it costs when it succeeds; lower where the model chose a shorter duration. */
  readonly cost: number;
}

/** What a valid body costs by Runway's published prices. */
export function quote(method: SdkMethod, body: object, chosenModel?: string): Quote {
  const fields = body as Readonly<Record<string, unknown>>;
  const named = typeof fields['model'] === 'string' ? fields['model'] : undefined;
  const model = chosenModel ?? named ?? MODEL_OF[method] ?? 'unknown';
  const cost = creditsFor(model, fields, USUAL_SECONDS_OF[model] ?? USUAL_SECONDS);
  if (fields['duration'] !== 'auto') return { model, estimate: cost, cost };
  const longest = AUTO_SECONDS_MAX_OF[model] ?? AUTO_SECONDS_MAX;
  return { model, estimate: creditsFor(model, fields, longest), cost };
}

/** Whole credits. What has no price, as a workflow, costs 1 a second. */
function creditsFor(
  model: string,
  fields: Readonly<Record<string, unknown>>,
  seconds: number,
): number {
  const job = jobOf(fields, seconds);
  const credits = PRICES.get(model)?.(job) ?? job.seconds;
  // 0.1 + 0.2 must not become one credit more.
  return Math.max(1, Math.ceil(Math.round(credits * 100) / 100));
}
