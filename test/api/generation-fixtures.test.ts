import { readContext } from '../../schema/generate/context.js';
import type { JsonObject } from '../../src/domain/input/json.js';
import { ELSEWHERE } from '../../src/emulator/resources/seeded.js';
import {
  generationOperations,
  type GenerationField,
} from '../../src/operations/generation-operations.js';
import { DEFAULT_TENANT } from '../../src/services/keys/keys.js';
import {
  memberOf,
  pathsIn,
  pathsOf,
  readBodies,
  requiredOf,
  type Member,
} from '../support/runway/property-paths.js';
import { generatedRequest, membersOf as choicesOf } from '../support/runway/generated-request.js';
import { grant } from '../support/client/resources.js';
import { startGateway, type Answer, type TestGateway } from '../support/gateway/start-gateway.js';
import type { Fixture } from './fixtures/fixture.js';
import { generationFixtures } from './fixtures/generation-fixtures.js';

/** Where Runway takes each; null where the path carries an id, which the fixture then gives. */
const paths: Readonly<Record<GenerationField, string | null>> = {
  createTextToVideo: '/v1/text_to_video',
  createImageToVideo: '/v1/image_to_video',
  createVideoToVideo: '/v1/video_to_video',
  createVideoToHdr: '/v1/video_to_hdr',
  createTextToImage: '/v1/text_to_image',
  createCharacterPerformance: '/v1/character_performance',
  createImageUpscale: '/v1/image_upscale',
  createVideoUpscale: '/v1/video_upscale',
  createTextToSpeech: '/v1/text_to_speech',
  createSoundEffect: '/v1/sound_effect',
  createVoiceIsolation: '/v1/voice_isolation',
  createVoiceDubbing: '/v1/voice_dubbing',
  createSpeechToSpeech: '/v1/speech_to_speech',
  generateVideo: '/v1/generate/video',
  generateImage: '/v1/generate/image',
  generateAudio: '/v1/generate/audio',
  createAdLocalization: '/v1/recipes/ad_localization',
  createMarketingStockImage: '/v1/recipes/marketing_stock_image',
  createMultiShotVideo: '/v1/recipes/multi_shot_video',
  createProductAd: '/v1/recipes/product_ad',
  createProductCampaignImage: '/v1/recipes/product_campaign_image',
  createProductSwap: '/v1/recipes/product_swap',
  createProductUgc: '/v1/recipes/product_ugc',
  createAvatarVideo: '/v1/avatar_videos',
  runWorkflow: null,
};

const fields = Object.keys(paths) as GenerationField[];

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

const { plans } = readContext();
const shapes = readBodies(fields.map((field) => generationOperations[field].sdk[0]));

function membersOf(field: GenerationField): readonly Member[] {
  return shapes.get(generationOperations[field].sdk[0]) ?? [];
}

function labelOf(field: GenerationField, { name }: Member): string {
  return name === '' ? field : `${field} <${name}>`;
}

/** Enough for every member and value of a choice to come up. */
const GENERATED_BODIES = 40;

/** The bodies of a model's fixtures. A model without a fixture has generated ones. */
function bodiesOf(field: GenerationField, member: Member): readonly JsonObject[] {
  const fixtures = generationFixtures[field].map(({ body }) => body as JsonObject);
  const own = fixtures.filter((body) => memberOf(membersOf(field), body) === member);
  return own.length > 0 ? own : generatedBodies(field, member);
}

function generatedBodies(field: GenerationField, member: Member): readonly JsonObject[] {
  const plan = plans.find((each) => each.field === field);
  if (plan === undefined) return [];
  const seeds = Array.from({ length: GENERATED_BODIES }, (_, index) => index + 1);
  const made = choicesOf(plan).flatMap((choice) => [
    generatedRequest(plan, choice, 'minimal', 1).body,
    ...seeds.map((seed) => generatedRequest(plan, choice, 'full', seed).body),
  ]);
  return made.filter((body) => memberOf(membersOf(field), body) === member);
}

describe.each(fields)('the fixtures of %s', (field) => {
  const fixtures = generationFixtures[field];
  const members = membersOf(field);

  it('belong to it and have names of their own', () => {
    expect(new Set(fixtures.map(({ operation }) => operation))).toEqual(new Set([field]));
    expect(new Set(fixtures.map(({ name }) => name)).size).toBe(fixtures.length);
  });

  it.each(members.map((member) => [labelOf(field, member), member] as const))(
    'use every property of %s, and the required ones alone',
    (label, member) => {
      const bodies = bodiesOf(field, member);
      const expected = [...pathsOf(member.shape), ...(UNTYPED[label] ?? [])];
      const used = new Set(bodies.flatMap((body) => pathsIn(member.shape, body)));
      expect(expected.filter((path) => !used.has(path))).toEqual(NOT_OFFERED[label] ?? []);

      const required = requiredOf(member.shape).sort();
      expect(bodies.map((body) => Object.keys(body).sort())).toContainEqual(required);
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
    // Fixtures name these, and they were not made through the gateway.
    await grant(gateway, DEFAULT_TENANT, 'AVATAR', ELSEWHERE.avatarId);
    await grant(gateway, DEFAULT_TENANT, 'VOICE', ELSEWHERE.voiceId);
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
    it.each(generationFixtures[field].map((fixture) => [fixture.name, fixture] as const))(
      '%s',
      async (_name, fixture) => {
        const answer = await send(fixture);
        expect(answer.errors).toBeUndefined();

        // The gateway reads the organisation's usage by POST from time to time.
        const posts = gateway.emulator
          .requests()
          .filter(({ method, path }) => method === 'POST' && path !== '/v1/organization/usage');
        expect(posts.map(({ path, body, status }) => ({ path, body, status }))).toEqual([
          { path: fixture.path ?? paths[field], body: fixture.body, status: 200 },
        ]);
      },
    );
  });
});
