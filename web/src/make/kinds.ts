import type { MadeBy } from '../generated/forms/all-forms.js';

/** One way to make something of a kind. */
export interface Way {
  readonly operation: MadeBy;
  readonly title: string;
}

/** What a person wants to make. */
export interface Kind {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly ways: readonly Way[];
}

function way(operation: MadeBy, title: string): Way {
  return { operation, title };
}

/** Every mutation that makes something stands here once. */
export const KINDS: readonly Kind[] = [
  {
    id: 'video',
    title: 'Video',
    words: 'From a text, an image or another video',
    ways: [
      way('createTextToVideo', 'From text'),
      way('createImageToVideo', 'From images'),
      way('createVideoToVideo', 'From a video'),
      way('createCharacterPerformance', 'Performance'),
      way('generateVideo', 'By router'),
    ],
  },
  {
    id: 'image',
    title: 'Image',
    words: 'From a text, with references',
    ways: [way('createTextToImage', 'From text'), way('generateImage', 'By router')],
  },
  {
    id: 'audio',
    title: 'Audio',
    words: 'Speech, sound effects, dubbing',
    ways: [
      way('createTextToSpeech', 'Speech from text'),
      way('createSoundEffect', 'Sound effect'),
      way('createSpeechToSpeech', 'Another voice'),
      way('createVoiceDubbing', 'Dubbing'),
      way('createVoiceIsolation', 'Voice isolation'),
      way('generateAudio', 'By router'),
    ],
  },
  {
    id: 'voice',
    title: 'Voice',
    words: 'A voice to speak with',
    ways: [way('createVoice', 'New voice'), way('previewVoice', 'Preview')],
  },
  {
    id: 'avatar',
    title: 'Avatar',
    words: 'A character that speaks',
    ways: [
      way('createAvatarVideo', 'Avatar video'),
      way('createAvatar', 'New avatar'),
      way('createDocument', 'Knowledge'),
    ],
  },
  {
    id: 'upscaling',
    title: 'Upscaling',
    words: 'Larger, smoother, more range',
    ways: [
      way('createImageUpscale', 'Image'),
      way('createVideoUpscale', 'Video'),
      way('createVideoToHdr', 'Video to HDR'),
    ],
  },
  {
    id: 'marketing',
    title: 'Marketing',
    words: 'Recipes for products and ads',
    ways: [
      way('createProductAd', 'Product ad'),
      way('createProductCampaignImage', 'Campaign image'),
      way('createProductSwap', 'Product swap'),
      way('createProductUgc', 'Creator video'),
      way('createAdLocalization', 'Localise an ad'),
      way('createMarketingStockImage', 'Stock image'),
      way('createMultiShotVideo', 'Several shots'),
    ],
  },
  {
    id: 'more',
    title: 'More',
    words: 'Workflows and routers',
    ways: [way('runWorkflow', 'Run a workflow'), way('createRouter', 'New router')],
  },
];

export const FIRST_OPERATION: MadeBy = 'createTextToVideo';

export function kindOf(operation: MadeBy): Kind {
  const kind = KINDS.find(({ ways }) => ways.some((each) => each.operation === operation));
  if (kind === undefined) throw new Error(`No kind has ${operation}.`);
  return kind;
}

/** `createTextToVideo`, as the graph's enums name it. */
export function enumNameOf(operation: string): string {
  return operation.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
}

const BY_ENUM: ReadonlyMap<string, MadeBy> = new Map(
  KINDS.flatMap(({ ways }) =>
    ways.map(({ operation }): [string, MadeBy] => [enumNameOf(operation), operation]),
  ),
);

/** The mutation behind `Task.operation`; undefined for what no form makes. */
export function operationOf(enumName: string): MadeBy | undefined {
  return BY_ENUM.get(enumName);
}

/** What a task made, for people: `Video from text`. */
export function titleOf(enumName: string): string {
  const operation = operationOf(enumName);
  if (operation === undefined) {
    const words = enumName.toLowerCase().replaceAll('_', ' ');
    return words.charAt(0).toUpperCase() + words.slice(1);
  }
  const { title, ways } = kindOf(operation);
  const own = ways.find((each) => each.operation === operation)?.title ?? '';
  return `${title} · ${own.toLowerCase()}`;
}
