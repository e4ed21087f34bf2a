import type { Job } from './job.js';

/* Credits of pictures, for each model, worked out from Runway's published prices. */

type Size = '1k' | '2k' | '4k';

/** Undefined where the body leaves it to the model. */
function sizeOf({ named, pixels }: Job): Size | undefined {
  if (named === '1k' || named === '2k' || named === '4k') return named;
  if (pixels === undefined) return undefined;
  if (pixels < 1_700_000) return '1k';
  return pixels < 7_000_000 ? '2k' : '4k';
}

/** Up to 2K, and beyond or where the size is open. */
const GPT_IMAGE_2: Readonly<Record<string, readonly [small: number, large: number]>> = {
  low: [1, 2],
  medium: [5, 11],
};

function gptImage2(job: Job): number {
  const [small, large] = GPT_IMAGE_2[job.quality ?? ''] ?? [20, 41];
  const size = sizeOf(job);
  return job.outputs * (size === '1k' || size === '2k' ? small : large);
}

function grokImage(job: Job): number {
  const each = (job.quality === 'low' ? 4 : 6) + (sizeOf(job) === '2k' ? 2 : 0);
  return Math.max(6, job.outputs * each + job.images);
}

/** A model whose base price is not published; each reference adds 1 to each picture. */
const gptImage25 = ({ outputs, images }: Job): number => outputs * (20 + images);

export const IMAGE_PRICES = {
  gen4_image: ({ shortSide = 1080 }) => (shortSide <= 720 ? 5 : 8),
  gen4_image_turbo: () => 2,
  gpt_image_2: gptImage2,
  gpt_image_2_5_flare: gptImage25,
  gpt_image_2_5_sunburst: gptImage25,
  // No price of it is published.
  'gemini_image3.1_flash': ({ outputs }) => outputs * 11,
  gemini_image3_pro: (job) => job.outputs * (sizeOf(job) === '4k' ? 40 : 20),
  'gemini_2.5_flash': () => 5,
  muse_image: ({ outputs }) => outputs,
  seedream5_pro: (job) => job.outputs * (sizeOf(job) === '1k' ? 5 : 9),
  seedream5_lite: ({ outputs }) => outputs * 4,
  grok_imagine_image_2: grokImage,
  magnific_precision_upscaler_v2: ({ fields }) =>
    typeof fields['scaleFactor'] === 'number' && fields['scaleFactor'] > 4 ? 150 : 25,
  ad_localization: () => 21,
  marketing_stock_image: ({ quality, fields }) => {
    const each = { low: 1, medium: 5 }[quality ?? 'high'] ?? 20;
    return 8 + each * (typeof fields['outputCount'] === 'number' ? fields['outputCount'] : 4);
  },
  product_campaign_image: () => 36 * 4,
} as const satisfies Record<string, (job: Job) => number>;
