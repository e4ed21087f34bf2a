import type { Job } from './job.js';

/* Credits of sound, for each model, worked out from Runway's published prices. */

const spoken = ({ characters }: Job): number => Math.ceil(characters / 50);

export const AUDIO_PRICES = {
  seed_audio: ({ spokenSeconds }) => Math.max(5, spokenSeconds * 0.25),
  eleven_text_to_sound_v2: ({ fields }) =>
    typeof fields['duration'] === 'number' ? fields['duration'] : 2,
  eleven_voice_isolation: ({ source }) => Math.ceil(source.seconds / 6),
  eleven_voice_dubbing: ({ source }) => Math.ceil(source.seconds / 2),
  eleven_multilingual_sts_v2: ({ source }) => Math.ceil(source.seconds / 3),
  eleven_multilingual_v2: spoken,
  eleven_v3: spoken,
} as const satisfies Record<string, (job: Job) => number>;
