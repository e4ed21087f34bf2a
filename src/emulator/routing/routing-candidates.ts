import type { HardFilter, Modality, PipelineStep, RouterSettings } from './router-configs.js';

type Fields = Readonly<Record<string, unknown>>;

/** What a request may need that not every model can do. */
type Ability = 'sound' | 'speech';

export interface Candidate {
  readonly model: string;
  readonly provider: string;
  /** The longest text it takes, in characters. */
  readonly promptMax: number;
  /** Seconds that it usually takes. */
  readonly latency: number;
  readonly can: readonly Ability[];
}

/** The better ones first. For each modality one takes the longest text that there may be. */
const CANDIDATES: Readonly<Record<Modality, readonly Candidate[]>> = {
  video: [
    { model: 'gen4.5', provider: 'runway', promptMax: 1_000, latency: 60, can: [] },
    { model: 'veo3.1', provider: 'google', promptMax: 1_000, latency: 90, can: ['sound'] },
    { model: 'veo3.1_fast', provider: 'google', promptMax: 1_000, latency: 40, can: ['sound'] },
    { model: 'hailuo3', provider: 'minimax', promptMax: 6_000, latency: 120, can: ['sound'] },
  ],
  image: [
    { model: 'gen4_image', provider: 'runway', promptMax: 1_000, latency: 20, can: [] },
    { model: 'gpt_image_2', provider: 'openai', promptMax: 32_000, latency: 45, can: [] },
    { model: 'seedream5_lite', provider: 'bytedance', promptMax: 4_000, latency: 10, can: [] },
  ],
  audio: [
    { model: 'eleven_v3', provider: 'elevenlabs', promptMax: 5_000, latency: 5, can: ['speech'] },
    {
      model: 'seed_audio',
      provider: 'bytedance',
      promptMax: 5_000,
      latency: 8,
      can: ['sound', 'speech'],
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
    ['capability', ({ can }) => needed === undefined || can.includes(needed)],
    ['prompt_length', ({ promptMax }) => promptLength <= promptMax],
    // All of these take every kind of reference.
    ['input_support', () => true],
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

function neededBy(modality: Modality, input: Fields): Ability | undefined {
  switch (modality) {
    case 'video':
      return input['audio'] === true ? 'sound' : undefined;
    case 'image':
      return undefined;
    case 'audio':
      return input['type'] === 'speech' ? 'speech' : 'sound';
  }
}
