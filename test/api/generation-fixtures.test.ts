import { generationOperations, type GenerationField } from '../../src/operations/generation.js';
import {
  memberOf,
  pathsIn,
  pathsOf,
  readBodies,
  requiredOf,
  type Member,
} from '../support/property-paths.js';
import { startGateway, type Answer, type TestGateway } from '../support/start-gateway.js';
import { createAdLocalizationFixtures } from './fixtures/create-ad-localization.js';
import { createAvatarVideoFixtures } from './fixtures/create-avatar-video.js';
import { createCharacterPerformanceFixtures } from './fixtures/create-character-performance.js';
import { createImageToVideoFixtures } from './fixtures/create-image-to-video.js';
import { createImageUpscaleFixtures } from './fixtures/create-image-upscale.js';
import { createMarketingStockImageFixtures } from './fixtures/create-marketing-stock-image.js';
import { createMultiShotVideoFixtures } from './fixtures/create-multi-shot-video.js';
import { createProductAdFixtures } from './fixtures/create-product-ad.js';
import { createProductCampaignImageFixtures } from './fixtures/create-product-campaign-image.js';
import { createProductSwapFixtures } from './fixtures/create-product-swap.js';
import { createProductUgcFixtures } from './fixtures/create-product-ugc.js';
import { createSoundEffectFixtures } from './fixtures/create-sound-effect.js';
import { createSpeechToSpeechFixtures } from './fixtures/create-speech-to-speech.js';
import { createTextToImageFixtures } from './fixtures/create-text-to-image.js';
import { createTextToSpeechFixtures } from './fixtures/create-text-to-speech.js';
import { createTextToVideoFixtures } from './fixtures/create-text-to-video.js';
import { createVideoToHdrFixtures } from './fixtures/create-video-to-hdr.js';
import { createVideoToVideoFixtures } from './fixtures/create-video-to-video.js';
import { createVideoUpscaleFixtures } from './fixtures/create-video-upscale.js';
import { createVoiceDubbingFixtures } from './fixtures/create-voice-dubbing.js';
import { createVoiceIsolationFixtures } from './fixtures/create-voice-isolation.js';
import type { Fixture } from './fixtures/fixture.js';
import { generateAudioFixtures } from './fixtures/generate-audio.js';
import { generateImageFixtures } from './fixtures/generate-image.js';
import { generateVideoFixtures } from './fixtures/generate-video.js';
import { runWorkflowFixtures } from './fixtures/run-workflow.js';

interface Create {
  /** Where Runway takes it; null where the path carries an id, which the fixture then gives. */
  readonly path: string | null;
  readonly fixtures: readonly Fixture[];
}

const creates: Readonly<Record<GenerationField, Create>> = {
  createTextToVideo: { path: '/v1/text_to_video', fixtures: createTextToVideoFixtures },
  createImageToVideo: { path: '/v1/image_to_video', fixtures: createImageToVideoFixtures },
  createVideoToVideo: { path: '/v1/video_to_video', fixtures: createVideoToVideoFixtures },
  createVideoToHdr: { path: '/v1/video_to_hdr', fixtures: createVideoToHdrFixtures },
  createTextToImage: { path: '/v1/text_to_image', fixtures: createTextToImageFixtures },
  createCharacterPerformance: {
    path: '/v1/character_performance',
    fixtures: createCharacterPerformanceFixtures,
  },
  createImageUpscale: { path: '/v1/image_upscale', fixtures: createImageUpscaleFixtures },
  createVideoUpscale: { path: '/v1/video_upscale', fixtures: createVideoUpscaleFixtures },
  createTextToSpeech: { path: '/v1/text_to_speech', fixtures: createTextToSpeechFixtures },
  createSoundEffect: { path: '/v1/sound_effect', fixtures: createSoundEffectFixtures },
  createVoiceIsolation: { path: '/v1/voice_isolation', fixtures: createVoiceIsolationFixtures },
  createVoiceDubbing: { path: '/v1/voice_dubbing', fixtures: createVoiceDubbingFixtures },
  createSpeechToSpeech: { path: '/v1/speech_to_speech', fixtures: createSpeechToSpeechFixtures },
  generateVideo: { path: '/v1/generate/video', fixtures: generateVideoFixtures },
  generateImage: { path: '/v1/generate/image', fixtures: generateImageFixtures },
  generateAudio: { path: '/v1/generate/audio', fixtures: generateAudioFixtures },
  createAdLocalization: {
    path: '/v1/recipes/ad_localization',
    fixtures: createAdLocalizationFixtures,
  },
  createMarketingStockImage: {
    path: '/v1/recipes/marketing_stock_image',
    fixtures: createMarketingStockImageFixtures,
  },
  createMultiShotVideo: {
    path: '/v1/recipes/multi_shot_video',
    fixtures: createMultiShotVideoFixtures,
  },
  createProductAd: { path: '/v1/recipes/product_ad', fixtures: createProductAdFixtures },
  createProductCampaignImage: {
    path: '/v1/recipes/product_campaign_image',
    fixtures: createProductCampaignImageFixtures,
  },
  createProductSwap: { path: '/v1/recipes/product_swap', fixtures: createProductSwapFixtures },
  createProductUgc: { path: '/v1/recipes/product_ugc', fixtures: createProductUgcFixtures },
  createAvatarVideo: { path: '/v1/avatar_videos', fixtures: createAvatarVideoFixtures },
  runWorkflow: { path: null, fixtures: runWorkflowFixtures },
};

