import { ELSEWHERE } from '../../src/emulator/resources/seeded.js';

const IMAGE = 'https://example.com/picture.png';
const VIDEO = 'https://example.com/clip.mp4';
const AUDIO = 'https://example.com/voice.mp3';
const DATA_IMAGE = 'data:image/png;base64,iVBORw0KGgo=';
const LIVE = { type: 'runway-live-preset', presetId: 'adrian' } as const;
const preset = { type: 'runway-preset', presetId: 'Maya' } as const;

/** Bodies that Runway takes, written by hand: at least one for every create, by path. */
export const ACCEPTED: readonly (readonly [path: string, body: object])[] = [
  ['text_to_video', { model: 'gen4.5', promptText: 'x', ratio: '1280:720', duration: 2 }],
  ['text_to_video', { model: 'gen4.5', promptText: 'x', ratio: '720:1280', duration: 10, seed: 0 }],
  [
    'text_to_video',
    { model: 'veo3.1', promptText: 'x', ratio: '1920:1080', duration: 8, audio: true },
  ],
  ['text_to_video', { model: 'seedance2_5', duration: 'auto' }],
  ['text_to_video', { model: 'seedance2', promptText: 'x', seed: 4_294_967_295 }],
  ['text_to_video', { model: 'hailuo3', promptText: 'x', references: [{ uri: IMAGE }] }],
  ['text_to_video', { model: 'wan3', promptText: 'x'.repeat(20_000), duration: 30 }],
  [
    'image_to_video',
    { model: 'gen4.5', promptText: 'x', promptImage: IMAGE, ratio: '960:960', duration: 5 },
  ],
  ['image_to_video', { model: 'gen4_turbo', promptImage: DATA_IMAGE, ratio: '1280:720' }],
  [
    'image_to_video',
    {
      model: 'veo3.1_fast',
      promptImage: [
        { uri: IMAGE, position: 'first' },
        { uri: IMAGE, position: 'last' },
      ],
      ratio: '1280:720',
      duration: 4,
    },
  ],
  ['image_to_video', { model: 'seedance2', promptImage: [{ uri: IMAGE }], duration: 'auto' }],
  ['image_to_video', { model: 'hailuo3', promptText: 'x', promptImage: [{ uri: IMAGE }] }],
  ['video_to_video', { model: 'aleph2', videoUri: VIDEO }],
  ['video_to_video', { model: 'aleph2', videoUri: VIDEO, keyframes: [{ at: 0.5, uri: IMAGE }] }],
  ['video_to_video', { model: 'seedance2', promptVideo: VIDEO, references: [{ uri: IMAGE }] }],
  ['video_to_hdr', { model: 'ruby', videoUri: VIDEO, outputFormat: 'hdr_prores' }],
  ['text_to_image', { model: 'gpt_image_2', promptText: 'x', ratio: 'auto', outputCount: 10 }],
  [
    'text_to_image',
    {
      model: 'gen4_image_turbo',
      promptText: '@cat',
      ratio: '1024:1024',
      referenceImages: [{ uri: IMAGE, tag: 'cat' }],
    },
  ],
  [
    'character_performance',
    {
      model: 'act_two',
      character: { type: 'image', uri: IMAGE },
      reference: { type: 'video', uri: VIDEO },
    },
  ],
  ['text_to_speech', { model: 'eleven_multilingual_v2', promptText: 'hello', voice: preset }],
  [
    'text_to_speech',
    { model: 'eleven_v3', promptText: 'x'.repeat(5_000), voice: preset, speed: 0.7 },
  ],
  ['sound_effect', { model: 'eleven_text_to_sound_v2', promptText: 'rain', duration: 0.5 }],
  ['voice_isolation', { model: 'eleven_voice_isolation', audioUri: AUDIO }],
  ['voice_dubbing', { model: 'eleven_voice_dubbing', audioUri: AUDIO, targetLang: 'de' }],
  [
    'speech_to_speech',
    {
      model: 'eleven_multilingual_sts_v2',
      media: { type: 'audio', uri: AUDIO },
      voice: preset,
    },
  ],
  ['image_upscale', { model: 'magnific_precision_upscaler_v2', imageUri: IMAGE, scaleFactor: 16 }],
  ['video_upscale', { model: 'enhance_frame_rate', videoUri: VIDEO, targetFramerate: '59_94' }],
  ['generate/video', { configId: 'default', input: { promptText: 'x', aspectRatio: '9:16' } }],
  ['generate/image', { configId: 'default', input: { promptText: 'x', outputCount: 10 } }],
  ['generate/audio', { configId: 'default', input: { type: 'speech', promptText: 'hello' } }],
  [
    'recipes/ad_localization',
    { referenceImage: { uri: IMAGE }, targetLanguage: 'zh-Hant', version: '2026-06' },
  ],
  ['recipes/marketing_stock_image', { prompt: 'x', version: '2026-06', outputCount: 4 }],
  ['recipes/multi_shot_video', { mode: 'auto', prompt: 'x', version: '2026-06', duration: 15 }],
  [
    'recipes/multi_shot_video',
    {
      mode: 'custom',
      version: '2026-06',
      shots: [
        { prompt: 'one', duration: 3 },
        { prompt: 'two', duration: 3 },
        { prompt: 'three', duration: 4 },
      ],
    },
  ],
  ['recipes/product_ad', { productImages: [{ uri: IMAGE }], version: '2026-07' }],
  ['recipes/product_campaign_image', { image: { uri: IMAGE }, prompt: 'x', version: '2026-06' }],
  [
    'recipes/product_swap',
    {
      newProductImages: [{ uri: IMAGE, view: 'front' }],
      originalProductImage: { uri: IMAGE },
      referenceVideo: { uri: VIDEO },
      version: '2026-06',
    },
  ],
  [
    'recipes/product_ugc',
    { characterImage: { uri: IMAGE }, productImage: { uri: IMAGE }, version: '2026-06' },
  ],
  [
    'avatar_videos',
    {
      model: 'gwm1_avatars',
      avatar: { type: 'runway-preset', presetId: 'cat-character' },
      speech: { type: 'text', text: 'hello' },
    },
  ],
  [
    'avatar_videos',
    {
      model: 'gwm1_avatars',
      avatar: { type: 'runway-preset', presetId: 'cat-character' },
      speech: { type: 'audio', audio: AUDIO },
    },
  ],
  [
    'avatar_videos',
    {
      model: 'gwm1_avatars',
      avatar: { type: 'custom', avatarId: ELSEWHERE.avatarId },
      speech: { type: 'text', text: 'hello', voice: { type: 'custom', id: ELSEWHERE.voiceId } },
    },
  ],
  ['avatars', { name: 'Ada', personality: 'x', referenceImage: IMAGE, voice: LIVE }],
  [
    'avatars',
    {
      name: 'x'.repeat(50),
      personality: 'x'.repeat(10_000),
      referenceImage: DATA_IMAGE,
      voice: { type: 'custom', id: ELSEWHERE.voiceId },
      documentIds: [ELSEWHERE.documentId],
      imageProcessing: 'none',
      startScript: 'Hello!',
    },
  ],
  ['documents', { name: 'Prices', content: 'x'.repeat(200_000) }],
  [
    'realtime_sessions',
    { model: 'gwm1_avatars', avatar: { type: 'runway-preset', presetId: 'cat-character' } },
  ],
  [
    'realtime_sessions',
    {
      model: 'gwm1_avatars',
      avatar: { type: 'custom', avatarId: ELSEWHERE.avatarId },
      maxDuration: 10,
      personality: 'x',
      startScript: 'x',
      integration: {
        type: 'livekit',
        url: 'wss://rooms.example.com',
        token: 'x',
        roomName: 'x',
      },
      tools: [
        {
          type: 'client_event',
          name: 'show_map',
          description: 'Shows a map.',
          parameters: [{ type: 'string', name: 'place', description: 'Where.', enum: ['here'] }],
        },
        { type: 'backend_rpc', name: 'weather', description: 'Tells it.', timeoutSeconds: 8 },
      ],
    },
  ],
  ['routers', { slug: 'a' }],
  [
    'routers',
    {
      slug: 'production-video',
      name: 'Production',
      description: 'For the films.',
      settings: {
        schemaVersion: 1,
        optimizeFor: 'latency',
        models: { mode: 'allowlist_only', ids: ['gen4.5', 'veo3.1'] },
        maxCreditsPerGeneration: { video: 100, image: 5 },
        fallback: { onCapacity: true },
      },
    },
  ],
  ['voices', { name: 'Ada', from: { type: 'audio', audio: AUDIO } }],
  [
    'voices',
    {
      name: 'Ada',
      description: null,
      from: { type: 'text', model: 'eleven_ttv_v3', prompt: 'x'.repeat(20) },
    },
  ],
];
