import type { SdkMethod } from '../../generated/facts/sdk-methods.js';
import { acceptBody } from '../server/accept-body.js';
import { ok, type Handler, type Handlers } from '../server/handler.js';
import { plannedFailure } from './planned-failure.js';
import { planOutputs } from './output-plan.js';
import { quote, type Quote } from './price-list.js';
import type { Run } from './runs.js';
import type { World } from '../world.js';

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

export function generationHandlers(world: World) {
  const direct: Handler = ({ method, body }) => {
    acceptBody(world, method, body);
    const run = startTask(world, method, body, quote(method, body));
    return ok({ id: run.id, estimatedCost: { credits: run.plan.estimate } });
  };
  return {
    ...(Object.fromEntries(DIRECT.map((method) => [method, direct])) as DirectHandlers),
    'avatarVideos.create': ({ method, body }) => {
      acceptBody(world, method, body);
      return ok({ id: startTask(world, method, body, quote(method, body)).id });
    },
  } satisfies Handlers;
}

type DirectHandlers = Record<(typeof DIRECT)[number], Handler>;

/** Starts what a body that was accepted asks for. Refuses as `Runs.start` does. */
export function startTask(world: World, method: SdkMethod, body: object, price: Quote): Run {
  return world.runs.start({
    kind: 'task',
    ...price,
    failure: plannedFailure(body),
    outputs: planOutputs(method, body).map((media) => ({ nodeId: null, media })),
  });
}
