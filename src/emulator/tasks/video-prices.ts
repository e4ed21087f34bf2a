import type { Job } from './job.js';

/*
 * Credits of a video, for each model. They are worked out here from Runway's published prices, and
 * not read from the gateway's: a wrong price there must show.
 */

type Tier = '480p' | '720p' | '1080p' | '4k';

/** Pixels of a picture in the middle of each tier. */
const TIERS: readonly (readonly [Tier, number])[] = [
  ['480p', 410_000],
  ['720p', 922_000],
  ['1080p', 2_074_000],
  ['4k', 8_294_000],
];

/** The tier whose pictures are nearest in size; `usual` where the body leaves it open. */
function tierOf({ named, pixels }: Job, usual: Tier): Tier {
  const asked = TIERS.find(([tier]) => tier === named);
  if (asked !== undefined) return asked[0];
  if (pixels === undefined) return usual;
  const distance = (nominal: number): number => Math.abs(Math.log(pixels / nominal));
  const [first, ...others] = TIERS.map(([tier, nominal]) => [tier, distance(nominal)] as const);
  return others.reduce((best, one) => (one[1] < best[1] ? one : best), first ?? [usual, 0])[0];
}

const isNamed = ({ named }: Job, ...names: readonly string[]): boolean =>
  named !== undefined && names.includes(named);

function seedance25(job: Job): number {
  const tier = tierOf(job, '720p');
  const output = { '480p': 20, '720p': 30, '1080p': 68, '4k': 68 }[tier];
  const input = { '480p': 10, '720p': 15, '1080p': 34, '4k': 34 }[tier];
  return Math.max(80, job.seconds * output + job.videoSeconds * input);
}

function hailuo3(job: Job): number {
  const each = isNamed(job, '2k', '1080p', '4k') ? 15 : 10;
  return each * (job.seconds + job.videoSeconds) + 2 * job.images;
}

/** Of the price only the ends are known, 3.4 and 30. */
function geminiOmniFlash11(job: Job): number {
  const { seconds, pixels = 922_000 } = job;
  if (pixels < 300_000) return 3.4 * seconds;
  return { '480p': 10, '720p': 10, '1080p': 15, '4k': 30 }[tierOf(job, '720p')] * seconds;
}

function upscaled({ named, source, fields }: Job): number {
  const aFrame = { '720p': 0.7, '1k': 0.7, '2k': 0.9, '4k': 1.2 }[named ?? '2k'] ?? 0.9;
  const framesPerSecond = source.framesPerSecond * (fields['fpsBoost'] === true ? 2 : 1);
  return Math.max(1, source.seconds * framesPerSecond * aFrame);
}

/** A recipe states the price of its first 4 s. */
function recipe(job: Job, small: number, large: number): number {
  const isLarge = isNamed(job, '1080p') || (job.pixels ?? 0) > 1_000_000;
  return isLarge ? large + (job.seconds - 4) * 40 : small + (job.seconds - 4) * 36;
}

export const VIDEO_PRICES = {
  'gen4.5': ({ seconds, formatSurcharge }) => seconds * (12 + formatSurcharge),
  gen4_turbo: ({ seconds }) => seconds * 5,
  act_two: ({ source }) => source.seconds * 5,
  aleph2: ({ source, formatSurcharge }) =>
    Math.max(56, source.seconds * 28) + source.seconds * formatSurcharge,
  'veo3.1': ({ seconds, hasSound }) => seconds * (hasSound ? 40 : 20),
  'veo3.1_fast': ({ seconds, hasSound }) => seconds * (hasSound ? 15 : 10),
  seedance2: (job) =>
    job.seconds * { '480p': 36, '720p': 36, '1080p': 40, '4k': 150 }[tierOf(job, '720p')],
  seedance2_fast: ({ seconds }) => seconds * 29,
  seedance2_mini: ({ seconds }) => Math.max(64, seconds * 16),
  seedance2_5: seedance25,
  hailuo3,
  h3_max: (job) => job.seconds * (isNamed(job, '480p') ? 5 : 8),
  wan3: (job) =>
    job.seconds * { '480p': 5, '720p': 10, '1080p': 20, '4k': 20 }[tierOf(job, '720p')],
  wan3_prime: (job) =>
    job.seconds * { '480p': 6.8, '720p': 14, '1080p': 28, '4k': 28 }[tierOf(job, '720p')],
  grok_imagine_1_5: (job) =>
    job.seconds * { '480p': 10, '720p': 16, '1080p': 29, '4k': 29 }[tierOf(job, '720p')] +
    job.images +
    job.sounds,
  happyhorse_1_0: (job) =>
    job.seconds * { '480p': 15, '720p': 15, '1080p': 30, '4k': 30 }[tierOf(job, '720p')],
  gemini_omni_flash: (job) =>
    job.videoSeconds > 0 ? job.videoSeconds * 11 + job.images : job.seconds * 10 + job.images,
  'gemini_omni_flash_1.1': geminiOmniFlash11,
  enhance_frame_rate: ({ source }) => source.seconds * 0.5,
  magnific_video_upscaler_creative: upscaled,
  ruby: ({ source }) => source.seconds * (source.pixels > 4_000_000 ? 40 : 20),
  product_ad: (job) => recipe(job, 200, 216),
  product_swap: (job) => recipe(job, 212, 228),
  product_ugc: (job) => recipe(job, 192, 208),
  multi_shot_video: ({ seconds, pixels = 0 }) => seconds * (pixels > 1_000_000 ? 17 : 13),
  // No price of it is published.
  gwm1_avatars: ({ seconds }) => seconds * 2,
} as const satisfies Record<string, (job: Job) => number>;
