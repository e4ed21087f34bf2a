import type { JsonObject } from '../../../src/domain/input/json.js';
import type { Price, PriceRule } from '../../../src/domain/pricing/price-rule.js';
import { priceOf } from '../../../src/domain/pricing/price-rule.js';
import { PRICES } from '../../../src/generated/facts/prices.js';

function price(operation: string, body: JsonObject): Price {
  const model = typeof body['model'] === 'string' ? body['model'] : null;
  const row = PRICES.find((known) => known.operation === operation && known.model === model);
  if (row === undefined) throw new Error(`no price for ${operation} ${String(model)}`);
  const rule: PriceRule = row.rule;
  return priceOf(rule, body);
}

const T2V = 'createTextToVideo';
const I2V = 'createImageToVideo';
const V2V = 'createVideoToVideo';
const T2I = 'createTextToImage';
const URL = 'https://example.com/a';

describe('priceOf', () => {
  it.each<[string, string, JsonObject, number]>([
    ['5 s × 12', T2V, { model: 'gen4.5', duration: 5 }, 60],
    ['5 s × (12 + 5)', T2V, { model: 'gen4.5', duration: 5, outputFormat: 'prores' }, 85],
    ['5 s × (12 + 20)', T2V, { model: 'gen4.5', duration: 5, outputFormat: 'hdr10' }, 160],
    ['10 s × 5, the longest', I2V, { model: 'gen4_turbo' }, 50],
    ['8 s × 40, with sound by default', T2V, { model: 'veo3.1', duration: 8 }, 320],
    ['8 s × 20, silent', T2V, { model: 'veo3.1', duration: 8, audio: false }, 160],
    ['auto: 15 s × 36', T2V, { model: 'seedance2', duration: 'auto', ratio: '1280:720' }, 540],
    ['4 s × 150 in 4K', T2V, { model: 'seedance2', duration: 4, ratio: '3840:3840' }, 600],
    ['4 s × 150, the ratio being open', T2V, { model: 'seedance2', duration: 4 }, 600],
    ['4 s × 16, which is the minimum', T2V, { model: 'seedance2_mini', duration: 4 }, 64],
    ['the minimum', T2V, { model: 'seedance2_5', duration: 3, ratio: '854:480' }, 80],
    [
      '5 s × 30 + 30 s × 15 of references',
      T2V,
      { model: 'seedance2_5', duration: 5, ratio: '1280:720', referenceVideos: [{ uri: URL }] },
      600,
    ],
    [
      '5 s × 10 + 2 images × 2',
      T2V,
      {
        model: 'hailuo3',
        duration: 5,
        resolution: '768P',
        references: [{ uri: URL }, { uri: URL }],
      },
      54,
    ],
    ['3 s × 6.8 = 20.4', T2V, { model: 'wan3_prime', duration: 3, ratio: '832:480' }, 21],
    ['5 s × 6.8 = 34 exactly', T2V, { model: 'wan3_prime', duration: 5, ratio: 'auto_480p' }, 34],
    [
      '6 s × 16 + 1 image',
      I2V,
      { model: 'grok_imagine_1_5', duration: 6, resolution: '720p', promptImage: URL },
      97,
    ],
    ['30 s × 28 of an unknown input', V2V, { model: 'aleph2', videoUri: URL }, 840],
    [
      '30 s × (28 + 40)',
      V2V,
      { model: 'aleph2', videoUri: URL, outputFormat: 'sdr_rec709_10bit' },
      2040,
    ],
    ['5 at 720p', T2I, { model: 'gen4_image', ratio: '1280:720' }, 5],
    ['8 at 1080p', T2I, { model: 'gen4_image', ratio: '1024:1024' }, 8],
    [
      '3 × 20, high by default',
      T2I,
      { model: 'gpt_image_2', ratio: '1920:1088', outputCount: 3 },
      60,
    ],
    [
      '2 × 11',
      T2I,
      { model: 'gpt_image_2', ratio: '3840:2160', quality: 'medium', outputCount: 2 },
      22,
    ],
    ['41, the size being open', T2I, { model: 'gpt_image_2', ratio: 'auto' }, 41],
    ['the minimum', T2I, { model: 'grok_imagine_image_2', ratio: '1024:1024', quality: 'low' }, 6],
    ['9 for 2K', T2I, { model: 'seedream5_pro', ratio: 'auto_2k' }, 9],
    [
      '120 characters = 3 × 50',
      'createTextToSpeech',
      { model: 'eleven_v3', promptText: 'a'.repeat(120) },
      3,
    ],
    ['flat 2 without a duration', 'createSoundEffect', { model: 'eleven_text_to_sound_v2' }, 2],
    ['ceil 2.5', 'createSoundEffect', { model: 'eleven_text_to_sound_v2', duration: 2.5 }, 3],
    ['56 + 4 s × 36', 'createProductAd', { duration: 4, ratio: '1280:720' }, 200],
    ['56 + 4 s × 40', 'createProductAd', { duration: 4, ratio: '1920:1080' }, 216],
    ['68 + 4 s × 40', 'createProductSwap', { duration: 4, resolution: '1080p' }, 228],
    ['48 + 15 s × 36', 'createProductUgc', { ratio: '720:1280' }, 588],
    ['10 s × 13', 'createMultiShotVideo', { mode: 'auto' }, 130],
    ['8 + 4 × 20', 'createMarketingStockImage', {}, 88],
    ['4 images × 36', 'createProductCampaignImage', {}, 144],
    ['2 + 50 × 2 for 300 s', 'createRealtimeSession', { model: 'gwm1_avatars' }, 102],
    [
      '2 + 10 × 2 for 60 s',
      'createRealtimeSession',
      { model: 'gwm1_avatars', maxDuration: 60 },
      22,
    ],
    [
      '2 + 11 × 2, a started 6 s counting',
      'createRealtimeSession',
      { model: 'gwm1_avatars', maxDuration: 61 },
      24,
    ],
    ['nothing that is known', 'createAvatar', {}, 0],
    ['nothing that is known', 'createDocument', {}, 0],
    ['nothing that is known', 'createRouter', {}, 0],
  ])('is %s (%s)', (_sum, operation, body, credits) => {
    expect(price(operation, body)).toEqual({ credits, isCeiling: true });
  });

  it('has no ceiling where a quantity has no known maximum', () => {
    const rule: PriceRule = { quantity: { kind: 'seconds' }, rates: [{ credits: 1 }], minimum: 5 };
    expect(priceOf(rule, { duration: 'auto' })).toEqual({ credits: 5, isCeiling: false });
    expect(priceOf(rule, {})).toEqual({ credits: 5, isCeiling: false });
    expect(priceOf(rule, { duration: 8 })).toEqual({ credits: 8, isCeiling: true });
  });

  it('has no ceiling where no rate covers a size; the greatest rate is its known part', () => {
    const body = { model: 'h3_max', duration: 5, resolution: '8k' };
    expect(price(T2V, body)).toEqual({ credits: 40, isCeiling: false });
  });

  it('has no ceiling where no rate covers a format', () => {
    const body = { model: 'gen4.5', duration: 5, outputFormat: 'hologram' };
    expect(price(T2V, body)).toEqual({ credits: 5 * (12 + 20), isCeiling: false });
  });

  it('has no ceiling where only a part of the price is known', () => {
    const body = { model: 'gpt_image_2_5_flare', outputCount: 3, referenceImages: [{ uri: URL }] };
    expect(price(T2I, body)).toEqual({ credits: 3, isCeiling: false });
  });
});
