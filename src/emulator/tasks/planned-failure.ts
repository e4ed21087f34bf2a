import type { RunFailure } from './runs.js';

/**
 * A text that holds a marker makes its outcome fail in the way that the marker names: a task by
 * any text of its body, the address of a medium among them, an avatar by its name or personality, a voice by its name, description or
 * prompt, a realtime session by its personality or start script.
 */
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
  '[slow-asset]': {
    code: 'ASSET.INVALID',
    text: 'Timed out fetching asset: its server did not send the file within 10 s.',
    isRefunded: true,
  },
};

/** The failure that these texts plan; undefined when the outcome succeeds. */
export function plannedFailure(body: unknown): RunFailure | undefined {
  const text = JSON.stringify(body);
  return Object.entries(MARKERS).find(([marker]) => text.includes(marker))?.[1];
}
