import type { SdkMethod } from '../generated/facts/sdk-methods.js';
import { invalid, ok, type ApiRequest, type Handlers } from './answer.js';
import { checkMedia } from './media-uri.js';
import { plannedFailure } from './moderation.js';
import { planOutputs } from './output-plan.js';
import { quote, type Quote } from './prices.js';
import { route } from './routers.js';
import type { Run } from './runs.js';
import { validateBody } from './validation.js';
import type { World } from './world.js';

/** The creates that answer with a task's id and its estimate. */
const DIRECT = [
  'imageToVideo.create',
  'textToVideo.create',
  'videoToVideo.create',
  'videoToHdr.create',
  'textToImage.create',
  'characterPerformance.create',
  'textToSpeech.create',
  'soundEffect.create',
  'voiceIsolation.create',
  'voiceDubbing.create',
  'speechToSpeech.create',
  'imageUpscale.create',
  'videoUpscale.create',
  'recipes.adLocalization',
  'recipes.marketingStockImage',
  'recipes.multiShotVideo',
  'recipes.productAd',
  'recipes.productCampaignImage',
  'recipes.productSwap',
  'recipes.productUgc',
] as const satisfies readonly SdkMethod[];

const ROUTED = [
  'generate.video.create',
  'generate.image.create',
  'generate.audio.create',
] as const satisfies readonly SdkMethod[];

export function generationHandlers(world: World): Handlers {
  const start = (method: SdkMethod, body: object, price: Quote): Run =>
    world.runs.start({
      kind: 'task',
      ...price,
      failure: plannedFailure(body),
      outputs: planOutputs(method, body).map((media) => ({ nodeId: null, media })),
    });

  const direct = ({ method, body }: ApiRequest) => {
    acceptBody(world, method, body);
    const run = start(method, body, quote(method, body));
    return ok({ id: run.id, estimatedCost: { credits: run.plan.estimate } });
  };

  const routed = ({ method, body }: ApiRequest) => {
    acceptBody(world, method, body);
    const { configId, input } = body as { configId: string; input: Record<string, unknown> };
    const { model, routing } = route(method, configId, input);
    const run = start(method, body, quote(method, input, model));
    return ok({
      id: run.id,
      routing: { ...routing, estimatedCost: { credits: run.plan.estimate } },
    });
  };

  return {
    ...Object.fromEntries(DIRECT.map((method) => [method, direct])),
    ...Object.fromEntries(ROUTED.map((method) => [method, routed])),
    'avatarVideos.create': ({ method, body }) => {
      acceptBody(world, method, body);
      return ok({ id: start(method, body, quote(method, body)).id });
    },
  };
}

/** Refuses with 400 a body whose shape or whose media Runway would not take. */
export function acceptBody(world: World, method: SdkMethod, body: unknown): asserts body is object {
  validateBody(method, body);
  const issues = checkMedia(body, world.uploads.find);
  if (issues.length > 0) throw invalid(issues);
}
