/** What a person can do about a failed task. */
export interface Advice {
  readonly title: string;
  readonly steps: string;
}

interface Rule extends Advice {
  /** A code or its first segments. */
  readonly prefix: string;
}

/** The first match wins, so longer prefixes come first. */
const RULES: readonly Rule[] = [
  {
    prefix: 'SAFETY.INPUT',
    title: 'Stopped by moderation',
    steps:
      'Runway does not make this. Change the prompt or the media; the same request fails again, and credits for it are not given back. Many such requests stop a tenant.',
  },
  {
    prefix: 'SAFETY.OUTPUT',
    title: 'The output was withheld by moderation',
    steps: 'Change the prompt or the media so that the output can be shown.',
  },
  {
    prefix: 'INPUT_PREPROCESSING.SAFETY',
    title: 'Stopped by moderation',
    steps: 'Change the prompt or the media; the same request fails again.',
  },
  {
    prefix: 'SAFETY',
    title: 'Stopped by moderation',
    steps: 'Change the prompt or the media; the same request fails again.',
  },
  {
    prefix: 'ASSET.INVALID',
    title: 'An input file could not be used',
    steps:
      'Upload the file instead of giving its address, and check its type, length and size. Nothing was charged.',
  },
  {
    prefix: 'INPUT_GONE',
    title: 'An earlier result is gone',
    steps: 'Its file can no longer be had. Give another one. Nothing was charged.',
  },
  {
    prefix: 'INPUT_TOO_LARGE',
    title: 'An earlier result is too large',
    steps: 'Runway takes files of up to 200 MB. Give a smaller one. Nothing was charged.',
  },
  {
    prefix: 'INPUT_UNUSABLE',
    title: 'An earlier result is no file that Runway reads',
    steps: 'Give an image, a video or a sound. Nothing was charged.',
  },
  {
    prefix: 'INTERNAL.BAD_OUTPUT',
    title: 'The model made nothing usable',
    steps:
      'Ask for less text, fewer logos or a simpler scene, then try again. Nothing was charged.',
  },
  {
    prefix: 'INPUT_PREPROCESSING.INTERNAL',
    title: 'Runway could not prepare the input',
    steps: 'Try the same request again in a minute.',
  },
  {
    prefix: 'THIRD_PARTY.UNAVAILABLE',
    title: 'The model’s provider is unavailable',
    steps: 'Try again later, or choose another model.',
  },
  {
    prefix: 'RUNWAY_OUT_OF_CREDITS',
    title: 'The Runway account has too few credits',
    steps: 'Ask your operator to add credits, then make it again.',
  },
  {
    prefix: 'RUNWAY_UNINTELLIGIBLE',
    title: 'Runway’s answers made no sense',
    steps: 'An operator looks at it. Its cost is settled by hand.',
  },
  {
    prefix: 'NOT_SUBMITTED',
    title: 'It was never sent',
    steps: 'Nothing reached Runway and nothing was charged. Make it again.',
  },
];

export function adviceFor(code: string | null, retryable: boolean): Advice {
  const rule = RULES.find(({ prefix }) => code === prefix || code?.startsWith(`${prefix}.`));
  if (rule !== undefined) return { title: rule.title, steps: rule.steps };
  return {
    title: 'It failed',
    steps: retryable ? 'Try the same request again.' : 'Change the request before you try again.',
  };
}
