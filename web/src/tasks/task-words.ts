import { relativeTime } from '../design/relative-time.js';

/** Inputs in which a person tells what to make, the most telling first. */
const PROMPTS: readonly string[] = [
  'promptText',
  'prompt',
  'text',
  'productInfo',
  'userConcept',
  'story',
  'name',
];

/** The words that a task was made from; undefined where its input has none. */
export function promptOf(input: unknown): string | undefined {
  for (const name of PROMPTS) {
    const found = textNamed(input, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function textNamed(value: unknown, name: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const own = (value as Readonly<Record<string, unknown>>)[name];
  if (typeof own === 'string' && own !== '') return own;
  for (const each of Object.values(value)) {
    const found = textNamed(each, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `3 minutes ago`. What a gateway whose clock is ahead did was `just now`. */
export function agoText(iso: string, now: number): string {
  return relativeTime(new Date(Math.min(Date.parse(iso), now)), new Date(now));
}
