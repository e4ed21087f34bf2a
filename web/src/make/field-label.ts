/** Labels that the name of a field does not give by itself. */
const LABELS: Readonly<Record<string, string>> = {
  promptText: 'Prompt',
  prompt: 'Prompt',
  promptImage: 'Images',
  promptVideo: 'Video',
  videoUri: 'Video',
  imageUri: 'Image',
  audioUri: 'Recording',
  uri: 'File',
  ratio: 'Size',
  ratioOther: 'Size, by name',
  duration: 'Seconds',
  durationAuto: 'The model chooses the length',
  configId: 'Router',
  workflowId: 'Workflow',
  seed: 'Seed',
  outputCount: 'How many',
  proresProfile: 'ProRes profile',
  sfxText: 'Sound',
};

/** `referenceImages` → `Reference images`. */
export function labelOf(name: string): string {
  const known = LABELS[name];
  if (known !== undefined) return known;
  const words = name
    .replace(/Uri$/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** An enum's value as a person reads it: `1280:720` → `1280 × 720`, `16:9` stays, `mp4` → `MP4`. */
export function valueLabel({
  name,
  value,
  words,
}: {
  readonly name: string;
  readonly value: string;
  readonly words?: string;
}): string {
  const [, width = '', height = ''] = /^(\d+):(\d+)$/.exec(value) ?? [];
  if (width.length > 2) return `${width} × ${height}`;
  if (width !== '') return value;
  if (/^\d/.test(value)) return value;
  const label = wordsOf(value === '' ? name : value);
  return words === undefined || words.length > 60 ? label : `${label}: ${words.replace(/\.$/, '')}`;
}

/** Formats that are written in capitals. */
const CAPITALS = /^(?:png|jpe?g|webp|mp[34]|mov|wav|flac|aac|pcm|ogg|gif|hdr|exr)$/i;

function wordsOf(value: string): string {
  if (CAPITALS.test(value)) return value.toUpperCase();
  const text = value.toLowerCase().replaceAll(/[_-]/g, ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
