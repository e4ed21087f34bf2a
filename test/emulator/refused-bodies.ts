import { A_VIDEO, UNKNOWN_ID } from './harness.js';

const IMAGE = 'https://example.com/picture.png';
const VIDEO = 'https://example.com/clip.mp4';
const preset = { type: 'runway-preset', presetId: 'Maya' } as const;
const speech = { model: 'eleven_multilingual_v2', promptText: 'hello', voice: preset } as const;
const frames = { model: 'gen4_turbo', promptImage: IMAGE, ratio: '1280:720' } as const;
const ugc = {
  characterImage: { uri: IMAGE },
  productImage: { uri: IMAGE },
  version: '2026-06',
} as const;
const shot = { prompt: 'one shot', duration: 4 } as const;

export interface RefusedBody {
  readonly why: string;
  readonly path: string;
  readonly body: unknown;
  /** Of one issue that has to be there. */
  readonly code: string;
  readonly at: readonly (string | number)[];
}

export function bodies(
  path: string,
  rows: readonly (readonly [why: string, body: unknown, code: string, at: (string | number)[]])[],
): RefusedBody[] {
  return rows.map(([why, body, code, at]) => ({ why, path, body, code, at }));
}

const { promptText: _text, ...withoutText } = A_VIDEO;

/** Bodies that Runway refuses, written by hand from its documented bounds. */
export const REFUSED: readonly RefusedBody[] = [
  ...bodies('text_to_video', [
    ['an array', [], 'invalid_type', []],
    ['no model', {}, 'invalid_type', ['model']],
    ['no model, as a union', {}, 'invalid_union', ['model']],
    ['an unknown model', { ...A_VIDEO, model: 'gen9' }, 'invalid_union', ['model']],
    [
      'a model of another endpoint',
      { ...A_VIDEO, model: 'gen4_turbo' },
      'invalid_union',
      ['model'],
    ],
    ['a retired model', { ...A_VIDEO, model: 'gen3a_turbo' }, 'invalid_union', ['model']],
    ['no text', withoutText, 'invalid_type', ['promptText']],
    ['an empty text', { ...A_VIDEO, promptText: '' }, 'too_small', ['promptText']],
    ['1001 characters', { ...A_VIDEO, promptText: 'x'.repeat(1_001) }, 'too_big', ['promptText']],
    ['a number as text', { ...A_VIDEO, promptText: 5 }, 'invalid_type', ['promptText']],
    ['null as text', { ...A_VIDEO, promptText: null }, 'invalid_type', ['promptText']],
    ['an unknown ratio', { ...A_VIDEO, ratio: '16:9' }, 'invalid_value', ['ratio']],
    ['one second', { ...A_VIDEO, duration: 1 }, 'too_small', ['duration']],
    ['eleven seconds', { ...A_VIDEO, duration: 11 }, 'too_big', ['duration']],
    ['half a second', { ...A_VIDEO, duration: 4.5 }, 'invalid_type', ['duration']],
    ['a text as duration', { ...A_VIDEO, duration: '5' }, 'invalid_type', ['duration']],
    ['auto where it is not known', { ...A_VIDEO, duration: 'auto' }, 'invalid_type', ['duration']],
    ['a negative seed', { ...A_VIDEO, seed: -1 }, 'too_small', ['seed']],
    ['a seed beyond 32 bits', { ...A_VIDEO, seed: 4_294_967_296 }, 'too_big', ['seed']],
    ['an unknown field', { ...A_VIDEO, watermark: true }, 'unrecognized_keys', []],
    ['snake case', { ...A_VIDEO, prompt_text: 'x' }, 'unrecognized_keys', []],
    ['an unknown format', { ...A_VIDEO, outputFormat: 'gif' }, 'invalid_value', ['outputFormat']],
    [
      'an unknown threshold',
      { ...A_VIDEO, contentModeration: { publicFigureThreshold: 'off' } },
      'invalid_value',
      ['contentModeration', 'publicFigureThreshold'],
    ],
    [
      'five seconds of veo',
      { model: 'veo3.1', promptText: 'x', ratio: '1280:720', duration: 5 },
      'invalid_value',
      ['duration'],
    ],
    [
      'three seconds of seedance',
      { model: 'seedance2', promptText: 'x', duration: 3 },
      'invalid_union',
      ['duration'],
    ],
    [
      'one letter to happyhorse',
      { model: 'happyhorse_1_0', promptText: 'x' },
      'too_small',
      ['promptText'],
    ],
    [
      'ten references',
      { model: 'hailuo3', promptText: 'x', references: Array(10).fill({ uri: IMAGE }) },
      'too_big',
      ['references'],
    ],
    [
      'four videos',
      {
        model: 'seedance2',
        promptText: 'x',
        referenceVideos: Array(4).fill({ type: 'video', uri: VIDEO }),
      },
      'too_big',
      ['referenceVideos'],
    ],
    [
      'a reference without an address',
      { model: 'hailuo3', promptText: 'x', references: [{}] },
      'invalid_type',
      ['references', 0, 'uri'],
    ],
  ]),
  ...bodies('image_to_video', [
    ['no image', { model: 'gen4_turbo', ratio: '1280:720' }, 'invalid_type', ['promptImage']],
    [
      'two first frames',
      { ...frames, promptImage: Array(2).fill({ uri: IMAGE, position: 'first' }) },
      'invalid_union',
      ['promptImage'],
    ],
    [
      'an unknown position',
      { ...frames, promptImage: [{ uri: IMAGE, position: 'middle' }] },
      'invalid_union',
      ['promptImage'],
    ],
    [
      'plain http',
      { ...frames, promptImage: 'http://example.com/a.png' },
      'invalid_union',
      ['promptImage'],
    ],
    [
      'an IPv4 host',
      { ...frames, promptImage: 'https://192.0.2.7/a.png' },
      'custom',
      ['promptImage'],
    ],
    [
      'an IPv6 host',
      { ...frames, promptImage: 'https://[2001:db8::7]/a.png' },
      'custom',
      ['promptImage'],
    ],
    [
      'an IPv4 host in disguise',
      { ...frames, promptImage: 'https://2130706433/a.png' },
      'custom',
      ['promptImage'],
    ],
    [
      'a long address',
      { ...frames, promptImage: `https://example.com/${'a'.repeat(2_048)}` },
      'custom',
      ['promptImage'],
    ],
    [
      'a gif',
      { ...frames, promptImage: 'data:image/gif;base64,R0lGODlh' },
      'custom',
      ['promptImage'],
    ],
    [
      'a video as image',
      { ...frames, promptImage: 'data:video/mp4;base64,AAAA' },
      'invalid_union',
      ['promptImage'],
    ],
    [
      'a data URI without base64',
      { ...frames, promptImage: 'data:image/png,abcdefgh' },
      'custom',
      ['promptImage'],
    ],
    [
      'more than 5 MB',
      { ...frames, promptImage: `data:image/png;base64,${'A'.repeat(5_242_881)}` },
      'invalid_union',
      ['promptImage'],
    ],
    [
      'an unknown upload',
      { ...frames, promptImage: 'runway://never-uploaded' },
      'custom',
      ['promptImage'],
    ],
    [
      'an unknown upload in a list',
      { ...frames, promptImage: [{ uri: 'runway://never-uploaded', position: 'first' }] },
      'custom',
      ['promptImage', 0, 'uri'],
    ],
  ]),
  ...bodies('video_to_video', [
    ['no video', { model: 'aleph2' }, 'invalid_type', ['videoUri']],
    [
      'six keyframes',
      { model: 'aleph2', videoUri: VIDEO, keyframes: Array(6).fill({ at: 0, uri: IMAGE }) },
      'too_big',
      ['keyframes'],
    ],
    [
      'a keyframe beyond the end',
      { model: 'aleph2', videoUri: VIDEO, keyframes: [{ at: 1.5, uri: IMAGE }] },
      'invalid_union',
      ['keyframes', 0],
    ],
  ]),
  ...bodies('video_to_hdr', [
    [
      'a plain format',
      { model: 'ruby', videoUri: VIDEO, outputFormat: 'mp4' },
      'invalid_value',
      ['outputFormat'],
    ],
  ]),
  ...bodies('text_to_image', [
    [
      'eleven images',
      { model: 'gpt_image_2', promptText: 'x', ratio: 'auto', outputCount: 11 },
      'too_big',
      ['outputCount'],
    ],
    [
      'no image at all',
      { model: 'gpt_image_2', promptText: 'x', ratio: 'auto', outputCount: 0 },
      'too_small',
      ['outputCount'],
    ],
    [
      'a tag in capitals',
      {
        model: 'gen4_image',
        promptText: 'x',
        ratio: '1280:720',
        referenceImages: [{ uri: IMAGE, tag: 'Cat' }],
      },
      'invalid_format',
      ['referenceImages', 0, 'tag'],
    ],
  ]),
  ...bodies('text_to_speech', [
    [
      'an unknown preset',
      { ...speech, voice: { ...preset, presetId: 'Unknown' } },
      'invalid_value',
      ['voice', 'presetId'],
    ],
    ['1001 characters', { ...speech, promptText: 'x'.repeat(1_001) }, 'too_big', ['promptText']],
    ['no voice', { model: 'eleven_v3', promptText: 'x' }, 'invalid_type', ['voice']],
    ['too fast', { ...speech, model: 'eleven_v3', speed: 1.3 }, 'too_big', ['speed']],
  ]),
  ...bodies('sound_effect', [
    [
      '31 seconds',
      { model: 'eleven_text_to_sound_v2', promptText: 'x', duration: 31 },
      'too_big',
      ['duration'],
    ],
  ]),
  ...bodies('image_upscale', [
    [
      'a factor of three',
      { model: 'magnific_precision_upscaler_v2', imageUri: IMAGE, scaleFactor: 3 },
      'invalid_value',
      ['scaleFactor'],
    ],
    ['another model', { model: 'gen4_image', imageUri: IMAGE }, 'invalid_value', ['model']],
  ]),
  ...bodies('voice_dubbing', [
    [
      'no language',
      { model: 'eleven_voice_dubbing', audioUri: 'https://example.com/a.mp3' },
      'invalid_value',
      ['targetLang'],
    ],
  ]),
  ...bodies('character_performance', [
    [
      'a performer of a third kind',
      {
        model: 'act_two',
        character: { type: 'audio', uri: IMAGE },
        reference: { type: 'video', uri: VIDEO },
      },
      'invalid_union',
      ['character', 'type'],
    ],
    [
      'too much expression',
      {
        model: 'act_two',
        character: { type: 'image', uri: IMAGE },
        reference: { type: 'video', uri: VIDEO },
        expressionIntensity: 6,
      },
      'too_big',
      ['expressionIntensity'],
    ],
  ]),
  ...bodies('generate/video', [
    ['no input', { configId: 'default' }, 'invalid_type', ['input']],
    ['a slug in capitals', { configId: 'Default', input: {} }, 'invalid_format', ['configId']],
    [
      'one second',
      { configId: 'default', input: { duration: 1 } },
      'too_small',
      ['input', 'duration'],
    ],
    [
      'a model',
      { configId: 'default', input: { model: 'gen4.5' } },
      'unrecognized_keys',
      ['input'],
    ],
  ]),
  ...bodies('recipes/multi_shot_video', [
    [
      'two shots',
      { mode: 'custom', version: '2026-06', shots: [shot, shot] },
      'too_small',
      ['shots'],
    ],
    [
      'seven seconds',
      { mode: 'auto', version: '2026-06', prompt: 'x', duration: 7 },
      'invalid_value',
      ['duration'],
    ],
    ['an unknown mode', { mode: 'manual', version: '2026-06' }, 'invalid_union', ['mode']],
  ]),
  ...bodies('recipes/product_ugc', [
    ['no version', { ...ugc, version: undefined }, 'invalid_value', ['version']],
    ['an unknown version', { ...ugc, version: '2025-01' }, 'invalid_value', ['version']],
    ['16 seconds', { ...ugc, duration: 16 }, 'too_big', ['duration']],
  ]),
  ...bodies('avatar_videos', [
    [
      'an avatar id that is no UUID',
      {
        model: 'gwm1_avatars',
        avatar: { type: 'custom', avatarId: 'mine' },
        speech: { type: 'text', text: 'x' },
      },
      'invalid_format',
      ['avatar', 'avatarId'],
    ],
  ]),
  ...bodies('avatar_videos', [
    [
      'an avatar that does not exist',
      {
        model: 'gwm1_avatars',
        avatar: { type: 'custom', avatarId: UNKNOWN_ID },
        speech: { type: 'text', text: 'x' },
      },
      'custom',
      ['avatar', 'avatarId'],
    ],
    [
      'a voice that does not exist',
      {
        model: 'gwm1_avatars',
        avatar: { type: 'runway-preset', presetId: 'cat-character' },
        speech: { type: 'text', text: 'x', voice: { type: 'custom', id: UNKNOWN_ID } },
      },
      'custom',
      ['speech', 'voice', 'id'],
    ],
  ]),
];
