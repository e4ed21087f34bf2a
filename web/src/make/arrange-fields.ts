import type { FormField } from './form-types.js';

/** What a person sets first, in this order; the rest is behind "More settings" unless it is required. */
const FIRST: readonly string[] = [
  'configId',
  'workflowId',
  'promptText',
  'prompt',
  'productInfo',
  'userConcept',
  'name',
  'promptImage',
  'videoUri',
  'promptVideo',
  'imageUri',
  'audioUri',
  'avatar',
  'character',
  'reference',
  'speech',
  'voice',
  'referenceImages',
  'references',
  'ratio',
  'resolution',
  'duration',
  'durationAuto',
  'audio',
  'outputCount',
];

export interface ArrangedFields {
  readonly main: readonly FormField[];
  readonly more: readonly FormField[];
}

/** The fields in the order in which a person thinks of them. */
export function arranged(fields: readonly FormField[]): ArrangedFields {
  const sorted = fields
    .map((field, index) => ({ field, rank: rankOf(field) * 1_000 + index }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ field }) => field);
  return { main: sorted.filter(isMain), more: sorted.filter((field) => !isMain(field)) };
}

function rankOf({ name, required }: FormField): number {
  const place = FIRST.indexOf(name);
  if (place >= 0) return place;
  return required === true ? FIRST.length : FIRST.length + 1;
}

function isMain({ name, required }: FormField): boolean {
  return required === true || FIRST.includes(name);
}
