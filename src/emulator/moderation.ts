import type { RunFailure } from './runs.js';

/** A body whose text holds a marker fails in the way that the marker names. */
const MARKERS: Readonly<Record<string, RunFailure>> = {
  '[moderated]': {
    code: 'SAFETY.INPUT.TEXT',
    text: 'The text was refused by moderation.',
    isRefunded: false,
  },
  '[bad-output]': {
    code: 'INTERNAL.BAD_OUTPUT.01',
    text: 'No output of sufficient quality could be made.',
    isRefunded: true,
  },
};

/** How a run over this body will fail; undefined when it will succeed. */
export function plannedFailure(body: unknown): RunFailure | undefined {
  const text = JSON.stringify(body);
  return Object.entries(MARKERS).find(([marker]) => text.includes(marker))?.[1];
}
