import type { Scope } from '../domain/tenant/scope.js';
import type { RunwayTaskKind } from '../domain/task/task.js';
import type { SdkMethod } from '../generated/facts/sdk-methods.js';
import type { StringClass, SubmittedOperation } from './operation.js';
import { submission } from './rows.js';

/** A create that spends and makes media. */
export interface GenerationOperation extends SubmittedOperation {
  readonly spends: true;
}

function generation(
  sdk: SdkMethod,
  scope: Scope,
  description: string,
  strings: Readonly<Record<string, StringClass>> = {},
  runwayTaskKind: RunwayTaskKind = 'task',
): GenerationOperation {
  return submission(true, scope, sdk, runwayTaskKind, description, strings);
}

const prompts = { promptText: 'text' } as const;
const router = { configId: { reference: 'router' } } as const;
const pitch = { productInfo: 'text', userConcept: 'text' } as const;

/** The 25 billable creates of Runway's SDK. The generator makes an input class for each row. */
export const generationOperations = {
  createTextToVideo: generation(
    'textToVideo.create',
    'generate:video',
    'Makes a video from a text prompt.',
    {
      ...prompts,
      negativePrompt: 'text',
    },
  ),
  createImageToVideo: generation(
    'imageToVideo.create',
    'generate:video',
    'Makes a video that starts from, ends at or refers to images.',
    {
      ...prompts,
      negativePrompt: 'text',
    },
  ),
  createVideoToVideo: generation(
    'videoToVideo.create',
    'generate:video',
    'Makes a new video out of a video.',
    prompts,
  ),
  createVideoToHdr: generation(
    'videoToHdr.create',
    'generate:video',
    'Converts a video to high dynamic range.',
    {},
  ),
  createTextToImage: generation(
    'textToImage.create',
    'generate:image',
    'Makes images from a text prompt.',
    {
      ...prompts,
      'referenceImages[].tag': 'text',
    },
  ),
  createCharacterPerformance: generation(
    'characterPerformance.create',
    'generate:video',
    'Drives a character with a recorded performance.',
    {},
  ),
  createImageUpscale: generation('imageUpscale.create', 'generate:image', 'Enlarges an image.', {}),
  createVideoUpscale: generation(
    'videoUpscale.create',
    'generate:video',
    'Enlarges a video or raises its frame rate.',
    {},
  ),
  createTextToSpeech: generation('textToSpeech.create', 'generate:audio', 'Speaks a text.', {
    ...prompts,
    languageCode: 'upstreamConstant',
  }),
  createSoundEffect: generation(
    'soundEffect.create',
    'generate:audio',
    'Makes a sound effect from a description.',
    prompts,
  ),
  createVoiceIsolation: generation(
    'voiceIsolation.create',
    'generate:audio',
    'Separates a voice from its background.',
    {},
  ),
  createVoiceDubbing: generation(
    'voiceDubbing.create',
    'generate:audio',
    'Dubs speech into another language.',
    {},
  ),
  createSpeechToSpeech: generation(
    'speechToSpeech.create',
    'generate:audio',
    'Speaks a recording in another voice.',
    {},
  ),
  generateVideo: generation(
    'generate.video.create',
    'generate:video',
    'Makes a video with the model that a router chooses.',
    {
      ...router,
      'input.promptText': 'text',
      'input.negativePrompt': 'text',
    },
  ),
  generateImage: generation(
    'generate.image.create',
    'generate:image',
    'Makes images with the model that a router chooses.',
    {
      ...router,
      'input.promptText': 'text',
    },
  ),
  generateAudio: generation(
    'generate.audio.create',
    'generate:audio',
    'Makes audio with the model that a router chooses.',
    {
      ...router,
      'input.promptText': 'text',
    },
  ),
  createAdLocalization: generation(
    'recipes.adLocalization',
    'generate:image',
    'Recipe: adapts an advertisement to other markets.',
    {},
  ),
  createMarketingStockImage: generation(
    'recipes.marketingStockImage',
    'generate:image',
    'Recipe: makes stock images for marketing.',
    {
      prompt: 'text',
    },
  ),
  createMultiShotVideo: generation(
    'recipes.multiShotVideo',
    'generate:video',
    'Recipe: makes one video of several shots.',
    {
      'auto.prompt': 'text',
      'custom.shots[].prompt': 'text',
    },
  ),
  createProductAd: generation(
    'recipes.productAd',
    'generate:video',
    'Recipe: makes an advertisement for a product.',
    pitch,
  ),
  createProductCampaignImage: generation(
    'recipes.productCampaignImage',
    'generate:image',
    'Recipe: makes campaign images of a product.',
    {
      prompt: 'text',
    },
  ),
  createProductSwap: generation(
    'recipes.productSwap',
    'generate:video',
    'Recipe: replaces the product in a video.',
    {},
  ),
  createProductUgc: generation(
    'recipes.productUgc',
    'generate:video',
    'Recipe: makes a video of a person presenting a product.',
    pitch,
  ),
  createAvatarVideo: generation(
    'avatarVideos.create',
    'generate:video',
    'Makes a video of an avatar that speaks.',
    {
      'avatar.custom.avatarId': { reference: 'avatar' },
      'speech.text.text': 'text',
      'speech.text.voice.custom.id': { reference: 'voice' },
    },
  ),
  runWorkflow: generation(
    'workflows.run',
    'generate:workflow',
    'Runs a published workflow.',
    {
      workflowId: { reference: 'workflow' },
      'nodeOutputs[].nodeId': 'upstreamConstant',
      'nodeOutputs[].outputs[].key': 'upstreamConstant',
      'nodeOutputs[].outputs[].value.primitive.value.string': 'text',
    },
    'workflowInvocation',
  ),
} as const satisfies Record<string, GenerationOperation>;

export type GenerationField = keyof typeof generationOperations;
