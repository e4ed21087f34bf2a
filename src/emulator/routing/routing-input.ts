import type { Modality } from './router-configs.js';

type Fields = Readonly<Record<string, unknown>>;

const RATIOS: Readonly<Record<string, string>> = {
  '16:9': '1280:720',
  '9:16': '720:1280',
  '1:1': '960:960',
  '4:3': '1104:832',
  '3:4': '832:1104',
  '21:9': '1584:672',
};
const RATIO_DEFAULT = '1280:720';

/** What a routed body leaves open, filled in. */
export function resolveInput(modality: Modality, input: Fields): object {
  const aspectRatio = textOr(input['aspectRatio'], '16:9');
  const ratio = RATIOS[aspectRatio] ?? RATIO_DEFAULT;
  switch (modality) {
    case 'image':
      return { aspectRatio, ratio, resolution: textOr(input['resolution'], '1k') };
    case 'video': {
      const duration = typeof input['duration'] === 'number' ? input['duration'] : 5;
      return { duration, ratio, resolution: textOr(input['resolution'], '720p') };
    }
    case 'audio': {
      const { type, voice } = input as { type: string; voice?: { type: string } };
      return { type, voice: type === 'speech' ? (voice?.type ?? 'default') : 'none' };
    }
  }
}

function textOr(value: unknown, fallback: string): string {
  return typeof value === 'string' ? value : fallback;
}
