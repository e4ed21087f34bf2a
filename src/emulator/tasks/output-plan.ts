import type { SdkMethod } from '../../generated/facts/sdk-methods.js';
import { makeLandscape } from '../media/landscape.js';
import { makeWav, makeZip } from '../media/make.js';
import { EXR, JPG, MOV, MP3, OGG, WEBP } from '../media/samples.js';
import { makeVideo } from '../media/video-samples.js';

export const MEDIA = {
  mp4: { mime: 'video/mp4', make: (seed: number) => makeVideo(seed) },
  mov: { mime: 'video/quicktime', make: () => MOV },
  png: { mime: 'image/png', make: (seed: number) => makeLandscape(seed) },
  jpg: { mime: 'image/jpeg', make: () => JPG },
  webp: { mime: 'image/webp', make: () => WEBP },
  wav: { mime: 'audio/wav', make: () => makeWav() },
  mp3: { mime: 'audio/mpeg', make: () => MP3 },
  ogg: { mime: 'audio/ogg', make: () => OGG },
  'png.zip': {
    mime: 'application/zip',
    make: (seed: number) =>
      makeZip(
        [1, 2, 3].map((n) => ({
          name: `frame_000${String(n)}.png`,
          data: makeLandscape(seed + n),
        })),
      ),
  },
  'exr.zip': {
    mime: 'application/zip',
    make: () => makeZip([1, 2, 3].map((n) => ({ name: `frame_000${String(n)}.exr`, data: EXR }))),
  },
} as const satisfies Record<string, { mime: string; make: (seed: number) => Buffer }>;

export type MediaKind = keyof typeof MEDIA;

/** The outputs of a call, file by file. Methods that are not named here make a video. */
export function planOutputs(method: SdkMethod, body: object): readonly MediaKind[] {
  const fields = body as Readonly<Record<string, unknown>>;
  switch (method) {
    case 'textToImage.create':
    case 'recipes.marketingStockImage':
      return Array<MediaKind>(countOf(fields)).fill(imageKind(fields['outputFormat']));
    case 'generate.image.create':
      return Array<MediaKind>(countOf(inputOf(fields))).fill('png');
    case 'recipes.productCampaignImage':
      return ['png', 'png', 'png', 'png'];
    case 'recipes.adLocalization':
    case 'imageUpscale.create':
      return ['png'];
    case 'textToSpeech.create':
    case 'soundEffect.create':
      return [audioKind(fields['outputFormat'])];
    case 'voiceIsolation.create':
    case 'voiceDubbing.create':
    case 'generate.audio.create':
      return ['mp3'];
    case 'speechToSpeech.create':
      return [isVideo(fields['media']) ? 'mp4' : 'mp3'];
    default:
      return videoKinds(fields['outputFormat']);
  }
}

function inputOf(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return (fields['input'] ?? {}) as Readonly<Record<string, unknown>>;
}

function countOf(fields: Readonly<Record<string, unknown>>): number {
  return typeof fields['outputCount'] === 'number' ? fields['outputCount'] : 1;
}

function imageKind(format: unknown): MediaKind {
  if (format === 'jpeg') return 'jpg';
  return format === 'webp' ? 'webp' : 'png';
}

function audioKind(format: unknown): MediaKind {
  if (format === 'wav') return 'wav';
  return format === 'ogg_opus' ? 'ogg' : 'mp3';
}

/** A sequence of frames comes as an archive, with its sound beside it. */
function videoKinds(format: unknown): readonly MediaKind[] {
  if (typeof format !== 'string') return ['mp4'];
  if (format.includes('png_sequence')) return ['png.zip', 'wav'];
  if (format.includes('exr_')) return ['exr.zip', 'wav'];
  return format.includes('prores') || format === 'hdr_pq_12bit_master' ? ['mov'] : ['mp4'];
}

function isVideo(media: unknown): boolean {
  return typeof media === 'object' && media !== null && 'type' in media && media.type === 'video';
}
