import type { JsonObject } from '../../../src/domain/input/json.js';
import { isGuaranteed } from '../../../src/domain/task/task.js';
import { Estimates, knownPrice } from '../../../src/services/submission/estimates.js';

/** UNKNOWN_PRICE_CREDITS_MAX by default. */
const CREDITS_MAX = 500;

const URI = 'https://example.com/medium';
const images = (count: number) => Array.from({ length: count }, () => ({ uri: URI }));

const T2V = 'createTextToVideo';
const I2V = 'createImageToVideo';
const V2V = 'createVideoToVideo';
const T2I = 'createTextToImage';

type Row = readonly [
  /** The figures that the sum was worked out from. All but those of 3.4 and of the SDK are of 2.10. */
  facts: string,
  operation: string,
  body: JsonObject,
  credits: number,
];

/** Each sum was worked out by hand from the facts about Runway, by section. */
const GUARANTEED: readonly Row[] = [
  ['gen4.5 12/s: 5 × 12', T2V, { model: 'gen4.5', duration: 5 }, 60],
  [
    'gen4.5 12/s, png_sequence +5/s: 10 × 17',
    I2V,
    { model: 'gen4.5', duration: 10, outputFormat: 'png_sequence' },
    170,
  ],
  [
    '10 bits and more +20/s up to 4 MP: 2 × 32',
    T2V,
    { model: 'gen4.5', duration: 2, outputFormat: 'hdr_exr_sequence' },
    64,
  ],
  ['gen4_turbo 5/s; 3.4: at most 10 s', I2V, { model: 'gen4_turbo' }, 50],
  ['act_two 5/s; 2.6: at most 30 s', 'createCharacterPerformance', { model: 'act_two' }, 150],
  ['aleph2 28/s; 2.6: at most 30 s', V2V, { model: 'aleph2' }, 840],
  ['aleph2 28/s + 5/s: 30 × 33', V2V, { model: 'aleph2', outputFormat: 'prores' }, 990],
  [
    'aleph2 28/s + 40/s above 4 MP: 30 × 68',
    V2V,
    { model: 'aleph2', outputFormat: 'sdr_rec709_10bit' },
    2_040,
  ],
  ['veo3.1 40/s with sound: 8 × 40', T2V, { model: 'veo3.1', duration: 8, audio: true }, 320],
  ['veo3.1 20/s: 4 × 20', I2V, { model: 'veo3.1', duration: 4, audio: false }, 80],
  ['veo3.1_fast 15/s with sound; 3.4: at most 8 s', T2V, { model: 'veo3.1_fast' }, 120],
  ['veo3.1_fast 10/s: 6 × 10', T2V, { model: 'veo3.1_fast', duration: 6, audio: false }, 60],
  [
    'seedance2_5 480p 20/s: 5 × 20',
    T2V,
    { model: 'seedance2_5', duration: 5, ratio: '854:480' },
    100,
  ],
  [
    'seedance2_5 480p 20/s, at least 80: 4 × 20',
    I2V,
    { model: 'seedance2_5', duration: 4, ratio: '640:640' },
    80,
  ],
  [
    'seedance2_5 1080p 68/s; 3.4: at most 30 s',
    T2V,
    { model: 'seedance2_5', duration: 'auto', ratio: '1920:1080' },
    2_040,
  ],
  [
    'seedance2_5 720p 30/s + 15/s of 30 s of input: 10 × 30 + 30 × 15',
    V2V,
    { model: 'seedance2_5', promptVideo: URI, duration: 10, ratio: '1280:720' },
    750,
  ],
  [
    'seedance2_5 1080p 68/s + 34/s of 30 s, the input being output too: 5 × 68 + 30 × 102',
    V2V,
    { model: 'seedance2_5', promptVideo: URI, duration: 5, mode: 'extend' },
    3_400,
  ],
  [
    'seedance2 36/s in 480p: 4 × 36',
    T2V,
    { model: 'seedance2', duration: 4, ratio: '864:496' },
    144,
  ],
  [
    'seedance2 40/s in 1080p: 10 × 40',
    I2V,
    { model: 'seedance2', duration: 10, ratio: '2206:946' },
    400,
  ],
  [
    'seedance2 150/s in 4K: 15 × 150',
    V2V,
    { model: 'seedance2', promptVideo: URI, duration: 15, ratio: '3840:2160' },
    2_250,
  ],
  [
    'seedance2_fast 29/s; 3.4: at most 15 s',
    V2V,
    { model: 'seedance2_fast', promptVideo: URI, duration: 'auto' },
    435,
  ],
  ['seedance2_mini 16/s: 10 × 16', T2V, { model: 'seedance2_mini', duration: 10 }, 160],
  ['seedance2_mini 16/s, at least 64', V2V, { model: 'seedance2_mini', duration: 4 }, 64],
  [
    'hailuo3 10/s in 768p + 2 an image: 6 × 10 + 3 × 2',
    T2V,
    { model: 'hailuo3', duration: 6, resolution: '768p', references: images(3) },
    66,
  ],
  [
    'hailuo3 15/s in 2k; 3.4: at most 15 s; + 2 an image',
    I2V,
    { model: 'hailuo3', resolution: '2K', promptImage: URI },
    227,
  ],
  [
    'hailuo3 10/s, a reference video at that rate, 15 s together: 5 × 10 + 15 × 10',
    T2V,
    { model: 'hailuo3', duration: 5, resolution: '768p', referenceVideos: images(2) },
    200,
  ],
  [
    'hailuo3 15/s: 5 × 15 + 15 × 15',
    V2V,
    { model: 'hailuo3', duration: 5, resolution: '2k', promptVideo: URI },
    300,
  ],
  ['h3_max 5/s in 480p: 5 × 5', T2V, { model: 'h3_max', duration: 5, resolution: '480p' }, 25],
  ['h3_max 8/s; 3.4: at most 15 s', I2V, { model: 'h3_max' }, 120],
  ['wan3 20/s in 1080p: 30 × 20', T2V, { model: 'wan3', duration: 30, ratio: '1648:1248' }, 600],
  ['wan3 5/s in 480p: 7 × 5', I2V, { model: 'wan3', duration: 7, ratio: 'auto_480p' }, 35],
  [
    'wan3_prime 6.8/s in 480p: 7 × 6.8 = 47.6',
    T2V,
    { model: 'wan3_prime', duration: 7, ratio: '720:544' },
    48,
  ],
  [
    'wan3_prime 14/s in 720p: 3 × 14',
    I2V,
    { model: 'wan3_prime', duration: 3, ratio: '960:960' },
    42,
  ],
  [
    'grok_imagine_1_5 16/s in 720p + 1 an image or sound: 10 × 16 + 2 + 1',
    T2V,
    {
      model: 'grok_imagine_1_5',
      duration: 10,
      resolution: '720p',
      references: images(2),
      referenceAudio: images(1),
    },
    163,
  ],
  ['grok_imagine_1_5 29/s in 1080p; 3.4: at most 15 s', T2V, { model: 'grok_imagine_1_5' }, 435],
  [
    'happyhorse_1_0 30/s in 1080p: 3 × 30',
    T2V,
    { model: 'happyhorse_1_0', duration: 3, ratio: '1662:1248' },
    90,
  ],
  [
    'happyhorse_1_0 15/s in 720p: 4 × 15',
    I2V,
    { model: 'happyhorse_1_0', duration: 4, resolution: '720P' },
    60,
  ],
  [
    'gemini_omni_flash 10/s + 1 for the first frame; 3.4: at most 10 s',
    I2V,
    { model: 'gemini_omni_flash', promptImage: URI },
    101,
  ],
  [
    'gemini_omni_flash 11/s of input + 1 a reference; 2.6: at most 10 s',
    V2V,
    { model: 'gemini_omni_flash', videoUri: URI, references: images(5) },
    115,
  ],
  [
    'gemini_omni_flash_1.1 up to 30/s: 6 × 30',
    T2V,
    { model: 'gemini_omni_flash_1.1', duration: 6 },
    180,
  ],
  ['ruby 40/s above 4 MP; 2.6: at most 30 s', 'createVideoToHdr', { model: 'ruby' }, 1_200],
  [
    'enhance_frame_rate 0.5/s; 2.6: at most 300 s',
    'createVideoUpscale',
    { model: 'enhance_frame_rate' },
    150,
  ],
  ['gen4_image 5 in 720p', T2I, { model: 'gen4_image', ratio: '1680:720' }, 5],
  ['gen4_image 8 in 1080p', T2I, { model: 'gen4_image', ratio: '1920:1080' }, 8],
  ['gen4_image_turbo 2', T2I, { model: 'gen4_image_turbo' }, 2],
  ['gemini_2.5_flash 5', T2I, { model: 'gemini_2.5_flash' }, 5],
  [
    'gemini_image3_pro 20 in 2K: 4 × 20',
    T2I,
    { model: 'gemini_image3_pro', ratio: '2048:2048', outputCount: 4 },
    80,
  ],
  ['gemini_image3_pro 40 in 4K', T2I, { model: 'gemini_image3_pro', ratio: '5504:3072' }, 40],
  [
    'gpt_image_2 low 2 in 4K: 10 × 2',
    T2I,
    { model: 'gpt_image_2', quality: 'low', ratio: '3840:2160', outputCount: 10 },
    20,
  ],
  [
    'gpt_image_2 medium 5 in 2K',
    T2I,
    { model: 'gpt_image_2', quality: 'medium', ratio: '2560:1440' },
    5,
  ],
  ['gpt_image_2 high 41 for auto', T2I, { model: 'gpt_image_2', ratio: 'auto' }, 41],
  [
    'seedream5_pro 9 in 2K: 2 × 9',
    T2I,
    { model: 'seedream5_pro', ratio: '2720:1530', outputCount: 2 },
    18,
  ],
  ['seedream5_lite 4: 3 × 4', T2I, { model: 'seedream5_lite', outputCount: 3 }, 12],
  [
    'grok_imagine_image_2 medium 8 in 2K + 1 a reference: 2 × 8 + 3',
    T2I,
    {
      model: 'grok_imagine_image_2',
      ratio: '2048:2048',
      outputCount: 2,
      referenceImages: images(3),
    },
    19,
  ],
  ['muse_image 1: 10 × 1', T2I, { model: 'muse_image', outputCount: 10 }, 10],
  [
    'magnific_precision_upscaler_v2 150 beyond 4096 px',
    'createImageUpscale',
    { model: 'magnific_precision_upscaler_v2' },
    150,
  ],
  [
    'eleven_multilingual_v2 1 for 50 characters: 51',
    'createTextToSpeech',
    { model: 'eleven_multilingual_v2', promptText: 'a'.repeat(51) },
    2,
  ],
  [
    'eleven_text_to_sound_v2 1/s: 0.5 s',
    'createSoundEffect',
    { model: 'eleven_text_to_sound_v2', duration: 0.5 },
    1,
  ],
  [
    'voice isolation 1 for 6 s; the SDK: less than 3,600 s',
    'createVoiceIsolation',
    { model: 'eleven_voice_isolation' },
    600,
  ],
  [
    'product_ad 216 for 4 s in 1080p + 40/s: 216 + 11 × 40',
    'createProductAd',
    { duration: 15, ratio: '1440:1440' },
    656,
  ],
  [
    'product_swap 212 for 4 s in 720p + 36/s; the SDK: 10 s, 720p: 212 + 6 × 36',
    'createProductSwap',
    {},
    428,
  ],
  [
    'multi_shot_video 17/s in 1080p: 5 × 17',
    'createMultiShotVideo',
    { duration: 5, ratio: '1920:1080' },
    85,
  ],
  ['ad_localization 21 an image', 'createAdLocalization', {}, 21],
  [
    'marketing_stock_image 8 + 1 an image of low quality: 8 + 2',
    'createMarketingStockImage',
    { quality: 'low', outputCount: 2 },
    10,
  ],
  ['product_campaign_image 36 × 4', 'createProductCampaignImage', {}, 144],
  [
    'realtime 2 + 2 for 6 s; 3.4: at most 1,800 s',
    'createRealtimeSession',
    { model: 'gwm1_avatars', maxDuration: 1_800 },
    602,
  ],
];

