import RunwayML from '@runwayml/sdk';
import { ELSEWHERE, SEEDED } from '../../src/emulator/resources/seeded.js';
import type { SdkMethod } from '../../src/generated/facts/sdk-methods.js';
import { A_VIDEO } from './harness.js';
import { CAT, holdConversations, RECEPTIONIST, TOOLS, type Stage } from './held-conversations.js';

/** Makes a method answer in every way in which it can. */
type Call = (stage: Stage) => Promise<unknown>;

const IMAGE = 'https://example.com/picture.png';
const VIDEO = 'https://example.com/clip.mp4';
const AUDIO = 'https://example.com/voice.mp3';
const preset = { type: 'runway-preset', presetId: 'Maya' } as const;

export const AN_AVATAR = {
  name: 'Ada',
  personality: 'Answers briefly.',
  referenceImage: IMAGE,
  voice: { type: 'runway-live-preset', presetId: 'adrian' },
} as const;
const A_BAD_AVATAR = { ...AN_AVATAR, personality: 'A [moderated] one.' };
const A_VOICE = { name: 'Ada', from: { type: 'audio', audio: AUDIO } } as const;
const A_BAD_VOICE = { ...A_VOICE, name: 'Ada [bad-output]' };
const USAGE_WINDOW = { from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' };

const routed = { configId: 'default', input: { promptText: 'x' } } as const;

/** A call for every method of the SDK. */
export const SDK_CALLS = {
  'avatarConversations.delete': async ({ sdk }) =>
    sdk.avatarConversations.delete(ELSEWHERE.conversationId),
  'avatarConversations.list': async (stage) => {
    await holdConversations(stage, async () => undefined);
    await stage.sdk.avatarConversations.list({});
  },
  'avatarConversations.retrieve': async (stage) => {
    await holdConversations(stage, (id) => stage.sdk.avatarConversations.retrieve(id));
    await stage.sdk.avatarConversations.retrieve(ELSEWHERE.conversationId);
    await stage.sdk.avatars.delete(ELSEWHERE.avatarId);
    await stage.sdk.avatarConversations.retrieve(ELSEWHERE.conversationId);
  },
  'avatarVideos.create': ({ sdk }) =>
    sdk.avatarVideos.create({
      model: 'gwm1_avatars',
      avatar: RECEPTIONIST,
      speech: { type: 'text', text: 'hello' },
    }),
  'avatars.create': async ({ sdk, harness }) => {
    await sdk.avatars.create({ ...AN_AVATAR, documentIds: [ELSEWHERE.documentId] });
    harness.emulator.settings.processingSeconds = 0;
    await sdk.avatars.create({ ...AN_AVATAR, voice: { type: 'custom', id: ELSEWHERE.voiceId } });
    await sdk.avatars.create(A_BAD_AVATAR);
  },
  'avatars.delete': ({ sdk }) => sdk.avatars.delete(ELSEWHERE.avatarId),
  'avatars.getUsage': ({ sdk }) =>
    sdk.avatars.getUsage({
      startDate: '2025-12-20T00:00:00Z',
      endDate: '2026-01-10T00:00:00Z',
    }),
  'avatars.list': async ({ sdk, harness }) => {
    await sdk.avatars.create(AN_AVATAR);
    await sdk.avatars.create(A_BAD_AVATAR);
    await sdk.avatars.list({ limit: 2 });
    harness.emulator.settings.processingSeconds = 0;
    for await (const avatar of sdk.avatars.list({ limit: 1 })) await sdk.avatars.delete(avatar.id);
  },
  'avatars.retrieve': async ({ sdk, harness }) => {
    await sdk.avatars.retrieve(ELSEWHERE.avatarId);
    await sdk.voices.delete(ELSEWHERE.voiceId);
    await sdk.avatars.retrieve(ELSEWHERE.avatarId);
    const { id } = await sdk.avatars.create(A_BAD_AVATAR);
    await sdk.avatars.retrieve(id);
    harness.clock.advance(10_000);
    await sdk.avatars.retrieve(id);
  },
  'avatars.update': async ({ sdk, harness }) => {
    const { id } = await sdk.avatars.create(AN_AVATAR);
    await sdk.avatars.update(id, { startScript: null, documentIds: [] });
    harness.clock.advance(10_000);
    await sdk.avatars.update(id, { name: 'Grace' });
    await sdk.avatars.update(id, { personality: '[moderated]', referenceImage: IMAGE });
    harness.clock.advance(10_000);
    await sdk.avatars.update(id, { name: 'Alan' });
  },
  'characterPerformance.create': ({ sdk }) =>
    sdk.characterPerformance.create({
      model: 'act_two',
      character: { type: 'image', uri: IMAGE },
      reference: { type: 'video', uri: VIDEO },
    }),
  'documents.create': ({ sdk }) =>
    sdk.documents.create({ name: 'Prices', content: 'All is free.' }),
  'documents.delete': ({ sdk }) => sdk.documents.delete(ELSEWHERE.documentId),
  'documents.list': ({ sdk }) => sdk.documents.list({ sort: 'updatedAt', order: 'asc' }),
  'documents.retrieve': ({ sdk }) => sdk.documents.retrieve(ELSEWHERE.documentId),
  'documents.update': ({ sdk }) => sdk.documents.update(ELSEWHERE.documentId, { name: 'Hours' }),
  'generate.audio.create': ({ sdk }) =>
    sdk.generate.audio.create({
      configId: 'default',
      input: { type: 'speech', promptText: 'hello' },
    }),
  'generate.image.create': ({ sdk }) => sdk.generate.image.create(routed),
  'generate.video.create': async ({ sdk, harness }) => {
    await sdk.generate.video.create(routed);
    await sdk.routers.update(SEEDED.routerId, { settings: { fallback: { onCapacity: true } } });
    harness.emulator.settings.concurrency = 1;
    await sdk.generate.video.create(routed);
  },
  'imageToVideo.create': ({ sdk }) =>
    sdk.imageToVideo.create({ model: 'gen4_turbo', promptImage: IMAGE, ratio: '1280:720' }),
  'imageUpscale.create': ({ sdk }) =>
    sdk.imageUpscale.create({ model: 'magnific_precision_upscaler_v2', imageUri: IMAGE }),
  'organization.retrieve': ({ sdk }) => sdk.organization.retrieve(),
  'organization.retrieveUsage': async ({ sdk }) => {
    await sdk.textToVideo.create(A_VIDEO);
    await sdk.organization.retrieveUsage({ startDate: '2026-06-01' });
  },
  'organization.webapp.auditLogs.list': ({ sdk }) =>
    sdk.organization.webapp.auditLogs.list({ actions: 'UserLogin,GenerationCreated' }),
  'organization.webapp.auditLogs.retrieve': async ({ sdk }) => {
    const { auditLogs } = sdk.organization.webapp;
    for await (const { eventId } of auditLogs.list({ limit: 100 })) {
      await auditLogs.retrieve(eventId, { organizationId: ELSEWHERE.organizationId });
    }
  },
  'organization.webapp.listUsage': ({ sdk }) =>
    sdk.organization.webapp.listUsage({ ...USAGE_WINDOW, limit: 100 }),
  'realtimeSessions.create': ({ sdk }) =>
    sdk.realtimeSessions.create({ model: 'gwm1_avatars', avatar: CAT, tools: TOOLS }),
  'realtimeSessions.delete': async ({ sdk }) => {
    const { id } = await sdk.realtimeSessions.create({ model: 'gwm1_avatars', avatar: CAT });
    await sdk.realtimeSessions.delete(id);
  },
  'realtimeSessions.retrieve': async (stage) => {
    const { sdk } = stage;
    const { id } = await sdk.realtimeSessions.create({ model: 'gwm1_avatars', avatar: CAT });
    await sdk.realtimeSessions.retrieve(id);
    await sdk.realtimeSessions.delete(id);
    await sdk.realtimeSessions.retrieve(id);
    await holdConversations(stage, (held) => sdk.realtimeSessions.retrieve(held));
  },
  'recipes.adLocalization': ({ sdk }) =>
    sdk.recipes.adLocalization({
      referenceImage: { uri: IMAGE },
      targetLanguage: 'de',
      version: '2026-06',
    }),
  'recipes.marketingStockImage': ({ sdk }) =>
    sdk.recipes.marketingStockImage({ prompt: 'x', version: '2026-06' }),
  'recipes.multiShotVideo': ({ sdk }) =>
    sdk.recipes.multiShotVideo({ mode: 'auto', prompt: 'x', version: '2026-06' }),
  'recipes.productAd': ({ sdk }) =>
    sdk.recipes.productAd({ productImages: [{ uri: IMAGE }], version: '2026-07' }),
  'recipes.productCampaignImage': ({ sdk }) =>
    sdk.recipes.productCampaignImage({ image: { uri: IMAGE }, prompt: 'x', version: '2026-06' }),
  'recipes.productSwap': ({ sdk }) =>
    sdk.recipes.productSwap({
      newProductImages: [{ uri: IMAGE, view: 'front' }],
      originalProductImage: { uri: IMAGE },
      referenceVideo: { uri: VIDEO },
      version: '2026-06',
    }),
  'recipes.productUgc': ({ sdk }) =>
    sdk.recipes.productUgc({
      characterImage: { uri: IMAGE },
      productImage: { uri: IMAGE },
      version: '2026-06',
    }),
  'routers.create': async ({ sdk }) => {
    await sdk.routers.create({ slug: 'plain' });
    await sdk.routers.create({
      slug: 'careful',
      description: 'Never dear.',
      settings: {
        models: { mode: 'allow_new_except', ids: ['veo3.1'] },
        maxCreditsPerGeneration: { video: 100 },
      },
    });
  },
  'routers.delete': ({ sdk }) => sdk.routers.delete(ELSEWHERE.routerId),
  'routers.list': ({ sdk }) => sdk.routers.list({ limit: 1 }),
  'routers.listRequests': async ({ sdk, harness }) => {
    const settings = { fallback: { onCapacity: true }, optimizeFor: 'cost' } as const;
    const { id } = await sdk.routers.create({ slug: 'busy', settings });
    harness.emulator.settings.concurrency = 1;
    const request = { ...routed, configId: 'busy' };
    await sdk.generate.video.create(request);
    await sdk.generate.video.create(request);
    await sdk.routers.update(id, { settings: { maxCreditsPerGeneration: { video: 1 } } });
    await sdk.generate.video.create(request).catch(expectStatus(400));
    const nowhere = { uri: 'runway://no-such-upload', role: 'first' } as const;
    await sdk.generate.video
      .create({ ...request, input: { promptText: 'x', referenceImages: [nowhere] } })
      .catch(expectStatus(400));
    await sdk.routers.update(id, { settings: { maxCreditsPerGeneration: { video: 1_000 } } });
    harness.emulator.settings.credits = 0;
    await sdk.generate.video.create(request).catch(expectStatus(400));
    await sdk.routers.listRequests(id, { limit: 2 });
    await sdk.routers.listRequests(id, {});
  },
  'routers.retrieve': ({ sdk }) => sdk.routers.retrieve(SEEDED.routerId),
  'routers.update': ({ sdk }) =>
    sdk.routers.update(SEEDED.routerId, {
      description: null,
      settings: { optimizeFor: 'latency' },
    }),
  'soundEffect.create': ({ sdk }) =>
    sdk.soundEffect.create({ model: 'eleven_text_to_sound_v2', promptText: 'rain' }),
  'speechToSpeech.create': ({ sdk }) =>
    sdk.speechToSpeech.create({
      model: 'eleven_multilingual_sts_v2',
      media: { type: 'audio', uri: AUDIO },
      voice: preset,
    }),
  'tasks.delete': async ({ sdk }) => {
    const { id } = await sdk.textToVideo.create(A_VIDEO);
    await sdk.tasks.delete(id);
  },
  'tasks.retrieve': async ({ sdk, harness }) => {
    harness.emulator.settings.concurrency = 1;
    const { id } = await sdk.textToVideo.create(A_VIDEO);
    const later = await sdk.textToVideo.create({ ...A_VIDEO, promptText: 'a [moderated] wish' });
    await sdk.tasks.retrieve(id);
    await sdk.tasks.retrieve(later.id);
    harness.clock.advance(4_000);
    await sdk.tasks.retrieve(id);
    harness.clock.advance(20_000);
    await sdk.tasks.retrieve(id);
    await sdk.tasks.retrieve(later.id);
  },
  'textToImage.create': ({ sdk }) =>
    sdk.textToImage.create({ model: 'gpt_image_2', promptText: 'x', ratio: 'auto' }),
  'textToSpeech.create': ({ sdk }) =>
    sdk.textToSpeech.create({ model: 'eleven_v3', promptText: 'hello', voice: preset }),
  'textToVideo.create': ({ sdk }) => sdk.textToVideo.create(A_VIDEO),
  'uploads.createEphemeral': ({ sdk }) =>
    sdk.uploads.createEphemeral({
      file: new File([new Uint8Array(2_048)], 'frame.png', { type: 'image/png' }),
    }),
  'videoToHdr.create': ({ sdk }) =>
    sdk.videoToHdr.create({ model: 'ruby', videoUri: VIDEO, outputFormat: 'hdr_prores' }),
  'videoToVideo.create': ({ sdk }) => sdk.videoToVideo.create({ model: 'aleph2', videoUri: VIDEO }),
  'videoUpscale.create': ({ sdk }) =>
    sdk.videoUpscale.create({ model: 'magnific_video_upscaler_creative', videoUri: VIDEO }),
  'voiceDubbing.create': ({ sdk }) =>
    sdk.voiceDubbing.create({
      model: 'eleven_voice_dubbing',
      audioUri: AUDIO,
      targetLang: 'de',
    }),
  'voiceIsolation.create': ({ sdk }) =>
    sdk.voiceIsolation.create({ model: 'eleven_voice_isolation', audioUri: AUDIO }),
  'voices.create': ({ sdk }) => sdk.voices.create(A_VOICE),
  'voices.delete': ({ sdk }) => sdk.voices.delete(ELSEWHERE.voiceId),
  'voices.list': async ({ sdk, harness }) => {
    await sdk.voices.create(A_BAD_VOICE);
    await sdk.voices.list({ limit: 100 });
    harness.clock.advance(10_000);
    await sdk.voices.list({});
  },
  'voices.preview': ({ sdk }) =>
    sdk.voices.preview({ model: 'eleven_ttv_v3', prompt: 'A calm and friendly narrator.' }),
  'voices.retrieve': async ({ sdk, harness }) => {
    await sdk.voices.retrieve(ELSEWHERE.voiceId);
    const { id } = await sdk.voices.create(A_BAD_VOICE);
    await sdk.voices.retrieve(id);
    harness.clock.advance(10_000);
    await sdk.voices.retrieve(id);
  },
  'voices.update': async ({ sdk, harness }) => {
    await sdk.voices.update(ELSEWHERE.voiceId, { description: null });
    const { id } = await sdk.voices.create(A_BAD_VOICE);
    await sdk.voices.update(id, { description: 'Deep.' });
    harness.clock.advance(10_000);
    await sdk.voices.update(id, { name: 'Grace' });
  },
  'workflowInvocations.retrieve': async ({ sdk, harness }) => {
    harness.emulator.settings.concurrency = 1;
    const { id } = await sdk.workflows.run(SEEDED.workflowId);
    const later = await sdk.workflows.run(SEEDED.workflowId, {
      nodeOutputs: {
        [SEEDED.workflowNodes.prompt]: { text: { type: 'primitive', value: '[bad-output]' } },
      },
    });
    await sdk.workflowInvocations.retrieve(id);
    await sdk.workflowInvocations.retrieve(later.id);
    harness.clock.advance(4_000);
    await sdk.workflowInvocations.retrieve(id);
    harness.clock.advance(20_000);
    await sdk.workflowInvocations.retrieve(id);
    await sdk.workflowInvocations.retrieve(later.id);
  },
  'workflows.list': ({ sdk }) => sdk.workflows.list(),
  'workflows.retrieve': async ({ sdk }) => {
    await sdk.workflows.retrieve(SEEDED.workflowId);
    await sdk.workflows.retrieve(ELSEWHERE.workflowId);
  },
  'workflows.run': ({ sdk }) => sdk.workflows.run(ELSEWHERE.workflowId),
} as const satisfies Record<SdkMethod, Call>;

/** Takes the refusal that is expected, and throws any other. */
function expectStatus(status: number): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof RunwayML.APIError) || error.status !== status) throw error;
  };
}
