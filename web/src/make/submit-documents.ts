import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import {
  CreateAdLocalizationDocument,
  CreateAvatarDocument,
  CreateAvatarVideoDocument,
  CreateCharacterPerformanceDocument,
  CreateDocumentDocument,
  CreateImageToVideoDocument,
  CreateImageUpscaleDocument,
  CreateMarketingStockImageDocument,
  CreateMultiShotVideoDocument,
  CreateProductAdDocument,
  CreateProductCampaignImageDocument,
  CreateProductSwapDocument,
  CreateProductUgcDocument,
  CreateRouterDocument,
  CreateSoundEffectDocument,
  CreateSpeechToSpeechDocument,
  CreateTextToImageDocument,
  CreateTextToSpeechDocument,
  CreateTextToVideoDocument,
  CreateVideoToHdrDocument,
  CreateVideoToVideoDocument,
  CreateVideoUpscaleDocument,
  CreateVoiceDocument,
  CreateVoiceDubbingDocument,
  CreateVoiceIsolationDocument,
  GenerateAudioDocument,
  GenerateImageDocument,
  GenerateVideoDocument,
  PreviewVoiceDocument,
  RunWorkflowDocument,
  type TaskFieldsFragment,
} from '../../../client/src/documents.js';
import type { MadeBy } from '../generated/forms/all-forms.js';

/** What each of these mutations answers: its one root field. */
export type SubmitData = Readonly<
  Record<string, { readonly task: TaskFieldsFragment; readonly replayed: boolean } | null>
>;

export interface SubmitVariables {
  readonly input: Readonly<Record<string, unknown>>;
  readonly label?: string;
  readonly idempotencyKey: string;
}

/** The document of each mutation that makes something: what the studio sends, and what it shows as code. */
const DOCUMENTS = {
  createAdLocalization: CreateAdLocalizationDocument,
  createAvatar: CreateAvatarDocument,
  createAvatarVideo: CreateAvatarVideoDocument,
  createCharacterPerformance: CreateCharacterPerformanceDocument,
  createDocument: CreateDocumentDocument,
  createImageToVideo: CreateImageToVideoDocument,
  createImageUpscale: CreateImageUpscaleDocument,
  createMarketingStockImage: CreateMarketingStockImageDocument,
  createMultiShotVideo: CreateMultiShotVideoDocument,
  createProductAd: CreateProductAdDocument,
  createProductCampaignImage: CreateProductCampaignImageDocument,
  createProductSwap: CreateProductSwapDocument,
  createProductUgc: CreateProductUgcDocument,
  createRouter: CreateRouterDocument,
  createSoundEffect: CreateSoundEffectDocument,
  createSpeechToSpeech: CreateSpeechToSpeechDocument,
  createTextToImage: CreateTextToImageDocument,
  createTextToSpeech: CreateTextToSpeechDocument,
  createTextToVideo: CreateTextToVideoDocument,
  createVideoToHdr: CreateVideoToHdrDocument,
  createVideoToVideo: CreateVideoToVideoDocument,
  createVideoUpscale: CreateVideoUpscaleDocument,
  createVoice: CreateVoiceDocument,
  createVoiceDubbing: CreateVoiceDubbingDocument,
  createVoiceIsolation: CreateVoiceIsolationDocument,
  generateAudio: GenerateAudioDocument,
  generateImage: GenerateImageDocument,
  generateVideo: GenerateVideoDocument,
  previewVoice: PreviewVoiceDocument,
  runWorkflow: RunWorkflowDocument,
} as const satisfies Readonly<Record<MadeBy, unknown>>;

/** The form is checked against the same facts as the document's own types, which differ by mutation. */
export function documentOf(operation: MadeBy): TypedDocumentNode<SubmitData, SubmitVariables> {
  return DOCUMENTS[operation] as unknown as TypedDocumentNode<SubmitData, SubmitVariables>;
}
