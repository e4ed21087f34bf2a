// Guarantee: an estimate is the most that Runway charges, worked out from published prices alone.
import { EstimateDocument, type EstimateInput } from '../../client/src/generated/graphql.js';
import { leastInput } from '../support/client/least-input.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { GUARANTEED, type EstimateRow } from './fixtures/estimate-rows.js';

/** No ceiling is known; the known part counts where it is more than what is set aside at least. */
const NOT_GUARANTEED: readonly EstimateRow[] = [
  ['gemini_image3.1_flash 11, unofficial', 'createTextToImage', { geminiImage3_1Flash: {} }, 500],
  [
    'gpt_image_2_5: no base',
    'createTextToImage',
    {
      gptImage2_5Flare: {
        referenceImages: [
          { uri: 'https://example.com/medium' },
          { uri: 'https://example.com/medium' },
        ],
      },
    },
    500,
  ],
  [
    'seed_audio 0.25/s of a length that nothing bounds',
    'createTextToSpeech',
    { seedAudio: {} },
    500,
  ],
  ['dubbing 1 for 2 s of any length', 'createVoiceDubbing', { elevenVoiceDubbing: {} }, 500],
  [
    'upscaling 1.2 a frame in 4K: 30 s × 60 × 1.2',
    'createVideoUpscale',
    { magnificVideoUpscalerCreative: { resolution: 'RESOLUTION_4K', fpsBoost: true } },
    2160,
  ],
  ['avatar_videos: not found', 'createAvatarVideo', { gwm1Avatars: {} }, 500],
  ['workflows: not found', 'runWorkflow', {}, 500],
  ['voices: not found', 'createVoice', {}, 500],
  ['a router chooses', 'generateVideo', { configId: 'default' }, 500],
];

describe('the estimate of a request', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    // What inputs refer to is the sole tenant's without a grant.
    gateway = await startGateway({ TENANCY: 'single', UNKNOWN_PRICE_CREDITS_MAX: '500' });
  });

  afterAll(() => gateway.stop());

  async function estimate(...[operation, changes]: Parameters<typeof leastInput>) {
    const request = { [operation]: leastInput(operation, changes) } as unknown as EstimateInput;
    return (await gateway.data(EstimateDocument, { request })).estimate;
  }

  it('is worked out for 60 inputs and more', () => {
    expect(GUARANTEED.length).toBeGreaterThanOrEqual(60);
  });

  it.each(GUARANTEED)('is a ceiling: %s (%s)', async (_facts, operation, changes, credits) => {
    const expected = { credits, isGuaranteed: true, source: 'PRICES' };
    expect(await estimate(operation, changes)).toMatchObject(expected);
  });

  it.each(NOT_GUARANTEED)('is none: %s (%s)', async (_facts, operation, changes, credits) => {
    const expected = { credits, isGuaranteed: false, source: 'MAXIMUM' };
    expect(await estimate(operation, changes)).toMatchObject(expected);
  });
});
