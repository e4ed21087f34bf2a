import type { SdkMethod } from '../../generated/facts/sdk-methods.js';

/** Credits per second of output, at the model's ordinary resolution. */
const VIDEO_PER_SECOND = {
  'gen4.5': 12,
  gen4_turbo: 5,
  act_two: 5,
  aleph2: 28,
  'veo3.1': 20,
  'veo3.1_fast': 10,
  seedance2: 36,
  seedance2_fast: 29,
  seedance2_mini: 16,
  seedance2_5: 30,
  hailuo3: 10,
  h3_max: 8,
  wan3: 10,
  wan3_prime: 14,
  grok_imagine_1_5: 16,
  happyhorse_1_0: 15,
  gemini_omni_flash: 10,
  'gemini_omni_flash_1.1': 10,
  enhance_frame_rate: 0.5,
  magnific_video_upscaler_creative: 21,
  ruby: 20,
  gwm1_avatars: 2,
  product_swap: 53,
  product_ad: 50,
  product_ugc: 48,
  multi_shot_video: 13,
} as const satisfies Record<string, number>;

/** Credits per picture. */
const IMAGE_EACH = {
  gen4_image: 8,
  gen4_image_turbo: 2,
  gpt_image_2: 20,
  gpt_image_2_5_flare: 20,
  gpt_image_2_5_sunburst: 20,
  'gemini_image3.1_flash': 11,
  gemini_image3_pro: 20,
  'gemini_2.5_flash': 5,
  muse_image: 1,
  seedream5_pro: 5,
  seedream5_lite: 4,
  grok_imagine_image_2: 6,
  magnific_precision_upscaler_v2: 25,
  ad_localization: 21,
  marketing_stock_image: 20,
  product_campaign_image: 36,
} as const satisfies Record<string, number>;

/** Credits per second of sound, save for the speaking models: per character of text. */
const AUDIO_PER_SECOND = {
  seed_audio: 0.25,
  eleven_text_to_sound_v2: 1,
  eleven_voice_isolation: 1 / 6,
  eleven_voice_dubbing: 1 / 2,
  eleven_multilingual_sts_v2: 1 / 3,
} as const satisfies Record<string, number>;

const AUDIO_PER_CHARACTER = {
  eleven_multilingual_v2: 1 / 50,
  eleven_v3: 1 / 50,
} as const satisfies Record<string, number>;

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
export const MODELS: readonly string[] = [
  ...Object.keys(VIDEO_PER_SECOND),
  ...Object.keys(IMAGE_EACH),
  ...Object.keys(AUDIO_PER_SECOND),
  ...Object.keys(AUDIO_PER_CHARACTER),
];

/** Seconds, where the body gives none, or leaves it to the model. */
const USUAL_SECONDS = 5;
/** The longest that any model with `duration: 'auto'` may choose to make. Only an estimate uses it. */
const AUTO_SECONDS_MAX = 15;

export interface Quote {
  readonly model: string;
  /** Credits, the most that the task may cost. */
  readonly estimate: number;
  /** Credits that it costs when it succeeds; lower where the model chose a shorter duration. */
  readonly cost: number;
}

/** What a valid body costs. The prices follow Runway's list roughly: enough to see budgets work. */
export function quote(method: SdkMethod, body: object, chosenModel?: string): Quote {
  const fields = body as Readonly<Record<string, unknown>>;
  const named = typeof fields['model'] === 'string' ? fields['model'] : undefined;
  const model = chosenModel ?? named ?? MODEL_OF[method] ?? 'unknown';
  const credits = (seconds: number) => creditsFor(model, fields, seconds);
  const duration = fields['duration'];
  if (duration === 'auto') {
    return { model, estimate: credits(AUTO_SECONDS_MAX), cost: credits(USUAL_SECONDS) };
  }
  const price = credits(typeof duration === 'number' ? duration : USUAL_SECONDS);
  return { model, estimate: price, cost: price };
}

function creditsFor(
  model: string,
  fields: Readonly<Record<string, unknown>>,
  seconds: number,
): number {
  const each = priceIn(IMAGE_EACH, model);
  if (each !== undefined) {
    return each * (typeof fields['outputCount'] === 'number' ? fields['outputCount'] : 1);
  }
  const perCharacter = priceIn(AUDIO_PER_CHARACTER, model);
  if (perCharacter !== undefined) {
    const text = typeof fields['promptText'] === 'string' ? fields['promptText'] : '';
    return Math.max(1, Math.ceil(text.length * perCharacter));
  }
  const perSecond = priceIn(VIDEO_PER_SECOND, model) ?? priceIn(AUDIO_PER_SECOND, model) ?? 1;
  return Math.max(1, Math.ceil(seconds * (perSecond + surcharge(fields['outputFormat']))));
}

/** Credits per second that a video format other than MP4 costs more. Sound formats cost nothing. */
function surcharge(format: unknown): number {
  if (format === 'prores' || format === 'png_sequence') return 5;
  return typeof format === 'string' && /^(hdr|hlg|sdr_rec709_10bit)/.test(format) ? 20 : 0;
}

function priceIn(table: Readonly<Record<string, number>>, model: string): number | undefined {
  return Object.hasOwn(table, model) ? table[model] : undefined;
}
