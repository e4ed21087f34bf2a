import { entriesIn } from '../rules/refusals.js';
import type { HardFilter, Modality, PipelineStep, RouterSettings } from './router-configs.js';

type Fields = Readonly<Record<string, unknown>>;

/** What a request may need that not every model can do. */
type Ability = 'sound' | 'speech' | 'loop';

/** Media that a request may bring. */
type Input = 'first' | 'last' | 'reference' | 'source' | 'referenceVideo' | 'sound' | 'keyframes';

export interface Candidate {
  readonly model: string;
  readonly provider: string;
  /** The longest text it takes, in characters. */
  readonly promptMax: number;
  /** Seconds that it usually takes. */
  readonly latency: number;
  readonly can: readonly Ability[];
  readonly takes: readonly Input[];
  /** The lengths that it can make, in seconds; absent: it cannot be told one. */
  readonly seconds?: (seconds: number) => boolean;
  /** Absent: all. */
  readonly resolutions?: readonly string[];
  /** The counts of outputs that it can make. */
  readonly outputs?: (count: number) => boolean;
}

const from =
  (least: number, most: number) =>
  (value: number): boolean =>
    value >= least && value <= most;

const VEO = {
  provider: 'google',
  promptMax: 1_000,
  can: ['sound'],
  takes: ['first', 'last'],
  seconds: (seconds) => [4, 6, 8].includes(seconds),
  resolutions: ['720p', '1080p'],
} as const satisfies Partial<Candidate>;

/**
 * The better ones first. For each modality one takes the longest text and all media that there may
 * be. Runway does not say which models its routers choose from: these are an example.
 */
const CANDIDATES: Readonly<Record<Modality, readonly Candidate[]>> = {
  video: [
    {
      model: 'gen4.5',
      provider: 'runway',
      promptMax: 1_000,
      latency: 60,
      can: [],
      takes: ['first'],
      seconds: from(2, 10),
      resolutions: ['720p'],
    },
    { model: 'veo3.1', latency: 90, ...VEO },
    { model: 'veo3.1_fast', latency: 40, ...VEO },
    {
      model: 'hailuo3',
      provider: 'minimax',
      promptMax: 6_000,
      latency: 120,
      can: ['sound'],
      takes: ['first', 'last', 'reference', 'source', 'referenceVideo', 'sound', 'keyframes'],
      seconds: from(5, 15),
    },
  ],
  image: [
    {
      model: 'gen4_image',
      provider: 'runway',
      promptMax: 1_000,
      latency: 20,
      can: [],
      takes: ['reference'],
      resolutions: ['1k'],
      outputs: (count) => count === 1,
    },
    {
      model: 'gpt_image_2',
      provider: 'openai',
      promptMax: 32_000,
      latency: 45,
      can: [],
      takes: ['reference'],
      outputs: from(1, 10),
    },
    {
      model: 'seedream5_lite',
      provider: 'bytedance',
      promptMax: 4_000,
      latency: 10,
      can: [],
      takes: ['reference'],
      outputs: from(1, 4),
    },
  ],
  audio: [
    {
      model: 'eleven_v3',
      provider: 'elevenlabs',
      promptMax: 5_000,
      latency: 5,
      can: ['speech'],
      takes: [],
    },
    {
      model: 'seed_audio',
      provider: 'bytedance',
      promptMax: 5_000,
      latency: 8,
      can: ['sound', 'speech', 'loop'],
      takes: ['sound'],
      seconds: from(0.5, 30),
    },
  ],
};

/** What the hard filters leave, and how they came to it. */
export interface Eligible {
  readonly candidates: readonly Candidate[];
  readonly pipeline: readonly PipelineStep[];
  readonly emptiedBy: readonly HardFilter[];
}

export function eligible(
  modality: Modality,
  settings: RouterSettings,
  input: Fields,
  /** Credits for each output. */
  priceOf: (candidate: Candidate) => number,
): Eligible {
  const { models, maxCreditsPerGeneration } = settings;
  const needed = neededBy(modality, input);
  const promptLength = typeof input['promptText'] === 'string' ? input['promptText'].length : 0;
  const ceiling = maxCreditsPerGeneration?.[modality] ?? Infinity;
  const isListed = ({ model }: Candidate) => models?.ids.includes(model) ?? false;
  const filters: readonly (readonly [HardFilter, (candidate: Candidate) => boolean])[] = [
    [
      'capability',
      (one) => needed.every((ability) => one.can.includes(ability)) && fits(one, input),
    ],
    ['prompt_length', ({ promptMax }) => promptLength <= promptMax],
    ['input_support', ({ takes }) => inputsOf(input).every((kind) => takes.includes(kind))],
    [
      'allow_deny',
      (one) => models === undefined || isListed(one) === (models.mode === 'allowlist_only'),
    ],
    ['price', (one) => priceOf(one) <= ceiling],
  ];
  let candidates = CANDIDATES[modality];
  const pipeline: PipelineStep[] = [];
  for (const [filter, keeps] of filters) {
    candidates = candidates.filter(keeps);
    pipeline.push({ type: 'filter', filter, models: candidates.map(({ model }) => model) });
    if (candidates.length === 0) return { candidates, pipeline, emptiedBy: [filter] };
  }
  return { candidates, pipeline, emptiedBy: [] };
}

function neededBy(modality: Modality, { audio, type, loop }: Fields): readonly Ability[] {
  switch (modality) {
    case 'video':
      return audio === true ? ['sound'] : [];
    case 'image':
      return [];
    case 'audio':
      return type === 'speech' ? ['speech'] : loop === true ? ['sound', 'loop'] : ['sound'];
  }
}

/** Whether the model makes as much, and as large, as the request says. */
function fits({ seconds, resolutions, outputs }: Candidate, input: Fields): boolean {
  const { duration, resolution, outputCount } = input;
  return (
    (typeof duration !== 'number' || seconds?.(duration) === true) &&
    (typeof resolution !== 'string' ||
      resolutions === undefined ||
      resolutions.includes(resolution)) &&
    (typeof outputCount !== 'number' || outputs === undefined || outputs(outputCount))
  );
}

function inputsOf(input: Fields): readonly Input[] {
  const images = entriesIn(input['referenceImages']).map(({ role }) => imageInput(role));
  const videos = entriesIn(input['referenceVideos']).map(({ role }) =>
    role === 'source' ? 'source' : 'referenceVideo',
  );
  const sounds = [...entriesIn(input['referenceAudio']), ...entriesIn(input['referenceAudios'])];
  return [
    ...images,
    ...videos,
    ...sounds.map(() => 'sound' as const),
    ...entriesIn(input['keyframes']).map(() => 'keyframes' as const),
    ...(isOwnVoice(input['voice']) ? (['sound'] as const) : []),
  ];
}

function imageInput(role: unknown): Input {
  return role === 'first' || role === 'last' ? role : 'reference';
}

function isOwnVoice(voice: unknown): boolean {
  return entriesIn([voice]).some(({ type }) => type === 'reference-audio');
}
