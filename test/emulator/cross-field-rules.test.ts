import { useEmulator } from './harness.js';

const { call } = useEmulator();

const IMAGE = 'https://example.com/picture.png';
const VIDEO = 'https://example.com/clip.mp4';
const lasting = (seconds: number) => `${VIDEO}?seconds=${String(seconds)}`;
const images = (count: number, more: object = {}) =>
  Array.from({ length: count }, () => ({ uri: IMAGE, ...more }));
const video = { type: 'video', uri: VIDEO } as const;
const frame = (position: 'first' | 'last') => ({ uri: IMAGE, position });

interface Case {
  readonly why: string;
  readonly path: string;
  /** What Runway takes. */
  readonly body: object;
  /** What makes it refuse the same body. */
  readonly change: object;
  readonly at: readonly (string | number)[];
}

const seedance = { model: 'seedance2', promptText: 'x', duration: 5 } as const;
const seedance25 = { model: 'seedance2_5', promptText: 'x', promptVideo: VIDEO } as const;
const veo = { model: 'veo3.1', ratio: '1280:720' } as const;
const gen45 = { model: 'gen4.5', promptText: 'x', ratio: '1280:720', duration: 5 } as const;

/** Rules that the comments of Runway's SDK and its OpenAPI document state, and no schema. */
const CASES: readonly Case[] = [
  {
    why: 'frames and references together',
    path: 'image_to_video',
    body: { ...seedance, promptImage: [frame('first')] },
    change: { promptImage: [frame('first'), { uri: IMAGE }] },
    at: ['promptImage'],
  },
  {
    why: 'a last frame alone',
    path: 'image_to_video',
    body: { ...veo, promptImage: [frame('first'), frame('last')] },
    change: { promptImage: [frame('last')] },
    at: ['promptImage'],
  },
  {
    why: 'two first frames',
    path: 'image_to_video',
    body: { ...veo, promptImage: [frame('first')] },
    change: { promptImage: [frame('first'), frame('first')] },
    at: ['promptImage', 1, 'position'],
  },
  {
    why: 'more references than seedance2 takes',
    path: 'image_to_video',
    body: { ...seedance, promptImage: images(9) },
    change: { promptImage: images(10) },
    at: ['promptImage'],
  },
  {
    why: 'more references than wan3 takes',
    path: 'image_to_video',
    body: { model: 'wan3', promptText: 'x', promptImage: images(10) },
    change: { promptImage: images(11) },
    at: ['promptImage'],
  },
  {
    why: 'frames of wan3 in a ratio of their own',
    path: 'image_to_video',
    body: { model: 'wan3', promptText: 'x', promptImage: [frame('first')], ratio: 'auto_720p' },
    change: { ratio: '1280:720' },
    at: ['ratio'],
  },
  {
    why: 'videos that are too long together',
    path: 'text_to_video',
    body: { ...seedance, referenceVideos: [{ ...video, uri: lasting(12) }, video] },
    change: { referenceVideos: [{ ...video, uri: lasting(12.5) }, video] },
    at: ['referenceVideos'],
  },
  {
    why: 'an input that is too long with the references',
    path: 'video_to_video',
    body: { ...seedance25, referenceVideos: [{ ...video, uri: lasting(27) }] },
    change: { referenceVideos: [{ ...video, uri: lasting(28) }] },
    at: ['promptVideo'],
  },
  {
    why: 'an edit of a given length',
    path: 'video_to_video',
    body: { ...seedance25, mode: 'edit', duration: 'auto' },
    change: { duration: 5 },
    at: ['duration'],
  },
  {
    why: 'an extension in a ratio of its own',
    path: 'video_to_video',
    body: { ...seedance25, mode: 'extend' },
    change: { ratio: '1280:720' },
    at: ['ratio'],
  },
  {
    why: 'an adaptive ratio without a reference',
    path: 'text_to_video',
    body: { model: 'hailuo3', promptText: 'x', ratio: 'adaptive', references: images(1) },
    change: { references: [] },
    at: ['ratio'],
  },
  {
    why: 'sound without an image',
    path: 'text_to_video',
    body: {
      model: 'grok_imagine_1_5',
      promptText: 'x',
      references: images(1),
      referenceAudio: [{ type: 'audio', uri: 'https://example.com/voice.mp3' }],
    },
    change: { references: [] },
    at: ['referenceAudio'],
  },
  {
    why: 'references in 1080p',
    path: 'text_to_video',
    body: { model: 'grok_imagine_1_5', promptText: 'x', references: images(1), resolution: '720p' },
    change: { resolution: '1080p' },
    at: ['resolution'],
  },
  {
    why: 'a ProRes profile of an MP4',
    path: 'text_to_video',
    body: { ...gen45, outputFormat: 'prores', proresProfile: '422 LT' },
    change: { outputFormat: 'mp4' },
    at: ['proresProfile'],
  },
  {
    why: 'a ProRes profile that HDR has not',
    path: 'text_to_video',
    body: { ...gen45, outputFormat: 'hdr_prores', proresProfile: '422 HQ' },
    change: { proresProfile: '422 LT' },
    at: ['proresProfile'],
  },
  {
    why: 'shots that do not fill the video',
    path: 'recipes/multi_shot_video',
    body: {
      mode: 'custom',
      version: '2026-06',
      shots: [4, 4, 2].map((duration) => ({ prompt: 'a fox', duration })),
    },
    change: { duration: 15 },
    at: ['shots'],
  },
  {
    why: 'a range on one keyframe of two',
    path: 'video_to_video',
    body: { model: 'aleph2', videoUri: VIDEO, keyframes: [{ at: 0, uri: IMAGE }] },
    change: {
      keyframes: [
        { at: 0, uri: IMAGE },
        { at: 1, uri: IMAGE, range: { start_seconds: 0, end_seconds: 2 } },
      ],
    },
    at: ['keyframes'],
  },
  {
    why: 'an input of 31 s',
    path: 'video_to_video',
    body: { model: 'aleph2', videoUri: lasting(30) },
    change: { videoUri: lasting(31) },
    at: ['videoUri'],
  },
  {
    why: 'an input of 1 s',
    path: 'video_to_video',
    body: { model: 'aleph2', videoUri: lasting(2) },
    change: { videoUri: lasting(1) },
    at: ['videoUri'],
  },
  {
    why: 'six people in one picture',
    path: 'text_to_image',
    body: {
      model: 'gemini_image3_pro',
      promptText: 'x',
      ratio: '1024:1024',
      referenceImages: images(5, { subject: 'human' }),
    },
    change: { referenceImages: images(6, { subject: 'human' }) },
    at: ['referenceImages'],
  },
  {
    why: 'a tag twice',
    path: 'text_to_image',
    body: {
      model: 'gpt_image_2',
      promptText: 'x',
      ratio: 'auto',
      referenceImages: images(1, { tag: 'cat' }),
    },
    change: { referenceImages: images(2, { tag: 'cat' }) },
    at: ['referenceImages', 1, 'tag'],
  },
  {
    why: 'an edit of nothing',
    path: 'text_to_image',
    body: {
      model: 'grok_imagine_image_2',
      promptText: 'x',
      ratio: 'auto_1k',
      edit: true,
      referenceImages: images(1),
    },
    change: { referenceImages: [] },
    at: ['edit'],
  },
  {
    why: 'two source videos',
    path: 'generate/video',
    body: {
      configId: 'default',
      input: { promptText: 'x', referenceVideos: [{ uri: VIDEO, role: 'source' }] },
    },
    change: {
      input: {
        promptText: 'x',
        referenceVideos: [
          { uri: VIDEO, role: 'source' },
          { uri: VIDEO, role: 'source' },
        ],
      },
    },
    at: ['input', 'referenceVideos'],
  },
];

describe('parts of a body that do not go together', () => {
  it.each(CASES)('are refused: $why', async ({ path, body, change, at }) => {
    const taken = await call('POST', `/v1/${path}`, body);
    expect([taken.status, taken.body.issues]).toEqual([200, undefined]);
    const refused = await call('POST', `/v1/${path}`, { ...body, ...change });
    expect(refused.status).toBe(400);
    expect(refused.body.issues).toEqual([
      { code: 'custom', path: at, message: expect.any(String) as string },
    ]);
  });
});