/** No ceiling is known; the known part counts where it is more than what is set aside at least. */
const NOT_GUARANTEED: readonly Row[] = [
  ['gemini_image3.1_flash 11, unofficial', T2I, { model: 'gemini_image3.1_flash' }, 500],
  [
    'gpt_image_2_5: no base',
    T2I,
    { model: 'gpt_image_2_5_flare', referenceImages: images(2) },
    500,
  ],
  [
    'seed_audio 0.25/s of a length that nothing bounds',
    'createTextToSpeech',
    { model: 'seed_audio' },
    500,
  ],
  ['dubbing 1 for 2 s of any length', 'createVoiceDubbing', { model: 'eleven_voice_dubbing' }, 500],
  [
    'upscaling 1.2 a frame in 4K: 30 s × 60 × 1.2',
    'createVideoUpscale',
    { model: 'magnific_video_upscaler_creative', resolution: '4k', fpsBoost: true },
    2_160,
  ],
  ['avatar_videos: not found', 'createAvatarVideo', { model: 'gwm1_avatars' }, 500],
  ['workflows: not found', 'runWorkflow', {}, 500],
  ['voices: not found', 'createVoice', {}, 500],
  ['a router chooses', 'generateVideo', {}, 500],
];

describe('the estimate of a request', () => {
  const estimates = new Estimates({ priceOf: knownPrice, creditsMax: CREDITS_MAX });

  it('is worked out for 60 inputs and more', () => {
    expect(GUARANTEED.length).toBeGreaterThanOrEqual(60);
  });

  it.each(GUARANTEED)('is a ceiling: %s (%s)', (_facts, operation, body, credits) => {
    const estimate = estimates.estimate(operation, body);
    expect(estimate).toEqual({ credits, source: 'PRICES' });
    expect(isGuaranteed(estimate)).toBe(true);
  });

  it.each(NOT_GUARANTEED)('is none: %s (%s)', (_facts, operation, body, credits) => {
    const estimate = estimates.estimate(operation, body);
    expect(estimate).toEqual({ credits, source: 'MAXIMUM' });
    expect(isGuaranteed(estimate)).toBe(false);
  });
});