const fields = Object.keys(creates) as GenerationField[];

/** What Runway's comments tell of items that the SDK types as `unknown`. */
const UNTYPED: Readonly<Record<string, readonly string[]>> = {
  'createImageToVideo <hailuo3>': ['promptImage[].uri', 'promptImage[].position'],
  'createImageToVideo <wan3>': ['promptImage[].uri', 'promptImage[].position'],
  'createImageToVideo <wan3_prime>': ['promptImage[].uri', 'promptImage[].position'],
};

/** Properties that the graph leaves out on purpose. */
const NOT_OFFERED: Readonly<Record<string, readonly string[]>> = {
  // Runway has deprecated it: the output follows the input video.
  'createVideoToVideo <aleph2>': ['ratio'],
};

const bodies = readBodies(fields.map((field) => generationOperations[field].sdk[0]));

function membersOf(field: GenerationField): readonly Member[] {
  return bodies.get(generationOperations[field].sdk[0]) ?? [];
}

function labelOf(field: GenerationField, { name }: Member): string {
  return name === '' ? field : `${field} <${name}>`;
}

describe.each(fields)('the fixtures of %s', (field) => {
  const { fixtures } = creates[field];
  const members = membersOf(field);

  it('belong to it and have names of their own', () => {
    expect(new Set(fixtures.map(({ operation }) => operation))).toEqual(new Set([field]));
    expect(new Set(fixtures.map(({ name }) => name)).size).toBe(fixtures.length);
  });

  it.each(members.map((member) => [labelOf(field, member), member] as const))(
    'use every property of %s, and the required ones alone',
    (label, member) => {
      const own = fixtures.filter(({ body }) => memberOf(members, body) === member);
      const expected = [...pathsOf(member.shape), ...(UNTYPED[label] ?? [])];
      const used = new Set(own.flatMap(({ body }) => pathsIn(member.shape, body)));
      expect(expected.filter((path) => !used.has(path))).toEqual(NOT_OFFERED[label] ?? []);

      const required = requiredOf(member.shape).sort();
      expect(own.map(({ body }) => Object.keys(body).sort())).toContainEqual(required);
    },
  );
});

// Guarantee: what a client writes in GraphQL reaches Runway as the body that Runway documents, with
// nothing added and nothing lost, in one request.
describe('a create', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startGateway();
    // Every create shall find a free place, so that it is sent before it is answered.
    Object.assign(gateway.emulator.settings, { concurrency: null, taskSeconds: 0 });
  });

  beforeEach(() => gateway.emulator.clearRequests());

  afterAll(() => gateway.stop());

  async function send({ operation, input }: Fixture): Promise<Answer> {
    const inputType = `${operation.charAt(0).toUpperCase()}${operation.slice(1)}Input`;
    const query = `mutation ($input: ${inputType}!) { ${operation}(input: $input) { task { id status } } }`;
    const response = await gateway.post({ query, variables: { input } });
    return (await response.json()) as Answer;
  }

  describe.each(fields)('%s sends', (field) => {
    it.each(creates[field].fixtures.map((fixture) => [fixture.name, fixture] as const))(
      '%s',
      async (_name, fixture) => {
        const answer = await send(fixture);
        expect(answer.errors).toBeUndefined();

        const posts = gateway.emulator.requests().filter(({ method }) => method === 'POST');
        expect(posts.map(({ path, body, status }) => ({ path, body, status }))).toEqual([
          { path: fixture.path ?? creates[field].path, body: fixture.body, status: 200 },
        ]);
      },
    );
  });
});
