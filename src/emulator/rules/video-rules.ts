import { entriesIn, when, type Fields, type Rule } from './refusals.js';

/* Rules about videos. Source: the comments of Runway's SDK. */

const HDR_PROFILES = ['422', '422 HQ', '4444'];

export const proresProfile: Rule = when(
  ({ proresProfile: profile, outputFormat: format }) => {
    if (typeof profile !== 'string' || format === 'prores') return false;
    return format !== 'hdr_prores' || !HDR_PROFILES.includes(profile);
  },
  'proresProfile',
  'The profile is not available for this output format',
);

/** The lengths of a story's shots, which is 10 s long by default. */
export const shotsFillDuration: Rule = when(
  ({ mode, shots, duration = 10 }) => {
    const seconds = entriesIn(shots).reduce((sum, shot) => sum + Number(shot['duration']), 0);
    return mode === 'custom' && seconds !== duration;
  },
  'shots',
  'The durations of the shots must sum to the duration of the video',
);

export const adaptiveNeedsReference: Rule = when(
  ({ ratio, references, referenceVideos, promptImage, promptVideo }) =>
    ratio === 'adaptive' &&
    [references, referenceVideos, promptImage, promptVideo].every(isMissing),
  'ratio',
  'An adaptive ratio requires an image or video reference',
);

export const soundNeedsImage: Rule = when(
  ({ referenceAudio, references }) => !isMissing(referenceAudio) && isMissing(references),
  'referenceAudio',
  'Audio references require at least one image reference',
);

export const referencesUpTo720p: Rule = when(
  ({ references, resolution }) => !isMissing(references) && resolution === '1080p',
  'resolution',
  'References are limited to 720p',
);

export const framesNeedAutoRatio: Rule = when(
  ({ promptImage, ratio }) =>
    entriesIn(promptImage).some(({ position }) => position !== undefined) &&
    typeof ratio === 'string' &&
    !ratio.startsWith('auto_'),
  'ratio',
  'Keyframes require an auto ratio',
);

export const rangesOnAllOrNone: Rule = when(
  (body) => {
    const withRange = entriesIn(body['keyframes']).filter(({ range }) => range !== undefined);
    return withRange.length > 0 && withRange.length < entriesIn(body['keyframes']).length;
  },
  'keyframes',
  'Either all keyframes or none have a range',
);

const isExtendOrEdit = ({ mode }: Fields): boolean => mode === 'extend' || mode === 'edit';

export const modeOfSeedance: readonly Rule[] = [
  when(
    (body) => isExtendOrEdit(body) && isMissing(body['promptText']),
    'promptText',
    'This mode requires a text prompt',
  ),
  when(
    (body) => isExtendOrEdit(body) && !isMissing(body['ratio']),
    'ratio',
    'This mode does not accept a ratio',
  ),
  when(
    ({ mode, duration }) => mode === 'edit' && duration !== 'auto',
    'duration',
    'This mode requires the duration auto',
  ),
];

export const routedVideo: readonly Rule[] = [
  when(
    (body) => inputEntries(body, 'referenceImages', 'first') > 1,
    'input.referenceImages',
    'At most one first image is allowed',
  ),
  when(
    (body) => inputEntries(body, 'referenceImages', 'last') > 1,
    'input.referenceImages',
    'At most one last image is allowed',
  ),
  when(
    (body) => inputEntries(body, 'referenceVideos', 'source') > 1,
    'input.referenceVideos',
    'At most one source video is allowed',
  ),
  when(
    (body) =>
      !isMissing(inputOf(body)['keyframes']) &&
      inputEntries(body, 'referenceVideos', 'source') === 0,
    'input.keyframes',
    'Keyframes require a source video',
  ),
];

function inputOf({ input }: Fields): Fields {
  return (input ?? {}) as Fields;
}

function inputEntries(body: Fields, property: string, role: string): number {
  return entriesIn(inputOf(body)[property]).filter((entry) => entry['role'] === role).length;
}

/** An empty list is nothing. */
function isMissing(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
